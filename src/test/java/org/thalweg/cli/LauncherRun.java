package org.thalweg.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What came of one run of the real launcher.
 *
 * @param exitCode of the process
 * @param out standard output
 * @param err standard error
 */
record LauncherRun(int exitCode, String out, String err) {
    /** The launcher of this copy; tests run in the folder of the project. */
    static final Path LAUNCHER = Path.of("thalweg").toAbsolutePath();

    /** Far beyond what any test needs: only keeps a hanging process from hanging the build. */
    private static final long MINUTES = 10;

    /** Runs {@code ./thalweg} with arguments, in the folder of the project. */
    static LauncherRun of(String... arguments) {
        return in(Path.of("").toAbsolutePath(), Map.of(), LAUNCHER, arguments);
    }

    /**
     * Runs a launcher, or any program.
     *
     * @param folder the working directory
     * @param environment put over that of the test
     */
    static LauncherRun in(Path folder, Map<String, String> environment, Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            // Files, not pipes: neither stream can fill up and block the process.
            Path out = Files.createTempFile("thalweg", ".out");
            Path err = Files.createTempFile("thalweg", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + MINUTES + " minutes: " + command);
            }
            LauncherRun run = new LauncherRun(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted: " + command, e);
        }
    }
}
