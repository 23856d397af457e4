/**
 * What is measured of the loss of a network: curvatures, traces, bounds, flatness.
 *
 * <p>Each probe is one file, those of single points in {@code probes.point}, those of pairs and paths in {@code
 * probes.path}; {@link org.thalweg.probes.Probes} is their catalogue. A {@link org.thalweg.probes.ProbeRunner} measures
 * what is planned at many points, side by side on threads, a {@link org.thalweg.probes.ProbeWorker} on one of them,
 * point after point. The mathematics is that of {@code spectra}.
 */
package org.thalweg.probes;
