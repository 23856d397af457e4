/**
 * A run as a Jupyter notebook, {@link org.thalweg.report.notebook.RunNotebook}: provenance, the tables of the run loaded with
 * pandas, its figures drawn with matplotlib, and a cell that runs the command again.
 *
 * <p>The code of the cells lies beside this package as Python files, one for each cell; a notebook takes those for which the
 * run has a table ({@link org.thalweg.report.notebook.Chapter}). Numbers stay in the CSV files of the run, which the notebook
 * reads by a path relative to itself.
 */
package org.thalweg.report.notebook;
