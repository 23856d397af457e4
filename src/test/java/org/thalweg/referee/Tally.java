package org.thalweg.referee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** True errors in units of the stated ones, by method and quantity. */
final class Tally {
    /** An error that exceeds three stated ones was not covered. */
    static final double COVERAGE = 3.0;

    private final Map<String, List<Double>> ratios = new TreeMap<>();
    private final Map<String, String> worst = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private final List<String> unsaved = new ArrayList<>();

    /**
     * Counts one number.
     *
     * @param off its true error
     * @param stated the error it came with, and what the reference does not know
     */
    void count(String method, String quantity, double off, double stated, String where) {
        String key = method + " | " + quantity;
        double ratio = off == 0.0 ? 0.0 : off / stated;
        unsaved.add(key + "\t" + ratio + "\t" + where);
        know(key, ratio, where);
        if (!(ratio <= COVERAGE)) {
            misses.add(String.format(Locale.ROOT, "%s: off by %.3g, stated %.3g (%s)", key, off, stated, where));
        }
    }

    /** Takes up the numbers that an earlier run left in a file, if there is one. */
    void load(Path file) throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t");
                know(parts[0], Double.parseDouble(parts[1]), parts[2]);
            }
        }
    }

    /** Adds what was counted since to a file, for {@link #load}. */
    void save(Path file) throws IOException {
        Files.write(file, unsaved, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        unsaved.clear();
    }

    private void know(String key, double ratio, String where) {
        List<Double> known = ratios.computeIfAbsent(key, any -> new ArrayList<>());
        if (known.stream().allMatch(other -> other < ratio)) {
            worst.put(key, where);
        }
        known.add(ratio);
    }

    int size() {
        return ratios.values().stream().mapToInt(List::size).sum();
    }

    /** The numbers off by more than three stated errors, each on a line. */
    List<String> misses() {
        return misses;
    }

    /** A table in Markdown. */
    String table() {
        StringBuilder table = new StringBuilder("| method | quantity | numbers | off by more than three stated errors |"
                + " worst, in stated errors | median, in stated errors |\n|---|---|---|---|---|---|\n");
        ratios.forEach((key, values) -> {
            List<Double> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            long missed = sorted.stream().filter(ratio -> !(ratio <= COVERAGE)).count();
            table.append(String.format(Locale.ROOT, "| %s | %d | %d | %.3g (%s) | %.2g |\n", key, sorted.size(), missed,
                    sorted.get(sorted.size() - 1), worst.get(key), sorted.get(sorted.size() / 2)));
        });
        return table.toString();
    }
}
