package org.thalweg.referee;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.thalweg.cli.InProcess;

/** Where one varied model is examined: its file, its runs, what they took and what was found. */
final class Bench {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String model;
    private final Variation variation;
    private final Size size;
    private final Path folder;
    private final Map<String, Object> tree;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Took> took = new ArrayList<>();
    private int runs;

    /**
     * The processor time of a command.
     *
     * @param command as in a {@link Finding}
     * @param seconds of all threads
     */
    record Took(String command, double seconds) {}

    /**
     * What a run left.
     *
     * @param said on standard output and standard error
     * @param folder of the run
     */
    record Result(String said, Path folder) {
        /** The rows of a table; none where it was not written. */
        List<CSVRecord> rows(String name) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                return List.of();
            }
            try (var parser = FORMAT.parse(Files.newBufferedReader(file))) {
                return parser.getRecords();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Bench(String model, Variation variation, Size size, Path folder, Map<String, Object> tree) {
        this.model = model;
        this.variation = variation;
        this.size = size;
        this.folder = folder;
        this.tree = tree;
    }

    /** The bench of a model, or why it cannot be varied so in {@code skipped}, which is modified. */
    static Optional<Bench> of(Path file, Variation variation, Size size, Path scratch, List<String> skipped) {
        String model = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> tree = (Map<String, Object>) new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(file));
            Optional<String> obstacle = variation.apply(tree);
            if (obstacle.isPresent()) {
                skipped.add(model + " " + variation.key() + ": " + obstacle.get());
                return Optional.empty();
            }
            size.shorten(tree);
            Path folder = Files.createDirectories(scratch.resolve(model + "-" + variation.key()));
            tables(file.toAbsolutePath().getParent(), folder);
            return Optional.of(new Bench(model, variation, size, folder, tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A model names its tables as files beside it. */
    private static void tables(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(from, "*.csv")) {
            for (Path table : tables) {
                Files.copy(table, to.resolve(table.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Model and variation. */
    String name() {
        return model + " " + variation.key();
    }

    Map<String, Object> tree() {
        return tree;
    }

    Size size() {
        return size;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Took> took() {
        return took;
    }

    void find(Finding.Kind kind, String command, String what) {
        findings.add(new Finding(kind, model, variation, command, what));
    }

    /**
     * Runs a command on the model.
     *
     * @param words the command and the options that say what is asked
     * @param small options that make it small
     * @return what it left; empty where it did not finish, which is a finding
     */
    Optional<Result> run(List<String> words, List<String> small) {
        return run(tree, words, small);
    }

    /** Runs a command on a further variation of the model. */
    Optional<Result> run(Map<String, Object> of, List<String> words, List<String> small) {
        Path out = folder.resolve("run-" + ++runs);
        List<String> all = new ArrayList<>(List.of(words.get(0), write(of).toString()));
        all.addAll(words.subList(1, words.size()));
        all.addAll(small);
        all.addAll(List.of("--figures", "none", "--threads", String.valueOf(size.threads()), "--out", out.toString()));
        String command = String.join(" ", words);
        double before = processorSeconds();
        Optional<InProcess.Outcome> outcome = within(all);
        took.add(new Took(command, processorSeconds() - before));
        if (outcome.isEmpty()) {
            find(Finding.Kind.SLOW, command, "more than " + size.secondsLimit() + " s");
            return Optional.empty();
        }
        String err = outcome.get().err().strip();
        if (err.contains("internal error")) {
            find(Finding.Kind.EXCEPTION, command,
                    err.lines().limit(3).map(String::strip).collect(Collectors.joining(" ")));
            return Optional.empty();
        }
        switch (outcome.get().exitCode()) {
            case 0, 1 -> {
                return Optional.of(new Result(outcome.get().out() + err, out));
            }
            case 2 -> find(Finding.Kind.REFUSED, command, last(err));
            case 130 -> find(Finding.Kind.SLOW, command, "more than " + size.secondsLimit() + " s");
            case 3 -> find(Finding.Kind.NUMERICS, command, last(err));
            default -> find(Finding.Kind.EXCEPTION, command,
                    "exit code " + outcome.get().exitCode() + ": " + last(err));
        }
        return Optional.empty();
    }

    private static String last(String err) {
        return err.lines().filter(line -> line.startsWith("thalweg")).reduce((a, b) -> b)
                .orElse(err.lines().reduce((a, b) -> b).orElse(""));
    }

    private Path write(Map<String, Object> of) {
        try {
            String text = new Dump(DumpSettings.builder().build()).dumpToString(of);
            return Files.writeString(folder.resolve(model + ".yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outcome, or nothing after the limit; the thread is told to stop then. */
    private Optional<InProcess.Outcome> within(List<String> words) {
        AtomicReference<InProcess.Outcome> outcome = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                outcome.set(InProcess.run(words));
            } catch (RuntimeException | Error e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                outcome.set(new InProcess.Outcome(-1, "", "internal error " + trace));
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            double until = processorSeconds() + size.secondsLimit();
            while (thread.isAlive() && processorSeconds() < until) {
                thread.join(50);
            }
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(30_000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return thread.isAlive() ? Optional.empty() : Optional.ofNullable(outcome.get());
    }

    static double processorSeconds() {
        return 1e-9 * ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
