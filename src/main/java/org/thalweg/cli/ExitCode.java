package org.thalweg.cli;

/** What the process returns to its caller. */
final class ExitCode {
    /** Everything went well, and no claim was refuted. */
    static final int OK = 0;
    /** A claim was refuted. */
    static final int REFUTED = 1;
    /** Bad usage or bad input; nothing was written. */
    static final int BAD_INPUT = 2;
    /** The numerics failed. */
    static final int NUMERICS = 3;
    /** Interrupted from outside: 128 + SIGINT, which is also what the virtual machine returns then. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
