/**
 * Files and their fingerprints: {@link org.thalweg.storage.WholeFile} replaces a file in one step, {@link
 * org.thalweg.storage.Sha256} tells whether one is still what was written, {@link org.thalweg.storage.NpyFile} holds
 * arrays of doubles, a {@link Resource} comes with the program.
 *
 * <p>A {@link SealedJournal} remembers what an interrupted run came to: it is made of {@link
 * org.thalweg.storage.SealedLine}s, under the {@link LineKey} of their run, in a {@link
 * org.thalweg.storage.LockedFile}, and begins with a {@link org.thalweg.storage.RunRequest}. A {@link DamagedLine} is not believed, and goes to what is {@link SetAside}. {@link
 * Pieces} of long work are remembered by a {@link PieceJournal}; sweeps and trainings have journals of their own.
 */
package org.thalweg.storage;
