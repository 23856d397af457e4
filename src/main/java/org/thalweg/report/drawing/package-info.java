/**
 * What a figure is: two axes and layers, as values without fonts or a display.
 *
 * <p>A {@link org.thalweg.report.drawing.Figure} can be built, compared and tested; package {@code plot} draws it.
 * Witnesses keep their colour and marker in every figure ({@link org.thalweg.report.drawing.Ink}, {@link
 * org.thalweg.report.drawing.Marker}): simulations are points with error bars, computed curves solid lines, formulas
 * dashed ones.
 */
package org.thalweg.report.drawing;
