/**
 * Curvature and noise of networks at a point of their parameters, and what can be said of a symmetric matrix that is
 * known by its products alone.
 *
 * <h2>Operators</h2>
 *
 * <p>A {@link org.thalweg.spectra.SymmetricOperator} multiplies. {@link org.thalweg.spectra.NetworkMatrix} lists those
 * of a network: Hessian H, Gauss-Newton, second moment M of the samples' gradients, covariance C of the gradient noise,
 * and H_p with H = M - H_p. {@link org.thalweg.spectra.Restriction} is a layer's block of any of them, {@link
 * org.thalweg.spectra.DenseMatrix} one that has been formed, {@link org.thalweg.spectra.Rescaling} gives the Hessian at
 * another point by a law.
 *
 * <h2>Algorithms</h2>
 *
 * <p>They take any operator. {@link org.thalweg.spectra.Lanczos} finds extreme eigenvalues and says how far they may be
 * off; {@link org.thalweg.spectra.Spectrum} all of a formed matrix, by its {@link org.thalweg.spectra.Tridiagonal} form
 * first, from which eigenvalues and eigenvectors can be asked apart; {@link org.thalweg.spectra.Traces} sums of
 * eigenvalues and of their squares, or {@link org.thalweg.spectra.SampledTraces} an estimate of them, from which
 * {@link org.thalweg.spectra.WolkowiczStyan} bounds the extreme ones.
 *
 * <h2>Flatness</h2>
 *
 * <p>Measures that rescaling between layers leaves alone ({@link org.thalweg.spectra.FisherRao}, {@link
 * org.thalweg.spectra.RelativeFlatness}) and that it changes ({@link org.thalweg.spectra.SamSharpness}, {@link
 * org.thalweg.spectra.EpsilonSharpness}, traces), as do other coordinates ({@link org.thalweg.spectra.RadialMap}). All
 * laws are derived in {@code docs/theory/networks.md}.
 *
 * <p>{@link PacBayes} makes a bound of the error on other samples of curvature and a {@link GaussianPrior}.
 *
 * <p>{@link Participation} tells on how many parameters a direction rests.
 *
 * <p>{@link SpectralDensity}, {@link NoiseCurvature} and {@link NeuronwiseFlatness} are made of products too.
 */
package org.thalweg.spectra;
