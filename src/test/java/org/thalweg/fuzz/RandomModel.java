package org.thalweg.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped models with something wrong: numbers, formulas, letters, lines, anchors and aliases. */
public final class RandomModel {
    private static final Pattern NUMBER = Pattern.compile("(?<=[ :{\\[,])-?[0-9]+(\\.[0-9]+)?(?=[ ,}\\]\n])");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\n]*\"");
    private static final List<String> NUMBERS = List.of("0", "-1", "NaN", ".nan", "inf", "-.inf", "1e300", "1e-300",
            "1e308", "1e-308", "4.9e-324", "1e20", "1e-20", "2147483647", "9223372036854775808", "null", "~", "[]", "{}",
            "[1, 2]", "{x: 1}", "true", "\"\"", "*a", "&a 1", "!!binary aGk=", "1e12", "3", "0.1", "17", "1/0", "-0.0");
    private static final List<String> LINES = List.of("x: &a {y: *a}", "- 1", "? [a]: b", "---", "...", "%YAML 1.2",
            "<<: *a", "\t", "a: &a [&b [*a, *b], *b]", "sweep: {particles: 1e9, learning-rate: \"log:1e-300:1e300:7\"}",
            "start: {x: \"uniform(1, 0)\", y: \"normal(0, 1e300)\"}", "converged: {flatness: 1e300}", "parameters: {x: 1}",
            "sgd: {learning-rate: 0.1, momentum: 0.999999999999, schedule: {kind: step, iterations: 1e15}}",
            "train: {time: 1e300, checkpoints: 2147483647, stop: {train-error: -1, then-epochs: 1e18}}");

    private final List<String> models;

    private RandomModel(List<String> models) {
        this.models = models;
    }

    /** From the models of a folder. */
    public static RandomModel from(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> models = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                String text = Files.readString(file);
                // Networks of ten thousand weights take a hundred times as long to read as small ones.
                if (!text.contains("kind: network") || text.contains("classes:")) {
                    models.add(text);
                }
            }
            models.addAll(RandomNetwork.MODELS);
            return new RandomModel(models);
        }
    }

    /** The text of a model. */
    public String next(SplittableRandom random) {
        String text = models.get(random.nextInt(models.size()));
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            text = switch (random.nextInt(7)) {
                case 0, 1 -> replaced(text, NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())), random);
                case 2 -> replaced(text, QUOTED, quoted(RandomFormula.of(random)), random);
                case 3 -> RandomFormula.mutated(text, random);
                case 4 -> lines(text, random);
                case 5 -> RandomNetwork.spoilt(text, random);
                default -> crossed(text, models.get(random.nextInt(models.size())), random);
            };
        }
        return text;
    }

    private static String quoted(String formula) {
        return '"' + formula.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String replaced(String text, Pattern what, String by, SplittableRandom random) {
        long count = what.matcher(text).results().count();
        if (count == 0) {
            return text;
        }
        Matcher matcher = what.matcher(text);
        for (long skip = random.nextLong(count); skip >= 0; skip--) {
            matcher.find();
        }
        return text.substring(0, matcher.start()) + by + text.substring(matcher.end());
    }

    private static String lines(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n")));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.add(at, LINES.get(random.nextInt(LINES.size())));
            default -> lines.set(at, "[".repeat(1 + random.nextInt(3000)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The key of one line from another model. */
    private static String crossed(String text, String other, SplittableRandom random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n")));
        List<String> others = Arrays.asList(other.split("\n"));
        String taken = others.get(random.nextInt(others.size()));
        String key = taken.split(":")[0];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(key + ":")) {
                lines.set(i, taken);
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
