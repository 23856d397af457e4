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
 *
 * <p>Pairs of points go to a {@link PairProbe}, each kept as a {@link Portrait}, the segment as {@link Between}; a
 * path goes to a {@link PathProbe}. A {@link Scan} runs along a {@link Direction}. {@link ProbeRunner} does them all,
 * with {@link ProbeOptions}.
 */
package org.thalweg.probes;
