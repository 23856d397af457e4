/**
 * What is measured of the loss of a network: curvatures, traces, bounds, flatness.
 *
 * <p>Each {@link org.thalweg.probes.Probe} is one file, and {@link org.thalweg.probes.Probes} is their catalogue. A {@link
 * org.thalweg.probes.ProbePlan} says what is measured and of which parameters; a {@link org.thalweg.probes.ProbeWorker},
 * bound to one thread, makes a {@link org.thalweg.probes.ProbePoint} of each point, hands it to every {@link
 * org.thalweg.probes.PointProbe} and gives the {@link org.thalweg.probes.Reading}s. The mathematics is that of {@code
 * spectra}.
 *
 * <p>{@link Readings} collects the numbers of one probe.
 */
package org.thalweg.probes;
