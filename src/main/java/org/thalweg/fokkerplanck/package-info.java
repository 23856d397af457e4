/**
 * Densities and mean first-passage times from the Fokker-Planck equation of a setting's Ito diffusion,
 * dp/dt = -div(b p) + sum_ij d_i d_j (D_ij p). Nothing here draws a random number, and nothing here knows a theorem.
 *
 * <h2>What can be asked</h2>
 *
 * <p>{@link org.thalweg.fokkerplanck.StationaryDensity}: where particles are in the end. {@link
 * org.thalweg.fokkerplanck.DensityEvolution}: where they are at given times ({@link
 * org.thalweg.fokkerplanck.LawInTime} chooses how). {@link
 * org.thalweg.fokkerplanck.FirstPassage}: how long they take to the flat set. {@link
 * org.thalweg.fokkerplanck.line.ValleyFloor}: the same in one dimension, with the sharp directions relaxed. Every
 * number is a {@link org.thalweg.measure.Measurement} whose standard error estimates the numerical error. What a
 * density takes is told beforehand by {@link org.thalweg.fokkerplanck.DensityCost}.
 *
 * <h2>Finite volumes</h2>
 *
 * <p>A grid turns the operator into a jump process between cells. The flux of q = D p through a face is that of
 * Scharfetter and Gummel, which is exact where b / D is constant and no mass is created: so equilibrium is exact at the
 * cell centres, rates are never negative, and what leaves a cell enters its neighbour. The diagonal of the {@code
 * Generator} is not stored but is what leaves; conservation of mass holds by construction. Cells are graded by smooth
 * maps, so the error is an expansion in even powers of the cell width, and three nested grids give a value extrapolated
 * twice and an estimate of its error. Finite volumes do two parameters. Noise that couples them adds fluxes between
 * cells that touch in a corner, on equal cells whose aspect keeps every rate non-negative ({@code Mesh}); where no
 * aspect does, the cells are named and the setting is refused. Around a stationary law that is narrow in its rectangle
 * they are graded as far as the aspects allow: equal in mapped coordinates, to which drift and tensor are transformed.
 *
 * <h2>The valley hierarchy</h2>
 *
 * <p>Across a valley the density is a series of Hermite functions of its own local Gaussian, along it a spectral
 * interpolant: an exact hierarchy of equations in one dimension, docs/theory/hierarchy.md. Both series are refined
 * until the marginal moves by less than a tolerance. Noise must depend on x alone. A valley that is its own mirror
 * image is solved on one half. The adjoint equations give passage times. It shares nothing with the finite volumes but
 * the valley, and each judges the other in the tests. Solves share nothing: a sweep is a parallel stream of them.
 *
 * <h2>What keeps flowing</h2>
 *
 * <p>A stationary density may carry a {@link org.thalweg.fokkerplanck.law.Current}: its {@link
 * org.thalweg.fokkerplanck.law.Circulation} knows the current over the plane and the entropy it produces, zero in
 * equilibrium. Finite volumes sum over the links between cells ({@code NetFlow}); the hierarchy needs mode 2 alone
 * ({@code HierarchyCirculation}); docs/theory/entropy-production.md.
 *
 * <p>How deviations decay: {@link org.thalweg.fokkerplanck.volumes.VolumeSpectrum} of the plane, {@link
 * org.thalweg.fokkerplanck.line.RelaxationRate} of the floor; docs/theory/relaxation.md. Who has arrived by a time:
 * {@link Survival}; which of two places is reached first: {@link FirstReached}, and from where those came that did:
 * {@link Splitting}; each by finite volumes or by the hierarchy, docs/theory/evolution.md. Along which path noise
 * leaves: {@link org.thalweg.fokkerplanck.action.MinimumActionPath}, docs/theory/action.md.
 *
 * <h2>Linear systems</h2>
 *
 * <p>Stationary masses, passage times and laws at given times are solved with one direct factorisation, a multifrontal
 * LU along a geometric nested dissection, in blocks that stay in the caches, unrelated subtrees at the same time, with
 * the same bits for any number of threads. It never subtracts: pivots are recomputed as what leaves a cell, so the
 * density is accurate relative to itself in the remotest tail, and a passage time across the highest barrier. The seam
 * is {@code SparseSolver}.
 *
 * <h2>The valley floor</h2>
 *
 * <p>In one dimension the density is a quadrature, (1/D_xx) exp(int drift / D_xx dx), and the passage time a double
 * one. Both are done in logarithms with cells that follow the density, so any temperature will do. For a valley this is
 * the limit of sharp directions that relax at once; a solution that rests on it says so in its notes.
 *
 * <h2>Open domains</h2>
 *
 * <p>A tail that falls like |x|^-p holds finite mass iff p &gt; 1. Where it does not, {@link
 * org.thalweg.fokkerplanck.law.NoStationaryStateException} says so; where it does, the domain is cut where the mass
 * outside is negligible, and the notes of the solution say where. {@link
 * org.thalweg.fokkerplanck.law.NumericsException} is for problems that have an answer which was not found.
 */
package org.thalweg.fokkerplanck;
