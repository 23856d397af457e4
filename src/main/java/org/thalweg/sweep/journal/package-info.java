/**
 * The journal of a sweep as a file: {@link org.thalweg.sweep.journal.SweepJournal} keeps finished cells, one sealed
 * {@link org.thalweg.storage.SealedLine line} each, so that a sweep can be gone on with whatever happened to
 * process or file. Which lines of a file are to be believed is decided in one place, {@link
 * org.thalweg.sweep.journal.JournalContent}.
 */
package org.thalweg.sweep.journal;
