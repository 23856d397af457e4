"""numpy as a careful user writes it: blocks that fit the second-level cache, every operation in place, the SFC64 generator."""
import numpy as np

from yardstick import A, AMPLITUDE_X, AMPLITUDE_Y, DT, measure

BLOCK = 4096
generator = np.random.Generator(np.random.SFC64(20261121))
noise, slope, force = np.empty(BLOCK), np.empty(BLOCK), np.empty(BLOCK)


def move(x, y, sums):
    for sum_of_step in sums:
        np.multiply(x, x, out=slope)
        np.add(slope, 1., out=slope)
        np.divide(y, slope, out=slope)  # L_y
        np.multiply(slope, slope, out=force)
        np.subtract(force, A, out=force)
        np.multiply(force, x, out=force)  # -L_x
        for coordinate, drift, rate, amplitude in ((x, force, DT, AMPLITUDE_X), (y, slope, -DT, AMPLITUDE_Y)):
            np.multiply(drift, rate, out=drift)
            np.add(coordinate, drift, out=coordinate)
            generator.standard_normal(out=noise)
            np.multiply(noise, amplitude, out=noise)
            np.add(coordinate, noise, out=coordinate)
        sum_of_step += np.dot(x, x), np.dot(y, y)


measure(move, BLOCK, 10)
