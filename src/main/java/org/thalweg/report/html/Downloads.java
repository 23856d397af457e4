package org.thalweg.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredRun;

/**
 * The tables of a run inside its page, as links that a browser saves as files, with or without scripts. The same links
 * are what the drawings of the page read: each number is in the page once.
 *
 * @param sections the markup
 * @param tables names of the files that are in the page
 */
record Downloads(Html sections, Set<String> tables) {
    /** In base 64 a third more; with figures and tables a page stays below six megabytes. */
    static final long MOST_BYTES = 3L << 20;

    /** Those that drawings read come first, so that they have room. */
    private static final List<String> FIRST = List.of("sweep.csv", "marginals.csv", "passages.csv", "summary.csv",
            "marginal.csv", "training.csv", "effective-loss.csv", "verdicts.csv");

    /**
     * The tables that fit.
     *
     * @param sample stands for {@code sweep.csv}
     */
    static Downloads of(StoredRun run, Sample sample) {
        Set<String> names = new LinkedHashSet<>(FIRST);
        names.retainAll(run.files());
        run.files().stream().filter(name -> name.endsWith(".csv")).forEach(names::add);
        Set<String> inside = new LinkedHashSet<>();
        List<Html> items = new ArrayList<>();
        long left = MOST_BYTES;
        for (String name : names) {
            boolean sampled = sample.thinned() && name.equals(Sample.FILE);
            byte[] bytes = sampled ? sample.csv().getBytes(StandardCharsets.UTF_8)
                    : size(run, name) <= left ? run.bytes(name) : null;
            Html words = Html.text(", " + StoredNames.ofFile(name)
                    + (sampled ? " (a sample: " + sample.words() + ")" : ""));
            if (bytes == null || bytes.length > left) {
                items.add(Html.element("li", "", Html.element("code", "", name), words,
                        Html.text("; " + size(size(run, name))
                                + ", too large for this page: in the folder of the run")));
            } else {
                left -= bytes.length;
                inside.add(name);
                items.add(Html.element("li", "", Html.file(name, sampled ? "sweep-sample.csv" : name, "text/csv",
                        Base64.getEncoder().encodeToString(bytes)), Html.text(" " + size(bytes.length)), words));
            }
        }
        Html section = items.isEmpty() ? Html.NOTHING : Html.element("section", "files", Html.element("h2", "", "Data"),
                Html.element("p", "", "The numbers of this page, to every digit; a click saves the file."),
                Html.element("ul", "", Html.join(items)));
        return new Downloads(section, inside);
    }

    private static String size(long bytes) {
        return bytes < 1000 ? bytes + " B"
                : bytes < 1_000_000 ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static long size(StoredRun run, String name) {
        try {
            return Files.size(run.folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
