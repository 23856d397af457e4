package org.thalweg.referee;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the referee found, as a page. */
final class RefereePage {
    private RefereePage() {}

    static String of(Referee referee, String options) throws IOException {
        StringBuilder page = new StringBuilder("# The referee\n\nWritten by `bench/referee " + options + "` on "
                + LocalDate.now(ZoneOffset.UTC) + ": every command on every shipped model, as it is, and with a"
                + " tenth of its noise (colder), ten times its\nnoise (hotter), ten times its range of x (wider), and"
                + " moved by 1000 in x (shifted). What is looked for, and what it is held against, is in\n"
                + "`src/test/java/org/thalweg/referee`.\n\n| finding | number |\n|---|---|\n");
        for (Finding.Kind kind : Finding.Kind.values()) {
            page.append("| ").append(kind.says()).append(" | ")
                    .append(referee.findings().stream().filter(f -> f.kind() == kind).count()).append(" |\n");
        }
        page.append("\n## Findings\n\n| what | model | variation | command | numbers |\n|---|---|---|---|---|\n");
        referee.findings().forEach(f -> page.append(line(f)));
        page.append("\n## Processor seconds\n\n"
                + "| model and variation | commands | seconds | longest |\n|---|---|---|---|\n");
        referee.benches().forEach(bench -> page.append(seconds(bench)));
        page.append("\nNot varied: ").append(String.join("; ", referee.skipped())).append(".\n");
        page.append("\nNot examined, since they have one witness: ").append(Referee.networks().stream()
                .map(file -> file.getFileName().toString().replace(".yaml", "")).collect(Collectors.joining(", ")))
                .append(". Their claims are judged by `validate`.\n");
        return page.toString();
    }

    private static String line(Finding f) {
        return "| " + f.kind() + " | " + f.model() + " | " + f.variation().key() + " | `" + f.command() + "` | "
                + f.what().replace("|", "\\|").replace("\n", " ") + " |\n";
    }

    private static String seconds(Bench bench) {
        Bench.Took longest = bench.took().stream().max(Comparator.comparingDouble(Bench.Took::seconds)).orElseThrow();
        double total = bench.took().stream().mapToDouble(Bench.Took::seconds).sum();
        return String.format(Locale.ROOT, "| %s | %d | %.1f | `%s` %.1f |\n", bench.name(), bench.took().size(), total,
                longest.command(), longest.seconds());
    }

    /** What one bench found, for a terminal. */
    static String progress(Bench bench) {
        Map<Finding.Kind, Long> counts = new TreeMap<>(bench.findings().stream()
                .collect(Collectors.groupingBy(Finding::kind, Collectors.counting())));
        return seconds(bench) + (counts.isEmpty() ? "" : "    " + counts + "\n")
                + bench.findings().stream().map(f -> "    " + line(f)).collect(Collectors.joining());
    }
}
