package org.thalweg.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The command line for tests of other packages: in this process, with its streams caught. */
public final class InProcess {
    private InProcess() {}

    /**
     * What a command did.
     *
     * @param exitCode as the process would return it
     * @param out what it printed on standard output
     * @param err what it printed on standard error
     */
    public record Outcome(int exitCode, String out, String err) {}

    /** Runs the program with these words. */
    public static Outcome run(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exitCode, out.toString(), err.toString());
    }
}
