/**
 * What comes with the program for a shell: {@link org.thalweg.cli.manual.ManualPages} writes a page for {@code man} of
 * each command, a {@link org.thalweg.cli.manual.ManualPage}, and what completes words on the command line. Run once,
 * when the archive is made.
 */
package org.thalweg.cli.manual;
