"""Stationary density of the valley of FiniteVolumeBenchmark with numpy and scipy: python3 scipy_fp.py [n] [repeats].

L = y^2 / (2 (1 + x^2)) + 0.005 x^2, D = diag(0.005, 0.05), |x|, |y| <= 6 with walls, n x n cells, fluxes of Scharfetter
and Gummel, solved by scipy.sparse.linalg.spsolve. Prints the fastest run; assembly is included, imports are not.
"""
import sys
import time

import numpy as np
import scipy
from scipy.sparse import csc_matrix
from scipy.sparse.linalg import spsolve

EDGE = 6.0
DIFFUSION = (0.005, 0.05)


def weight(z):
    """z / (exp(z) - 1)."""
    safe = np.where(np.abs(z) < 1e-10, 1.0, z)
    return np.where(np.abs(z) < 1e-10, 1.0 - z / 2, safe / np.expm1(safe))


def generator(n):
    """The rates of change of cell masses, one column for each cell that is left."""
    h = 2 * EDGE / n
    at = -EDGE + h * (np.arange(n) + 0.5)
    x, y = at[:, None], at[None, :]
    loss = y**2 / (2 * (1 + x**2)) + 0.005 * x**2
    number = np.arange(n * n).reshape(n, n)
    parts = []
    for axis in (0, 1):
        near = (slice(None, -1), slice(None)) if axis == 0 else (slice(None), slice(None, -1))
        far = (slice(1, None), slice(None)) if axis == 0 else (slice(None), slice(1, None))
        rise = (loss[far] - loss[near]) / DIFFUSION[axis]
        scale = DIFFUSION[axis] / h**2
        parts.append((number[near].ravel(), number[far].ravel(), (scale * weight(rise)).ravel()))
        parts.append((number[far].ravel(), number[near].ravel(), (scale * weight(-rise)).ravel()))
    source = np.concatenate([p[0] for p in parts])
    target = np.concatenate([p[1] for p in parts])
    rate = np.concatenate([p[2] for p in parts])
    entries = (np.concatenate([rate, -rate]),
               (np.concatenate([target, source]), np.concatenate([source, source])))
    return csc_matrix(entries, shape=(n * n, n * n))


def density(n):
    """Cell masses: one cell on the floor is given mass 1, the others follow."""
    matrix = generator(n)
    pin = (n // 2) * n + n // 2
    free = np.flatnonzero(np.arange(n * n) != pin)
    right = -matrix[:, [pin]].toarray().ravel()[free]
    mass = np.insert(spsolve(matrix[free][:, free], right), pin, 1.0)
    return mass / mass.sum()


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        mass = density(n)
        seconds.append(time.perf_counter() - start)
    at = -EDGE + 2 * EDGE / n * (np.arange(n) + 0.5)
    variance = (mass.reshape(n, n).sum(axis=1) * at**2).sum()
    print(f"n {n} seconds {min(seconds):.4g} variance_x {variance:.12g} scipy {scipy.__version__}")


if __name__ == "__main__":
    main()
