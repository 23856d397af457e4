"""What the Python peers share: the yardstick valley's numbers, the arguments and the clock.

Arguments: [PARTICLES 131072] [STEPS 1000]. Prints the line of name-value pairs that the limit prints, see limit.cpp.
"""
import sys
from statistics import median
from time import perf_counter, process_time

import numpy as np

A, DELTA, KAPPA, DT, START_X, START_Y = .01, .05, 10., .01, 3., 0.
AMPLITUDE_X, AMPLITUDE_Y = (2 * DELTA / KAPPA * DT) ** .5, (2 * DELTA * DT) ** .5


def measure(move, block, piece):
    """Times move(x, y, sums), which takes len(sums) steps of a block and adds (sum x^2, sum y^2) to sums, step by step.

    The clock runs over pieces of `piece` steps, a millisecond or so each; ns is the median piece.
    """
    particles, steps = (int(word) for word in sys.argv[1:3] + ["131072", "1000"][len(sys.argv[1:3]):])
    x, y, sums, walls, processor = np.empty(block), np.empty(block), np.zeros((steps, 2)), [], 0.
    blocks = max(1, particles // block)
    for number in range(blocks + 1):
        if number == 1:  # the first block compiled and warmed up
            sums[:], walls, processor = 0, [], process_time()
        x[:], y[:] = START_X, START_Y
        for first in range(0, steps, piece):
            part = sums[first:first + piece]
            start = perf_counter()
            move(x, y, part)
            walls.append((perf_counter() - start) / (block * len(part)))
    cpu = (process_time() - processor) / (blocks * block * steps)
    x2, y2 = sums[-1] / (blocks * block)
    print(f"ns {1e9 * median(walls):.4g} cpu_ns {1e9 * cpu:.4g} mean_x2 {x2:.5f} mean_y2 {y2:.5f} particles {blocks * block}")
