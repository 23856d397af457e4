package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Interruption;

/** Ctrl-C, sent to a process of its own. */
public class InterruptionTest {
    /** Says that it has begun, then works for a minute. */
    public static final class Busy {
        private Busy() {}

        /** Begins. */
        public static void main(String[] args) throws InterruptedException {
            Interruption interruption = Interruption.watch(System.err, false);
            System.out.println("begun");
            if (args.length == 0) {
                Thread.sleep(60_000);
            }
            interruption.over();
        }
    }

    private static Process begin(String... arguments) throws IOException {
        // A build in the background ignores SIGINT, and so would its children; env (GNU) gives them the default back.
        List<String> command = new java.util.ArrayList<>(List.of("env", "--default-signal=INT",
                ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                Busy.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        BufferedReader out = process.inputReader();
        assumeTrue("begun".equals(out.readLine()), "env --default-signal is not available");
        return process;
    }

    /** Ctrl-C. Java sends no SIGINT; every shell can by itself, where a bare machine has no program for it. */
    public static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        assertEquals(0, sent);
    }

    private static String err(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void anInterruptedProcessSaysOneLineAndReturns130() throws IOException, InterruptedException {
        Process process = begin();
        interrupt(process.toHandle());
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(ExitCode.INTERRUPTED, process.exitValue());
        assertEquals("thalweg: " + Interruption.LINE, err(process).strip());
    }

    @Test
    void aFinishedProcessSaysNothing() throws IOException, InterruptedException {
        Process process = begin("at once");
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        assertEquals("", err(process));
    }
}
