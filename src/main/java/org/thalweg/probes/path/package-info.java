/**
 * The probes of several points: of pairs and of paths.
 *
 * <p>Two points have common leading eigenvectors ({@link OverlapProbe}), samples in wrong classes ({@link
 * JaccardProbe}) and a segment ({@link SegmentProbe}). The points of a path have averages ({@link AveragesProbe}) and
 * a plane ({@link PlaneScanProbe}).
 */
package org.thalweg.probes.path;
