/** Folders that a command goes on with, and runs that are recorded there. */
package org.thalweg.cli.folder;
