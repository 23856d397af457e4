package org.thalweg.cli.fault;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The trace of a fault of the program, kept in a file of its own: the screen gets one line. */
public final class FaultLog {
    private FaultLog() {}

    /** Writes the trace to a new file in the folder for temporary files, and returns what to tell the user. */
    public static String write(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("thalweg-fault-", ".log");
            Files.writeString(file, new Version().getVersion()[0] + System.lineSeparator() + trace);
            return "please report it with " + file;
        } catch (IOException | RuntimeException e) {
            return "please report it with these lines:" + System.lineSeparator() + trace;
        }
    }
}
