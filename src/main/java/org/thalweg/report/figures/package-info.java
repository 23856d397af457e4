/**
 * The figures of the commands, one class a figure: results in, a {@link org.thalweg.report.drawing.Figure} out.
 * {@link org.thalweg.report.figures.CurrentFigure} draws streamlines over a density.
 * Theory and densities are lines, simulations are points with error bars.
 */
package org.thalweg.report.figures;
