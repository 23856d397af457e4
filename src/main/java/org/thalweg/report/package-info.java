/**
 * What a run leaves behind: tables, provenance and figures.
 *
 * <h2>Tables</h2>
 *
 * <p>A {@link org.thalweg.report.RunDirectory} begins empty. The columns of all tables of the
 * contract are in {@link org.thalweg.report.RunTables}; a {@link org.thalweg.report.CsvTable} writes one of them, row
 * by row. Numbers read back to the same double; an undefined number is an empty
 * field; the bytes depend on neither platform nor locale. {@link org.thalweg.report.RunRecord} says where the numbers
 * come from.
 *
 * <p>A {@link org.thalweg.report.stored.StoredRun} reads a folder back, for pages and notebooks; {@link
 * org.thalweg.report.stored.ErrorNotation} writes numbers with their errors for people.
 *
 * <h2>Figures</h2>
 *
 * <p>A {@link org.thalweg.report.drawing.Figure} is a value: two axes and a list of {@link
 * org.thalweg.report.drawing.Layer layers}. It can be built, compared and tested without fonts or a display; package
 * {@code plot} draws it. Witnesses keep their colour and marker in every figure ({@link
 * org.thalweg.report.drawing.Ink#of}, {@link org.thalweg.report.drawing.Marker#of}): simulations are points with
 * error bars, computed curves are solid lines, formulas dashed ones.
 *
 * <p>{@link Columns} say what a table holds, {@link ComparisonTables} which there are of comparisons, {@link
 * NetworkTables} of networks, {@link ValleyTables}
 * of measured valleys, {@link SurvivalTable} of survival, {@link LawTables} of the laws in the cells of a sweep, {@link
 * PathTable} of a path of least action, {@link SplittingTable} of a start by where it ends,
 * {@link MethodsTable} of two methods side by side; {@link FieldFile} holds
 * arrays, {@link Thinning} shows a part of
 * them, {@link Json} is written by {@link ProductVersion} in every record. {@link ValidationPage} is the page of
 * verdicts, {@link ExportFile} a file made of a run, {@link RunDirectoryException} why a folder will not do.
 */
package org.thalweg.report;
