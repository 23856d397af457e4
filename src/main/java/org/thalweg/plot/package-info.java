/**
 * Draws figures.
 *
 * <p>{@link org.thalweg.plot.FigureWriter} turns a {@link org.thalweg.report.drawing.Figure} into PNG, SVG or PDF.
 * Nothing else here is public, and no other package sees JFreeChart.
 *
 * <p>The way of a figure: {@link org.thalweg.plot.AxisLimits} finds what the axes must show, {@link
 * org.thalweg.plot.ChartBuilder} makes a JFreeChart chart of axes and layers, {@link org.thalweg.plot.FigureDrawing}
 * lays it out (the legend where it covers no data, the colour bar beside the axes) and draws it on any surface. A
 * {@link Page} is one of these or several ({@link PanelsDrawing}).
 *
 * <p>The look is set in {@link org.thalweg.plot.Style} alone: 160 mm wide, 11 pt DejaVu Sans, white ground, colours of
 * Okabe and Ito, viridis for maps. Logarithmic axes have their own ticks ({@link org.thalweg.plot.LogTicks}): labelled
 * even where the axis spans less than a decade.
 *
 * <p>{@link FigureFormat} is what a figure is written as, {@link FigureException} why it is not.
 */
package org.thalweg.plot;
