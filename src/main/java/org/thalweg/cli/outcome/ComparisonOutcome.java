package org.thalweg.cli.outcome;

import java.util.Locale;
import java.util.stream.Collectors;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.report.ValleyTables;
import org.thalweg.report.figures.ComparisonFigure;
import org.thalweg.results.Bound;
import org.thalweg.results.claim.reduction.Shares;
import org.thalweg.results.claim.reduction.Trial;
import org.thalweg.results.claim.reduction.ValleyClaims;

/**
 * What a network beside its valley leaves.
 *
 * @param network its name
 * @param reduced its valley
 * @param batchBound upper bound of the learning rate at the batch size of the run
 */
public record ComparisonOutcome(String network, Setting reduced, double batchBound, ValleyClaims.Findings found) {
    private static final String LINE = System.lineSeparator();

    /** Trials, verdicts and figures. */
    public Outcome outcome() {
        Outcome outcome = new Outcome();
        outcome.table("comparison.csv", ValleyTables.COMPARISON, found.trials().stream());
        outcome.verdicts(found.family());
        double goal = reduced.surface().geometry().shape().orElseThrow().flatnessAt(found.goal());
        outcome.figure("time", () -> ComparisonFigure.ofTime(network, found.trials(), goal));
        outcome.figure("flatness", () -> ComparisonFigure.ofFlatness(network, found.trials(), found.commonTime()));
        outcome.withPage();
        outcome.say(text());
        outcome.json("learning_rate_bound", batchBound);
        outcome.json("share_of_noise", found.shares().noise());
        outcome.json("verdicts", ValidationOutcome.json(found.family().judgements(), ComparisonOutcome::title));
        return outcome;
    }

    private String text() {
        Table pairs = new Table("learning rate", "B", "time: valley", "network", "flatness: valley", "network");
        for (Trial t : found.trials()) {
            pairs.row(Table.number(t.learningRate()), Integer.toString(t.batch()), Table.number(t.predictedTime()),
                    Table.number(t.measuredTime()), Table.number(t.predictedFlatness()),
                    Table.number(t.measuredFlatness()));
        }
        return reduced.name() + ": the network and its valley" + LINE + LINE + pairs + LINE
                + ValidationOutcome.table(found.family().judgements(), ComparisonOutcome::title, "largest part")
                + silent()
                + bounds() + LINE + shares() + LINE + ValidationOutcome.rate(found.family()) + LINE;
    }

    private String silent() {
        return found.family().judgements().stream().filter(j -> j.verdict() == Verdict.NOT_APPLICABLE)
                .map(j -> LINE + "not applicable: " + title(j) + ": " + j.claim().reasonForSilence())
                .collect(Collectors.joining());
    }

    private String bounds() {
        return Bound.all(reduced).stream().map(b -> LINE + "upper bound of the valley: " + b.name() + ", learning rate "
                + b.learningRate().stream().mapToObj(Table::number).collect(Collectors.joining()) + "; "
                + b.consequence()).collect(Collectors.joining()) + LINE + "upper bound of the network: learning rate "
                + Table.number(batchBound) + " at the batch size of the run, since the curvature varies from batch to"
                + " batch";
    }

    private String shares() {
        Shares s = found.shares();
        return String.format(Locale.ROOT,
                "Of the speed along the valley the noise makes %.1f %%, the slope of its floor"
                + " the rest; one slow direction leaves out %.1f %%, the sharp directions beyond perhaps %.1f %%, the"
                + " noise away from the floor %.1f %%.", 100.0 * s.noise(), 100.0 * s.oneDirection(), 100.0 * s.sharp(),
                100.0 * s.unrest());
    }

    private static String title(Judgement j) {
        return j.claim().id() + " " + j.claim().statement();
    }
}
