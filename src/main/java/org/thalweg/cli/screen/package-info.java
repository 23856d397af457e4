/**
 * What a person sees: results, tables, progress, and what an interruption says.
 *
 * <p>{@link Console} is where a command speaks, {@link Table} how it shows rows, {@link ProgressBar} how far it is;
 * {@link Interruption} says that it was told to stop, and an {@link ExitCode} how it ended. {@link
 * StandardError} keeps what the virtual machine says apart.
 *
 * <p>{@link ReferenceLines} are values from outside beside what was found, {@link ChoiceLines} say which setting a
 * sweep recommends, a {@link SweepScreen} what a sweep comes to, a {@link LearnersTable} how the learners of a network
 * are on their way; {@link Optimised} is said where a diffusion stands for an optimiser.
 */
package org.thalweg.cli.screen;
