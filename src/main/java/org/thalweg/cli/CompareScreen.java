package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.results.Bound;
import org.thalweg.results.claim.reduction.Shares;
import org.thalweg.results.claim.reduction.Trial;
import org.thalweg.results.claim.reduction.ValleyClaims;

/** What a person, and a program, sees of a network beside its valley. */
record CompareScreen(Setting reduced, double batchBound, ValleyClaims.Findings found, String folder, List<String> notes) {
    private static final String LINE = System.lineSeparator();

    /** For a person. */
    String text() {
        Table pairs = new Table("learning rate", "B", "time: valley", "network", "flatness: valley", "network");
        for (Trial t : found.trials()) {
            pairs.row(Table.number(t.learningRate()), Integer.toString(t.batch()), Table.number(t.predictedTime()),
                    Table.number(t.measuredTime()), Table.number(t.predictedFlatness()),
                    Table.number(t.measuredFlatness()));
        }
        return reduced.name() + ": the network and its valley" + LINE + LINE + pairs + LINE + verdicts() + silent()
                + bounds() + LINE + shares() + LINE + ValidateCommand.rate(found.family()) + LINE + "written to "
                + folder;
    }

    private String verdicts() {
        Table table = new Table("claim", "predicted", "measured", "margin", "verdict", "largest part");
        for (Judgement j : found.family().judgements()) {
            if (j.verdict() != Verdict.NOT_APPLICABLE) {
                table.row(title(j), Table.number(j.claim().prediction().value()),
                        j.known() ? Table.number(j.measured()) : "-", j.known() ? Table.number(j.margin()) : "-",
                        j.verdict().toString(), j.advice().orElse("-"));
            }
        }
        return table.toString();
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
        return String.format(Locale.ROOT, "Of the speed along the valley the noise makes %.1f %%, the slope of its floor"
                + " the rest; one slow direction leaves out %.1f %%, the sharp directions beyond perhaps %.1f %%, the"
                + " noise away from the floor %.1f %%.", 100.0 * s.noise(), 100.0 * s.oneDirection(), 100.0 * s.sharp(),
                100.0 * s.unrest());
    }

    private static String title(Judgement j) {
        return j.claim().id() + " " + j.claim().statement();
    }

    /** For a program. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", folder);
        json.put("learning_rate_bound", batchBound);
        json.put("share_of_noise", found.shares().noise());
        json.put("verdicts", found.family().judgements().stream().map(j -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("claim", title(j));
            row.put("predicted", j.claim().prediction().value());
            row.put("measured", j.measured().value());
            row.put("margin", j.margin());
            row.put("verdict", j.verdict());
            return row;
        }).toList());
        json.put("notes", notes);
        return json;
    }
}
