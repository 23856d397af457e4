/**
 * Files and their fingerprints: {@link org.thalweg.storage.WholeFile} replaces a file in one step, {@link
 * org.thalweg.storage.Sha256} tells whether one is still what was written, {@link org.thalweg.storage.NpyFile} holds
 * arrays of doubles. A journal is made of {@link org.thalweg.storage.SealedLine}s in a {@link
 * org.thalweg.storage.LockedFile}, and begins with a {@link org.thalweg.storage.RunRequest}.
 *
 * <p>{@link Pieces} of long work are remembered by a {@link PieceJournal}, so that an interrupted run goes on.
 *
 * <p>A {@link DamagedLine} of a journal is not believed, and goes to what is {@link SetAside}.
 */
package org.thalweg.storage;
