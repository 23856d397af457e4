/**
 * A run as one page of HTML, {@link org.thalweg.report.html.ReportPage}: figures, tables, provenance and the command
 * that makes them again, in one file without scripts and without links to anything else, for the browser, for mail and
 * for print.
 *
 * <p>Everything comes from a {@link org.thalweg.report.stored.StoredRun}. Text becomes markup in one way only, {@link
 * org.thalweg.report.html.Html#text}, which escapes it: what a model file or a folder is called cannot change the page.
 */
package org.thalweg.report.html;
