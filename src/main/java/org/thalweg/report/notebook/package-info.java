/**
 * A run as a Jupyter notebook, {@link org.thalweg.report.notebook.RunNotebook}: provenance, the tables of the run
 * loaded with pandas, its figures drawn with matplotlib, and a cell that runs the command again.
 *
 * <p>The cells lie beside this package, text as Markdown and code as Python; a notebook takes those for which the run
 * has a table ({@link org.thalweg.report.notebook.Chapter}). Numbers stay in the CSV files of the run, which the
 * notebook reads by a path relative to itself.
 */
package org.thalweg.report.notebook;
