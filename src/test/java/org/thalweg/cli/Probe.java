package org.thalweg.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One command, run within this process and given up after ten seconds.
 *
 * @param exitCode of the command; {@link #HANGS} where it was given up
 */
record Probe(List<String> arguments, int exitCode, String out, String err) {
    /** No exit code of a command. */
    static final int HANGS = -1;

    private static final long SECONDS = 10;

    static Probe of(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        FutureTask<Integer> task = new FutureTask<>(() -> Main.run(
                arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err)));
        Thread thread = new Thread(task, "probe");
        thread.setDaemon(true);
        thread.start();
        int exitCode;
        try {
            exitCode = task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Where it hangs, for the message.
            Arrays.stream(thread.getStackTrace()).limit(12).forEach(frame -> err.append("hangs at " + frame + "\n"));
            thread.interrupt();
            exitCode = HANGS;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(arguments.toString(), e);
        }
        return new Probe(arguments, exitCode, out.toString(), err.toString());
    }

    /** What no input may lead to; empty where all is as it should be. */
    String fault() {
        if (exitCode == HANGS) {
            return "hangs";
        }
        if (err.contains("internal error") || err.contains("\tat ") || err.contains("out of memory")) {
            return "fault: " + firstLine();
        }
        if (exitCode == ExitCode.BAD_INPUT && (err.isBlank() || !out.isEmpty())) {
            return "refused without a word";
        }
        return exitCode == ExitCode.OK && out.contains("NaN") && !err.contains("note:")
                ? "NaN without a word: " + out.lines().filter(line -> line.contains("NaN")).findFirst().orElse("") : "";
    }

    String firstLine() {
        return err.lines().filter(line -> !line.startsWith("note:")).findFirst().orElse("");
    }
}
