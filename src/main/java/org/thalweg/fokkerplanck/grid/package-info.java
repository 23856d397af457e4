/**
 * Where the cells are: axes, their grading, and rates between cells.
 *
 * <p>An {@code Axis} is a graded row of cells, an {@code AxisDesign} what it is refined from: each level halves every
 * cell of the level before, so that errors are a series in even powers of the width. A {@code Grid} is two axes, a
 * {@code Generator} the jump process on its cells: rates to neighbours, never negative, and no diagonal stored.
 * {@link org.thalweg.fokkerplanck.grid.Resolution} is what a user may ask for. Nothing here knows a drift.
 *
 * <p>{@link Stretch} and {@link KinkFaces} place the faces of cells, {@link Bernoulli} weighs their rates,
 * {@link GaussLegendre} integrates within them. {@link Mirror} finds valleys of which half will do,
 * {@link StartingMass} puts a particle on a grid.
 */
package org.thalweg.fokkerplanck.grid;
