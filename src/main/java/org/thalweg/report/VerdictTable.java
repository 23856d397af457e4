package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.measure.Claim;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;

/**
 * {@code verdicts.csv}: one row for each claim held against a measurement.
 *
 * <ul>
 *   <li>{@code claim}: its id and statement, "C1: ...".
 *   <li>{@code hypotheses}: each with the number that decides, separated by "; "; a silent claim gives its reason.
 *   <li>{@code predicted}: the value or the bound; empty where the theory is silent.
 *   <li>{@code budget}: the largest difference that is no disagreement, and after a colon its parts by name.
 * </ul>
 */
public final class VerdictTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS =
            List.of("claim", "hypotheses", "predicted", "measured", "standard_error", "budget", "verdict");

    private final CsvFile file;

    private VerdictTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static VerdictTable create(Path path) {
        return new VerdictTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends a judgement. */
    public void add(Judgement judgement) {
        Claim claim = judgement.claim();
        file.row(claim.id() + ": " + claim.statement(), hypotheses(claim), claim.prediction().value(),
                judgement.measured().value(), judgement.measured().standardError(), budget(judgement),
                judgement.verdict().name());
    }

    private static String hypotheses(Claim claim) {
        if (claim.prediction() instanceof Prediction.Silent silent) {
            return silent.reason();
        }
        return claim.hypotheses().stream().map(Hypothesis::toString).collect(Collectors.joining("; "));
    }

    private static String budget(Judgement judgement) {
        String parts = judgement.budget().parts().stream()
                .map(p -> p.source() + " " + p.size() + (p.statistical() ? " (standard error)" : " (bound)"))
                .collect(Collectors.joining("; "));
        return judgement.margin() + (parts.isEmpty() ? "" : ": " + parts);
    }

    @Override
    public void close() {
        file.close();
    }
}
