"""numba as a user writes it who reads the manual: one compiled loop over particles, np.random.normal inside it."""
import numpy as np
from numba import njit

from yardstick import A, AMPLITUDE_X, AMPLITUDE_Y, DT, measure


@njit(fastmath=True)
def move(x, y, sums):
    for step in range(len(sums)):
        x2, y2 = 0., 0.
        for i in range(len(x)):
            slope = y[i] / (1 + x[i] * x[i])
            x[i] += (slope * slope - A) * x[i] * DT + AMPLITUDE_X * np.random.normal()
            y[i] += -slope * DT + AMPLITUDE_Y * np.random.normal()
            x2 += x[i] * x[i]
            y2 += y[i] * y[i]
        sums[step, 0] += x2
        sums[step, 1] += y2


@njit
def seed(value):
    np.random.seed(value)


seed(20261121)
measure(move, 1024, 50)
