/**
 * The command line: the only package that prints.
 *
 * <p>{@link org.thalweg.cli.Main} lists the commands, one small class each. A command reads its arguments, calls the
 * engine, has its answer made into an {@link org.thalweg.cli.outcome.Outcome} (tables, figures, remarks, words, a
 * verdict) and lets its {@code Run} post that, which gives the exit code; it never catches what the engine throws.
 * Every error ends in {@link org.thalweg.cli.fault.ErrorReporter}, the one place that decides which exit code and which
 * lines an exception becomes.
 *
 * <p>Two groups of options are mixed into commands: {@link org.thalweg.cli.option.OutputOptions} ({@code --quiet
 * --json}) into all, {@link org.thalweg.cli.option.RunOptions} ({@code --out --seed --threads --set --figures}) into
 * those that compute. What a command has to say goes through its {@link org.thalweg.cli.screen.Console}: the result
 * to standard output, progress and notes to standard error; with {@code --json} standard output carries JSON and
 * nothing else.
 *
 * <p>To add a command, write a {@code Callable<Integer>} named after it and add it to the list in {@code Main}.
 */
package org.thalweg.cli;
