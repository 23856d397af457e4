/**
 * A run as one page of HTML, {@link org.thalweg.report.html.ReportPage}: figures, tables, provenance and the command
 * that makes them again, in one file without links to anything else, for the browser, for mail and for print.
 *
 * <p>All of it can be read without scripts. With them a map of cells and curves answer to mouse and keyboard, {@code
 * Live}: programs that lie beside this package, drawings by {@link org.thalweg.web.PlottingLibrary}, numbers out of the
 * very links by which the tables are saved, {@code Downloads}. What a page would be too large for is sampled, {@code
 * Sample}, and said.
 *
 * <p>Everything comes from a {@link org.thalweg.report.stored.StoredRun}. Text becomes markup in one way only, {@link
 * org.thalweg.report.html.Html#text}, which escapes it: what a model file or a folder is called cannot change the page.
 */
package org.thalweg.report.html;
