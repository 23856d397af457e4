/**
 * What a person sees: results, tables, progress, and what an interruption says.
 *
 * <p>{@link Console} is where a command speaks, {@link Table} how it shows rows, {@link ProgressBar} how far it is;
 * {@link Interruption} says that it was told to stop. {@link StandardError} keeps what the virtual machine says apart.
 */
package org.thalweg.cli.screen;
