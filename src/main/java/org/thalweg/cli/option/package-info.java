/**
 * Options shared by commands, the models they name, and limits checked before work begins.
 *
 * <p>{@link ModelOptions} are the model and the options of a run, {@link RunOptions} those of commands that write one,
 * {@link ExportOptions} those of commands that read one back, {@link OutputOptions} those of all. {@link SchemeOption}
 * is the value of one of them, {@link Arguments} the checks that a type cannot make. {@link ModelLibrary} finds the
 * models that come along.
 *
 * <p>{@link ScanOptions} are the lines on which the loss of a network is looked at, {@link EndProbeOptions} say
 * what a sweep measures where training ends, {@link AverageOption} which
 * iterates of a path are averaged. {@link OperatorOptions} are what {@code density} is asked beside a density, {@link
 * CellQuestions} what of it a sweep is asked. {@link SweepGridOptions} say what a sweep varies, {@link EngineOptions}
 * where it runs.
 */
package org.thalweg.cli.option;
