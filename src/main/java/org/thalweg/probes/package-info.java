/**
 * What is measured of the loss of a network at a point: curvatures, traces, bounds, flatness.
 *
 * <p>{@link org.thalweg.probes.Probe} names what can be measured, {@link org.thalweg.probes.ProbePlan} says what is,
 * and of which parameters; a {@link org.thalweg.probes.ProbeWorker}, bound to one thread, gives the {@link
 * org.thalweg.probes.Reading}s of one point. The mathematics is that of {@code spectra}.
 */
package org.thalweg.probes;
