package org.thalweg.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.compute.Backend;

/** What the virtual machines of executors are told: the same as the launcher tells its own, {@code thalweg.options}. */
final class ExecutorOptions {
    private static final String FILE = "thalweg.options";

    private ExecutorOptions() {}

    /** All options, as Spark wants them; executors compute with arrays as this process does. */
    static String all() {
        boolean vectors = Backend.current().key().equals("vector");
        return Stream.concat(
                Stream.of("-Djava.awt.headless=true",
                        vectors ? "--add-modules=jdk.incubator.vector" : "-Dthalweg.backend=scalar"),
                file().lines().filter(line -> line.startsWith("-"))).collect(Collectors.joining(" "));
    }

    private static String file() {
        try (InputStream options = ExecutorOptions.class.getResourceAsStream(FILE)) {
            if (options == null) {
                throw new IllegalStateException("thalweg-spark.jar was built without " + FILE);
            }
            return new String(options.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
