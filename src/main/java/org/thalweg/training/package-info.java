/**
 * Networks trained by literal SGD, many times over, and looked at on the way.
 *
 * <p>A {@link org.thalweg.training.Training} is the definition: a setting whose noise is that of samples, a number of
 * iterations, checkpoints, and perhaps what ends a repeat early. A {@link
 * org.thalweg.training.RepeatUnderWay} is one repeat: the parameters of its checkpoints go to a file as they come
 * ({@link org.thalweg.training.KeptRepeat}), and what they are worth are the rows of a {@link
 * org.thalweg.training.TrainedRepeat}. {@link org.thalweg.training.TrainingRunner} runs repeats side by side, a slice
 * by any thread, and {@link org.thalweg.training.TrainingJournal} remembers those that are finished, so that a run that
 * was stopped goes on.
 *
 * <p>Repeat r has the seed {@code child(r)} of the run's: its batches are those of the stream {@code GRADIENT_NOISE} of
 * block 0, its start, where it draws one, that of the stream {@code START}. No number depends on which thread did it.
 *
 * <p>{@link TrainingRow} is what a network is worth at a checkpoint, {@link TrainingSummary} what repeats came to.
 *
 * <p>A {@link LearnersWatch} follows learners that average with one another, and what their spread does to a step.
 *
 * <p>{@link Freezing} tells when a repeat chose its solution, by {@link SharedMistakes}; {@link
 * Arrivals} are when repeats had every sample in its class. A {@link Window} goes on from a point.
 */
package org.thalweg.training;
