package org.thalweg.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredRun;

/**
 * The figures of a run. SVG is preferred: it stays sharp in print. Each is an image of its own inside the page, because
 * two SVG drawings within one document would share the names of their clipping paths, and because an image runs no
 * scripts.
 */
final class Figures {
    /** Figures that answer the question of the run come first, the others in alphabetical order. */
    private static final List<String> FIRST =
            List.of("convergence-time", "phase-diagram", "frozen-share", "marginal", "effective-loss");

    private Figures() {}

    /** The section. */
    static Html of(StoredRun run) {
        List<Html> parts = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (String name : names(run)) {
            boolean vector = run.files().contains(name + ".svg");
            byte[] image = run.bytes(name + (vector ? ".svg" : ".png"));
            // The density at the last of several times is there under two names.
            if (seen.add(Arrays.hashCode(image))) {
                String caption = StoredNames.ofFigure(name);
                parts.add(Html.element("figure", "", Html.image(vector ? "image/svg+xml" : "image/png",
                        Base64.getEncoder().encodeToString(image), caption), Html.element("figcaption", "", caption)));
            }
        }
        Html content = parts.isEmpty()
                ? Html.element("p", "", "This run drew no figures (--figures none, or no fonts).") : Html.join(parts);
        return Html.element("section", "", Html.element("h2", "", "Figures"), content);
    }

    private static List<String> names(StoredRun run) {
        Set<String> sorted = new TreeSet<>();
        run.files().stream().filter(file -> file.endsWith(".svg") || file.endsWith(".png"))
                .forEach(file -> sorted.add(file.substring(0, file.length() - 4)));
        List<String> names = new ArrayList<>();
        FIRST.stream().filter(sorted::remove).forEach(names::add);
        names.addAll(sorted);
        // The figure without a time is the one at the last time: those with a time say more.
        names.sort((a, b) -> Boolean.compare(!a.contains("-at-"), !b.contains("-at-")));
        return names;
    }
}
