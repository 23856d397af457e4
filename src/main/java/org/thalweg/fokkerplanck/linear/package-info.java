/**
 * Systems of linear equations: a sparse elimination that never subtracts, and small dense ones.
 *
 * <p>{@code SparseSolver} is the seam: a multifrontal elimination along a nested dissection of the grid, whose pivots
 * are recomputed as what leaves a cell, so that masses are accurate relative to themselves in the remotest tail.
 * {@code DenseLu} serves the spectral methods.
 *
 * <p>{@link KrylovFlow} goes through time by the {@link Resolvent} of any operator; {@link CellVectors} are the sums
 * by which its bases are made orthogonal, {@link SmallSpectrum}
 * the eigenvalues of what it leaves.
 *
 * <p>{@link Elimination} works along the tree of the parts, by the products of {@link DenseProduct}.
 */
package org.thalweg.fokkerplanck.linear;
