package org.thalweg.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.NpyFile;

/**
 * The checkpoints of a run of {@code thalweg train}: {@code checkpoints.csv} says which there are, and {@code
 * checkpoints.npy} holds their parameters, repeats x checkpoints x parameters.
 */
public final class Checkpoints {
    /** The parameters. */
    public static final String FILE = "checkpoints.npy";

    /** Which there are. */
    public static final String TABLE = "checkpoints.csv";

    /** The columns of {@link #TABLE}. */
    public static final List<String> COLUMNS = List.of("repeat", "checkpoint", "step", "time");

    private final Path folder;
    private final List<Entry> entries;

    /**
     * One of them.
     *
     * @param repeat from 0
     * @param checkpoint from 0, the start
     * @param step iterations before it
     * @param time learning time
     */
    public record Entry(int repeat, int checkpoint, long step, double time) {}

    private Checkpoints(Path folder, List<Entry> entries) {
        this.folder = folder;
        this.entries = List.copyOf(entries);
    }

    /** The checkpoints of a folder. */
    public static Checkpoints of(Path folder) {
        Path table = folder.resolve(TABLE);
        if (!Files.isRegularFile(table) || !Files.isRegularFile(folder.resolve(FILE))) {
            throw new Refusal(folder + " holds no checkpoints; name the folder of a finished run of `thalweg train`");
        }
        double[] repeat = NumberTable.column(table, COLUMNS.get(0));
        double[] checkpoint = NumberTable.column(table, COLUMNS.get(1));
        double[] step = NumberTable.column(table, COLUMNS.get(2));
        double[] time = NumberTable.column(table, COLUMNS.get(3));
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < repeat.length; i++) {
            entries.add(new Entry((int) repeat[i], (int) checkpoint[i], (long) step[i], time[i]));
        }
        return new Checkpoints(folder, entries);
    }

    /** All of them: repeat by repeat, in the order of time. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * The checkpoints that {@code at} names: {@code all}, or some of {@code first}, {@code last} and numbers
     * with commas between.
     *
     * @throws Refusal where no repeat has one of these
     */
    public List<Entry> at(String at) {
        if (at.equals("all")) {
            return entries;
        }
        Set<Entry> chosen = new HashSet<>();
        for (String part : at.split(",", -1)) {
            String name = part.strip();
            List<Entry> named = IntStream.range(0, entries.size()).filter(i -> switch (name) {
                case "first" -> entries.get(i).checkpoint() == 0;
                case "last" -> i + 1 == entries.size() || entries.get(i + 1).repeat() != entries.get(i).repeat();
                default -> entries.get(i).checkpoint() == number(name);
            }).mapToObj(entries::get).toList();
            if (named.isEmpty()) {
                throw new Refusal("no checkpoint " + name + " in " + folder + "; give numbers from 0 to "
                        + entries.stream().mapToInt(Entry::checkpoint).max().orElse(0));
            }
            chosen.addAll(named);
        }
        return entries.stream().filter(chosen::contains).toList();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal("checkpoint '" + text + "' is no number; give first, last, all or numbers such as 0,5,10",
                    e);
        }
    }

    /** The parameters of one of a repeat, of which there must be as many as said; {@code at} names a single one. */
    public double[] parameters(int repeat, String at, int count) {
        List<Entry> named = at(at).stream().filter(e -> e.repeat() == repeat).toList();
        if (named.isEmpty()) {
            throw new Refusal("no repeat " + repeat + " with the checkpoint " + at + " in " + folder
                    + "; repeats are numbered from 0");
        }
        if (named.size() > 1) {
            throw new Refusal("'" + at + "' names " + named.size() + " checkpoints of repeat " + repeat + " in "
                    + folder + "; give one: first, last or a number");
        }
        return parameters(named.get(0), count);
    }

    /** The parameters, of which there must be as many as said. */
    public double[] parameters(Entry entry, int count) {
        Path file = folder.resolve(FILE);
        try (NpyFile array = NpyFile.open(file)) {
            int[] shape = array.shape();
            if (shape.length != 3 || shape[2] != count) {
                throw new Refusal(file + " has " + shape[shape.length - 1] + " parameters, and the network has " + count
                        + "; name a run of the same layers");
            }
            return array.read((long) entry.repeat() * shape[1] + entry.checkpoint());
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read (" + e.getMessage() + "); train again", e);
        }
    }
}
