"""Stationary density of the valley of FiniteVolumeBenchmark: python3 scipy_fp.py [n] [repeats] [solver].

L = y^2 / (2 (1 + x^2)) + 0.005 x^2, D = diag(0.005, 0.05), |x|, |y| <= 6 with walls, n x n cells, fluxes of Scharfetter
and Gummel. Solvers: spsolve (SuperLU as it comes, the default), splu (SuperLU, symmetric mode, minimum degree), umfpack
(libumfpack.so.5, its defaults, one thread of BLAS where OPENBLAS_NUM_THREADS=1), bicgstab (with ILU(0), to a residual of
1e-10). Prints the fastest run and the median; assembly is included, imports are not.
"""
import ctypes
import sys
import time

import numpy as np
import scipy
from scipy.sparse import csc_matrix, diags, tril, triu
from scipy.sparse.linalg import LinearOperator, bicgstab, splu, spsolve

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


def symmetric_mode(matrix, right):
    """SuperLU with an ordering of A + A^T and pivots on the diagonal."""
    return splu(matrix, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True}).solve(right)


def umfpack(matrix, right):
    """UMFPACK, called directly."""
    library = ctypes.CDLL("libumfpack.so.5")
    double = np.ctypeslib.ndpointer(np.float64)
    integer = np.ctypeslib.ndpointer(np.int32)
    address = ctypes.c_void_p
    matrix.sort_indices()
    pointers, rows = matrix.indptr.astype(np.int32), matrix.indices.astype(np.int32)
    symbolic, numeric = address(), address()
    library.umfpack_di_symbolic.argtypes = [ctypes.c_int, ctypes.c_int, integer, integer, double] + 3 * [address]
    library.umfpack_di_numeric.argtypes = [integer, integer, double, address, address, address, address]
    library.umfpack_di_solve.argtypes = [ctypes.c_int, integer, integer, double, double, double] + 3 * [address]
    answer = np.empty_like(right)
    status = [
        library.umfpack_di_symbolic(*matrix.shape, pointers, rows, matrix.data, ctypes.byref(symbolic), None, None),
        library.umfpack_di_numeric(pointers, rows, matrix.data, symbolic, ctypes.byref(numeric), None, None),
        library.umfpack_di_solve(0, pointers, rows, matrix.data, answer, right, numeric, None, None)]
    library.umfpack_di_free_symbolic(ctypes.byref(symbolic))
    library.umfpack_di_free_numeric(ctypes.byref(numeric))
    if any(status):
        sys.exit(f"UMFPACK returned {status}")
    return answer


def iterative(matrix, right):
    """BiCGStab with ILU(0), which changes nothing but the diagonal of a matrix with five points."""
    coupled = matrix.tocoo()
    lower = coupled.row > coupled.col
    order = np.argsort(coupled.row[lower], kind="stable")
    row, col = coupled.row[lower][order], coupled.col[lower][order]
    back = np.asarray(matrix[col, row]).ravel() * coupled.data[lower][order]
    start = np.searchsorted(row, np.arange(matrix.shape[0] + 1)).tolist()
    col, back, pivot = col.tolist(), back.tolist(), matrix.diagonal().tolist()
    for i in range(matrix.shape[0]):
        for k in range(start[i], start[i + 1]):
            pivot[i] -= back[k] / pivot[col[k]]
    pivot = np.array(pivot)
    # Triangular factors of triangular matrices, without fill: scipy's quickest way to substitute.
    below = splu((tril(matrix, -1) @ diags(1 / pivot) + diags(np.ones_like(pivot))).tocsc(), permc_spec="NATURAL",
                 diag_pivot_thresh=0.0, options={"SymmetricMode": True})
    above = splu((triu(matrix, 1) + diags(pivot)).tocsc(), permc_spec="NATURAL", diag_pivot_thresh=0.0,
                 options={"SymmetricMode": True})
    steps = []
    answer, failed = bicgstab(matrix.tocsr(), right, rtol=1e-10, maxiter=20000, callback=lambda _: steps.append(1),
                              M=LinearOperator(matrix.shape, lambda v: above.solve(below.solve(v))))
    print(f"bicgstab: {len(steps)} iterations{', not converged' if failed else ''}")
    return answer


SOLVERS = {"spsolve": spsolve, "splu": symmetric_mode, "umfpack": umfpack, "bicgstab": iterative}


def density(n, solver):
    """Cell masses: one cell on the floor is given mass 1, the others follow."""
    matrix = generator(n)
    pin = (n // 2) * n + n // 2
    free = np.flatnonzero(np.arange(n * n) != pin)
    right = -matrix[:, [pin]].toarray().ravel()[free]
    mass = np.insert(SOLVERS[solver](matrix[free][:, free], right), pin, 1.0)
    return mass / mass.sum()


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    solver = sys.argv[3] if len(sys.argv) > 3 else "spsolve"
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        mass = density(n, solver)
        seconds.append(time.perf_counter() - start)
    at = -EDGE + 2 * EDGE / n * (np.arange(n) + 0.5)
    variance = (mass.reshape(n, n).sum(axis=1) * at**2).sum()
    print(f"n {n} seconds {min(seconds):.4g} median {np.median(seconds):.4g} variance_x {variance:.12g} {solver}"
          f" scipy {scipy.__version__}")


if __name__ == "__main__":
    main()
