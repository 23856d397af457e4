package org.thalweg.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The real jar in a process that stays, for tests that ask many small things of it: one start of the virtual machine
 * and one warming up for all of them. What the launcher does is tested with the launcher ({@link LauncherRun}).
 *
 * <p>A question is the number of words in a line of its own, a folder for what is printed, and the words, each ended by
 * a zero; the answer is the exit code in a line, once {@code out} and {@code err} lie in the folder. Any program can
 * ask that, a shell too: {@link #script}.
 */
final class StandingProgram implements AutoCloseable {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private static StandingProgram ofProject;

    private final Process process;
    private final int port;

    private StandingProgram(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One in the folder of the project, for all tests of this process. */
    static synchronized StandingProgram inProject() {
        if (ofProject == null) {
            ofProject = in(PROJECT);
        }
        return ofProject;
    }

    /** One in a folder, where relative paths begin. It ends with this process at the latest. */
    static StandingProgram in(Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = PROJECT.resolve("target/thalweg.jar") + ":" + PROJECT.resolve("target/test-classes");
        ProcessBuilder builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "@" + PROJECT.resolve("thalweg.options"),
                "--add-modules=jdk.incubator.vector", "-Djava.awt.headless=true", "-Dthalweg.home=" + PROJECT,
                "-Dthalweg.terminal=false", "-cp", jar, StandingProgram.class.getName())
                .directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            return new StandingProgram(process, Integer.parseInt(line(process.getInputStream())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of {@code thalweg} with these words. */
    LauncherRun run(String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Path printed = Files.createTempDirectory("thalweg");
            OutputStream question = new BufferedOutputStream(socket.getOutputStream());
            question.write((words.length + "\n" + printed + "\0").getBytes(StandardCharsets.UTF_8));
            for (String word : words) {
                question.write((word + "\0").getBytes(StandardCharsets.UTF_8));
            }
            question.flush();
            int exitCode = Integer.parseInt(line(socket.getInputStream()));
            LauncherRun run = new LauncherRun(exitCode, Files.readString(printed.resolve("out")),
                    Files.readString(printed.resolve("err")));
            Files.delete(printed.resolve("out"));
            Files.delete(printed.resolve("err"));
            Files.delete(printed);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a program for a shell, instead of what lies there: it looks like the launcher and asks this process. */
    void script(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, String.join("\n", "#!/bin/bash",
                // What serves until it is told to stop, and what a shell reads, is left to the launcher.
                "case ${1:-} in explore | generate-completion) exec " + LauncherRun.LAUNCHER + " \"$@\" ;; esac",
                "printed=$(mktemp -d)",
                "exec 3<>/dev/tcp/127.0.0.1/" + port,
                "printf '%s\\n%s\\0' $# \"$printed\" >&3",
                "[ $# = 0 ] || printf '%s\\0' \"$@\" >&3",
                "read -r code <&3",
                "cat \"$printed/out\"",
                "cat \"$printed/err\" >&2",
                "rm -r \"$printed\"",
                "exit \"$code\"", ""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Answers one question after the other until nobody is there to ask. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Thread alone = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException e) {
                // Gone, too.
            }
            System.exit(0);
        });
        alone.setDaemon(true);
        alone.start();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                try (Socket socket = server.accept()) {
                    answer(socket);
                }
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        int words = Integer.parseInt(line(in));
        Path printed = Path.of(word(in, '\0'));
        List<String> all = new ArrayList<>();
        for (int k = 0; k < words; k++) {
            all.add(word(in, '\0'));
        }
        int exitCode;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(printed.resolve("out")));
                PrintWriter err = new PrintWriter(Files.newBufferedWriter(printed.resolve("err")))) {
            exitCode = Main.run(all.toArray(String[]::new), out, err);
        }
        socket.getOutputStream().write((exitCode + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        return word(in, '\n');
    }

    private static String word(InputStream in, char end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b != end; b = in.read()) {
            if (b < 0) {
                throw new IOException("the other side has gone");
            }
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
