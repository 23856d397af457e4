package org.thalweg.referee;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every command on every shipped model, as it is and varied, and lists what should not be: {@code bench/referee}.
 *
 * <pre>
 *   bench/referee [--small] [--models NAME,...] [--variations NAME,...] [--only sweep|density|simulate] [--out FILE]
 * </pre>
 */
public final class Referee {
    private final Size size;
    private final List<Examination> examinations;
    private final Path scratch;
    private final List<Bench> benches = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    Referee(Size size, List<Examination> examinations, Path scratch) {
        this.size = size;
        this.examinations = examinations;
        this.scratch = scratch;
    }

    /** Examines one model in one variation. */
    void examine(Path model, Variation variation) {
        Bench.of(model, variation, size, scratch, skipped).ifPresent(bench -> {
            examinations.forEach(examination -> examination.of(bench));
            benches.add(bench);
        });
    }

    /** All that was found, worst first. */
    List<Finding> findings() {
        return benches.stream().flatMap(bench -> bench.findings().stream())
                .sorted((a, b) -> a.kind().compareTo(b.kind())).collect(Collectors.toList());
    }

    List<Bench> benches() {
        return benches;
    }

    List<String> skipped() {
        return skipped;
    }

    /** Networks have one witness, and nothing to be held against. */
    private static boolean isNetwork(Path file) {
        try {
            return Files.readString(file).contains("kind: network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped models that several witnesses are shown of. */
    static List<Path> models() throws IOException {
        return models(false);
    }

    /** The shipped models that nobody is held against here. */
    static List<Path> networks() throws IOException {
        return models(true);
    }

    private static List<Path> models(boolean networks) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            return files.filter(file -> file.toString().endsWith(".yaml") && isNetwork(file) == networks).sorted()
                    .collect(Collectors.toList());
        }
    }

    /** Runs it for the options above. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<String> options = Arrays.asList(args);
        String models = value(options, "--models", "");
        String variations = value(options, "--variations", "");
        String only = value(options, "--only", "");
        List<Examination> examinations = new ArrayList<>();
        if (only.isEmpty() || only.equals("density")) {
            examinations.add(new Densities(true));
        }
        if (only.isEmpty() || only.equals("simulate")) {
            examinations.add(new Ensembles());
        }
        if (only.isEmpty() || only.equals("sweep")) {
            examinations.add(new Verdicts());
        }
        Referee referee = new Referee(options.contains("--small") ? Size.SMALL : Size.FULL, examinations,
                Files.createTempDirectory("referee"));
        PrintStream out = System.out;
        for (Path model : models()) {
            for (Variation variation : Variation.values()) {
                String name = model.getFileName().toString().replace(".yaml", "");
                if ((models.isEmpty() || List.of(models.split(",")).contains(name))
                        && (variations.isEmpty() || List.of(variations.split(",")).contains(variation.key()))) {
                    int before = referee.benches.size();
                    referee.examine(model, variation);
                    referee.benches.stream().skip(before).forEach(bench -> out.print(RefereePage.progress(bench)));
                }
            }
        }
        Path page = Path.of(value(options, "--out", "target/referee.md"));
        Files.writeString(page, RefereePage.of(referee, String.join(" ", args)));
        out.println("written to " + page);
        System.exit(0);
    }

    private static String value(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }
}
