/**
 * Runs read back from their folders, for pages and notebooks.
 *
 * <p>A {@link StoredRun} has its {@link StoredTable}s; {@link StoredNames} say what they mean,
 * {@link ErrorNotation} how a number is printed, {@link ShellCommand} how the run was asked for.
 */
package org.thalweg.report.stored;
