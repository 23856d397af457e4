/**
 * Finite volumes in the plane: coefficients, fluxes through faces, and the flow of time.
 *
 * <p>{@code FiniteVolumes} turns drift and diffusion tensor into a {@code Generator} by the fluxes of Scharfetter and
 * Gummel; {@code Mesh} chooses cells for which tensors with a cross term keep rates non-negative; {@code Fold} solves
 * a problem that is its own mirror image on half or a quarter of its cells.
 *
 * <p>{@link Coefficients} are drift and diffusion at the faces, {@link FluxSchemes} the rates between cells,
 * {@link Aspects} the shapes of cells that keep them positive. {@link NullVector} is the stationary one,
 * {@link VolumeDensity} that on nested grids, {@link VolumePassage} the times of first passage.
 *
 * <p>{@link org.thalweg.fokkerplanck.volumes.NetFlow} is what keeps flowing between cells of a stationary density: its
 * current and its entropy production. {@link org.thalweg.fokkerplanck.volumes.VolumeSpectrum} finds the slowest rates,
 * by {@code ShiftedKrylov} on one factorisation, {@link VolumeSurvival} how many are left before they arrive, {@link
 * VolumeCommittor} where they do, {@link VolumeTransition} how often they go from one region to another, whose
 * boundaries run through cells ({@code CutCells}).
 */
package org.thalweg.fokkerplanck.volumes;
