/**
 * What every probe of a network is made of: what it is asked, what it sees, what it gives.
 *
 * <p>A {@link ProbePlan} says what is measured and of which parameters, with {@link ProbeOptions}. A {@link Probe} of
 * single points is a {@link PointProbe}, which is handed a {@link ProbePoint}. Pairs of points go to a {@link
 * PairProbe}, each kept as a {@link Portrait}, the segment as {@link Between}; a path goes to a {@link PathProbe}.
 * {@link Readings} collects the numbers of one probe, each a {@link Reading}. A {@link Scan} runs along a {@link
 * Direction}.
 */
package org.thalweg.probes.face;
