/**
 * What every page with drawings that answer is made of: {@link org.thalweg.web.PlottingLibrary}, uPlot, as texts to
 * be served or put into a page, so that no page asks another machine for anything.
 */
package org.thalweg.web;
