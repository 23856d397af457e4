/**
 * The figures of what was measured of a network, one class a figure; {@link
 * org.thalweg.report.figures.probes.ProbeFigures} draws those that there are numbers for. Measured numbers are points,
 * what is fitted or continuous is a line.
 */
package org.thalweg.report.figures.probes;
