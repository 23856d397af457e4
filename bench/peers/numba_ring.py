"""The ring F = 1 + cos(x)/2, kappa = 4, Delta = .05, by Euler-Maruyama, as a user of numba writes it: the mean flatness.

Arguments: STEP [PARTICLES 256] [TIME 6400] [ROUNDS 3]. Prints name-value pairs: seconds of the median round, the first round
that compiles left out; the mean flatness over TIME after 400 of burn-in, and its standard error from particle to particle.
"""
import sys
from statistics import median
from time import perf_counter

import numpy as np
from numba import njit

DELTA, KAPPA, BURN_IN = .05, 4., 400.


@njit(fastmath=True)
def move(x, y, sums, step, steps):
    amplitude_x, amplitude_y = (2 * DELTA / KAPPA * step) ** .5, (2 * DELTA * step) ** .5
    for k in range(steps):
        for i in range(len(x)):
            flatness = 1 + .5 * np.cos(x[i])
            slope = y[i] / (flatness * flatness)
            sums[i] += flatness
            x[i] += -slope * y[i] * .5 * np.sin(x[i]) / flatness * step + amplitude_x * np.random.normal()
            y[i] += -slope * step + amplitude_y * np.random.normal()


@njit
def seed(value):
    np.random.seed(value)


def main():
    step, particles, time, rounds = (kind(word) for kind, word in zip(
        (float, int, float, int), sys.argv[1:] + ["256", "6400", "3"][len(sys.argv) - 2:]))
    seed(20261121)
    seconds, means = [], []
    for number in range(rounds + 1):
        x, y, sums = np.full(particles, 3.), np.zeros(particles), np.zeros(particles)
        steps = round((time if number else 1.) / step)
        start = perf_counter()
        move(x, y, sums, step, round((BURN_IN if number else 1.) / step))
        sums[:] = 0
        move(x, y, sums, step, steps)
        if number:
            seconds.append(perf_counter() - start)
            means.append(sums / steps)
    last = means[-1]
    print(f"seconds {median(seconds):.5g} mean_flatness {last.mean():.6f} standard_error {last.std(ddof=1) / particles ** .5:.2g}"
          f" all_rounds {np.mean(means):.6f} ns {1e9 * median(seconds) * step / (particles * (time + BURN_IN)):.4g}")


main()
