/**
 * What a figure is: two axes and layers, as values without fonts or a display.
 *
 * <p>A {@link org.thalweg.report.drawing.Figure} can be built, compared and tested; package {@code plot} draws it.
 * Witnesses keep their colour and marker in every figure ({@link org.thalweg.report.drawing.Ink}, {@link
 * org.thalweg.report.drawing.Marker}): simulations are points with error bars, computed curves solid lines, formulas
 * dashed ones.
 *
 * <p>Along an {@link Axis} each {@link Layer} is one of {@link LineLayer} with its {@link Dash}, {@link PointLayer},
 * {@link BandLayer}, {@link CellMapLayer}, {@link HorizontalMark}, {@link VerticalMark} and {@link NoteLayer}; the
 * {@link Legend} explains them. {@link Panels} are several figures on one page. A {@link Drawing} is either:
 * what goes into one file. {@link SeenCells} tells which part of a field is worth an axis.
 */
package org.thalweg.report.drawing;
