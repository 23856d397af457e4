package org.thalweg.cli.screen;

/** What the process returns to its caller. */
public final class ExitCode {
    /** Everything went well, and no claim was refuted. */
    public static final int OK = 0;
    /** A claim was refuted. */
    public static final int REFUTED = 1;
    /** Bad usage or bad input; nothing was written. */
    public static final int BAD_INPUT = 2;
    /** The numerics failed. */
    public static final int NUMERICS = 3;
    /** Interrupted from outside: 128 + SIGINT, which is also what the virtual machine returns then. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
