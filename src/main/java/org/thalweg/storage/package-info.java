/**
 * Files and their fingerprints: {@link org.thalweg.storage.WholeFile} replaces a file in one step, {@link
 * org.thalweg.storage.Sha256} tells whether one is still what was written.
 */
package org.thalweg.storage;
