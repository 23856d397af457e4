"""Peer of the valley hierarchy: the same equations in numpy, all modes in one dense matrix.

The valley is the yardstick of bench/README.md between walls at |x| = 6. It is even, so Chebyshev points on [0, 6] are enough.
In each even mode n the unknown is b_n(x), the amplitude of the normalised Hermite polynomial he_n(y / s); its current J_n and
its balance follow docs/theory/hierarchy.md with E = 1. No adaptivity, no error estimate: sizes are given.

    python3 bench/peers/hierarchy_numpy.py [points,modes ...]

prints the median and the least processor time of a call and the L1 distance to a solution with 90 points and 22 modes.
"""
import statistics
import sys
import time

import numpy as np

WALL, FLOOR, TEMPERATURE, ANISOTROPY = 6.0, 0.01, 0.05, 10.0


def points_and_derivative(count):
    """Chebyshev extreme points on [0, WALL], increasing, and d/dx on them; the diagonal by negative sums."""
    k = np.arange(count)
    x = 0.5 * WALL * (1 - np.cos(np.pi * k / (count - 1)))
    weight = np.where((k == 0) | (k == count - 1), 0.5, 1.0) * (-1.0) ** k
    difference = x[:, None] - x[None, :]
    np.fill_diagonal(difference, 1.0)
    matrix = weight[None, :] / weight[:, None] / difference
    np.fill_diagonal(matrix, 0.0)
    np.fill_diagonal(matrix, -matrix.sum(axis=1))
    return x, matrix


def interpolate(x, values, at):
    k = np.arange(len(x))
    weight = np.where((k == 0) | (k == len(x) - 1), 0.5, 1.0) * (-1.0) ** k
    distance = at[:, None] - x[None, :]
    hit = distance == 0
    distance[hit.any(axis=1)] = np.where(hit[hit.any(axis=1)], 1e-300, 1.0)
    terms = weight / distance
    return terms @ values / terms.sum(axis=1)


def gauss(pieces, nodes=12):
    t, w = np.polynomial.legendre.leggauss(nodes)
    step = WALL / pieces
    at = (step * (np.arange(pieces)[:, None] + 0.5 * (1 + t))).ravel()
    return at, np.tile(0.5 * step * w, pieces)


def solve(points, modes):
    """Points and the marginal on them, normalised over [-WALL, WALL]."""
    x, d = points_and_derivative(points)
    slope, decay = x / (1 + x * x), 1 / (1 + x * x)
    along = TEMPERATURE / ANISOTROPY
    size = points * modes
    current = np.zeros((modes, points, size))
    for m in range(modes):
        n, own = 2 * m, slice(m * points, (m + 1) * points)
        current[m][:, own] = np.diag(TEMPERATURE * (2 * n + 1) * slope - FLOOR * x - along * n * slope) - along * d
        if m > 0:
            lower = slice((m - 1) * points, m * points)
            current[m][:, lower] = np.diag((TEMPERATURE - along) * np.sqrt(n * (n - 1)) * slope)
        if m + 1 < modes:
            upper = slice((m + 1) * points, (m + 2) * points)
            current[m][:, upper] = np.diag(TEMPERATURE * np.sqrt((n + 2) * (n + 1)) * slope)
    matrix = np.empty((size, size))
    for m in range(modes):
        n, own = 2 * m, slice(m * points, (m + 1) * points)
        rows = d @ current[m] + (n * slope)[:, None] * current[m]
        if m > 0:
            rows += (np.sqrt(n * (n - 1)) * slope)[:, None] * current[m - 1]
        rows[:, own] += np.diag(n * decay)
        rows[0], rows[-1] = current[m][0], current[m][-1]
        matrix[own] = rows
    # The balance of mode 0 at the wall follows from the others; the value in the middle is set in its place.
    matrix[points - 1] = 0
    matrix[points - 1, points // 2] = 1
    right = np.zeros(size)
    right[points - 1] = 1
    p = np.linalg.solve(matrix, right)[:points]
    angle = np.pi * np.arange(points) / (points - 1)
    even = np.arange(0, points, 2)
    coefficient = 2.0 / (1.0 - even**2.0)
    coefficient[0] = 1.0
    if (points - 1) % 2 == 0:
        coefficient[-1] *= 0.5
    weight = 0.5 * WALL * np.cos(np.outer(angle, even)) @ coefficient * 2 / (points - 1)
    weight[[0, -1]] *= 0.5
    return x, p / (2 * weight @ p)


def main():
    sizes = [tuple(int(part) for part in given.split(",")) for given in sys.argv[1:]] or [(24, 8), (30, 9), (32, 10), (40, 12)]
    at, weight = gauss(60)
    exact = interpolate(*solve(90, 22), at)
    for points, modes in sizes:
        seconds = []
        for _ in range(101):
            start = time.process_time()
            x, p = solve(points, modes)
            seconds.append(time.process_time() - start)
        error = 2 * weight @ np.abs(interpolate(x, p, at) - exact)
        print(f"points {points} modes {modes}: {1e3 * statistics.median(seconds):.3f} ms, least {1e3 * min(seconds):.3f},"
              f" L1 error {error:.2g}")


main()
