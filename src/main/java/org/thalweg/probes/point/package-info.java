/**
 * The probes of a single point.
 *
 * <p>Of the loss is {@link LossProbe}. Of its Hessian are {@link SpectrumProbe}, {@link SpectralDensityProbe} and
 * {@link TracesProbe}; of the gradients of samples {@link FisherRaoProbe} and {@link NoiseCurvatureProbe}. Flatness is
 * measured by {@link RelativeFlatnessProbe}, {@link NeuronwiseFlatnessProbe}, {@link SamProbe}, {@link
 * EpsilonSharpnessProbe} and {@link VarianceFlatnessProbe}, sides of a line through the point by {@link LineScanProbe}.
 * {@link PacBayesProbe} bounds the error on samples that were not seen.
 */
package org.thalweg.probes.point;
