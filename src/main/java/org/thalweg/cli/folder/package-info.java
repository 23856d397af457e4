/**
 * Folders that a command goes on with, and runs that are recorded there.
 *
 * <p>A {@link KeptRun} is new or holds an interrupted run, with its journal; a {@link RecordedRun} is one that was made
 * before, a {@link ValleyFolder} one that measured a valley.
 */
package org.thalweg.cli.folder;
