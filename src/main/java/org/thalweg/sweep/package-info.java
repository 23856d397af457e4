/**
 * Many settings at once: the grid of learning rate, batch variance and anisotropy, and the runner that takes its cells
 * through all witnesses on all cores.
 *
 * <p>Cells are independent. They run longest first, so that no core waits at the end, and are handed over in the order
 * of the grid, so that what is written does not depend on who finished first. A {@link org.thalweg.sweep.Journal}
 * keeps what is finished, so that a sweep can be interrupted: a {@link SweepJournal} on a disk.
 *
 * <p>A {@link SweepRequest} is a sweep as a value, a {@link PlannedSweep} what a process makes of it: its {@link
 * PlannedCells}, which are {@link Cells}, and their runner. An {@link Engine} runs cells, a {@link LocalEngine} here,
 * one of an {@link Engine.Provider} elsewhere; they come back as a {@link StoredCell}, or a {@link FailedCell}, of
 * which a {@link CellsFailedException} tells in the end. A {@link Precision} adds particles.
 *
 * <p>A {@link ParameterGrid} or a {@link Variation} makes the cells, {@link SweepRunner} runs them to a
 * {@link CellResult} each, whose {@link CellLaws} are kept where cells are few. {@link ReferenceCells} are those that
 * values from outside belong to.
 */
package org.thalweg.sweep;
