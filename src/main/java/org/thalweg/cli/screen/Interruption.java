package org.thalweg.cli.screen;

import java.io.PrintStream;

/**
 * Says one line when the process is told to stop (Ctrl-C) before it is through. The virtual machine itself then returns
 * {@link ExitCode#INTERRUPTED}.
 */
public final class Interruption {
    /** What is said, unless there is better to say. */
    public static final String LINE = "interrupted; files written so far may be incomplete";

    private static volatile String line = LINE;

    private volatile boolean through;

    private Interruption() {}

    /**
     * Watches this process.
     *
     * @param err where the line goes
     * @param terminal whether {@code err} is a terminal, whose last line may hold a progress bar
     */
    public static Interruption watch(PrintStream err, boolean terminal) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!interruption.through) {
                err.println((terminal ? ProgressBar.ERASE_LINE : "") + "thalweg: " + line);
                err.flush();
            }
        }, "interruption"));
        return interruption;
    }

    /** What is said from now on, where the interruption loses nothing. */
    public static void keeping(String what) {
        line = "interrupted; " + what;
    }

    /** What is said. */
    public static String line() {
        return line;
    }

    /** The process is through; its end is no interruption. */
    public void over() {
        through = true;
    }
}
