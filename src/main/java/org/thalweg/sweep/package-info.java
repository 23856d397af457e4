/**
 * Many settings at once: the grid of learning rate, batch variance and anisotropy, and the runner that takes its cells
 * through all witnesses on all cores.
 *
 * <p>Cells are independent. They run longest first, so that no core waits at the end, and are handed over in the order
 * of the grid, so that what is written does not depend on who finished first. A {@link org.thalweg.sweep.Journal}
 * keeps what is finished, so that a sweep can be interrupted: a {@link SweepJournal} on a disk.
 *
 * <p>A {@link ParameterGrid} or a {@link Variation} makes the cells, {@link SweepRunner} runs them to a
 * {@link CellResult} each, whose {@link CellLaws} are kept where cells are few; a {@link Difference} is of two, {@link ReferenceCells} are those that values from outside
 * belong to. {@link Choice} names the settings that a sweep recommends, {@link NoiseTrends} judges how networks go with
 * eta / B.
 */
package org.thalweg.sweep;
