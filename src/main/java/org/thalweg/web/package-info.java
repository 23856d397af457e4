/**
 * What pages that answer are made of. {@link org.thalweg.web.PageServer} serves a page and its {@link
 * org.thalweg.web.Endpoint}s on the loopback address alone, to who knows the token ({@link org.thalweg.web.Guard});
 * each {@link org.thalweg.web.Reply} carries a strict content security policy. Where questions come faster than
 * answers, {@link org.thalweg.web.NewestWins} says which are still worth an answer. {@link
 * org.thalweg.web.PlottingLibrary} is uPlot, as texts to be served or put into a page, so that no page asks another
 * machine for anything.
 */
package org.thalweg.web;
