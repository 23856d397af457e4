package org.thalweg.cli.screen;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Messages of the program go to a file descriptor of their own where the launcher says so: what Java itself prints
 * passes a filter there, and would arrive out of order with what is printed to standard output.
 */
public final class StandardError {
    private static final String PROPERTY = "thalweg.stderr";

    private StandardError() {}

    /** Replaces {@link System#err}; where the descriptor cannot be opened, as with sockets, everything stays. */
    public static void redirect() {
        String descriptor = System.getProperty(PROPERTY);
        if (descriptor != null) {
            try {
                // Appending: another program may write to the same file.
                System.setErr(new PrintStream(new FileOutputStream(descriptor, true), true));
            } catch (IOException e) {
                System.clearProperty(PROPERTY);
            }
        }
    }
}
