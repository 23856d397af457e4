/**
 * What becomes of an exception: an exit code and a line.
 *
 * <p>The {@link org.thalweg.cli.fault.ErrorReporter} is the one place that decides which. What nobody foresaw goes,
 * with its trace and the {@link org.thalweg.cli.fault.Version} of everything, into a file of the {@link
 * org.thalweg.cli.fault.FaultLog}.
 */
package org.thalweg.cli.fault;
