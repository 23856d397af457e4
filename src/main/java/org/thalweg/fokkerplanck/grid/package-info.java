/**
 * Where the cells are: axes, their grading, and rates between cells.
 *
 * <p>An {@code Axis} is a graded row of cells, an {@code AxisDesign} what it is refined from: each level halves every
 * cell of the level before, so that errors are a series in even powers of the width. A {@code Grid} is two axes, a
 * {@code Generator} the jump process on its cells: rates to neighbours, never negative, and no diagonal stored.
 * {@link org.thalweg.fokkerplanck.grid.Resolution} is what a user may ask for. Nothing here knows a drift.
 */
package org.thalweg.fokkerplanck.grid;
