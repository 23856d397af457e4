package org.thalweg.cli.outcome;

import java.nio.file.Path;
import java.util.List;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.CsvTable;
import org.thalweg.results.Row;
import org.thalweg.results.SvagLadder;

/** What literal steps with amplified gradient variance leave: every rung, and the limit. */
public final class LadderOutcome {
    private LadderOutcome() {}

    /** Rungs and verdicts. */
    public static Outcome of(Setting setting, SvagLadder ladder) {
        Outcome outcome = new Outcome();
        Family family = Family.of(ladder.judge());
        outcome.file("ladder.csv", file -> write(file, setting, ladder));
        outcome.verdicts(family);
        outcome.say(text(setting, ladder, family.judgements()));
        outcome.json("svag", ladder.levels());
        family.judgements().forEach(j -> outcome.json(j.claim().id(), j.verdict()));
        return outcome;
    }

    private static void write(Path file, Setting setting, SvagLadder ladder) {
        try (CsvTable<ComparisonTables.Rung> table = CsvTable.create(file, ComparisonTables.LADDER)) {
            for (int i = 0; i < ladder.levels().size(); i++) {
                for (Quantity quantity : ladder.rungs().get(i).quantities().keySet()) {
                    int level = ladder.levels().get(i);
                    table.add(new ComparisonTables.Rung(level, setting.sgd().learningRate() / level,
                            Row.plain(Witness.SGD, quantity, ladder.at(i, quantity))));
                }
            }
            for (Quantity quantity : SvagLadder.QUANTITIES) {
                table.add(limit(Row.plain(Witness.SGD, quantity, ladder.limit(quantity))));
                table.add(limit(Row.plain(Witness.DENSITY, quantity, ladder.diffusion(quantity))));
            }
        }
    }

    private static ComparisonTables.Rung limit(Row row) {
        return new ComparisonTables.Rung(Double.POSITIVE_INFINITY, 0.0, row);
    }

    private static String text(Setting setting, SvagLadder ladder, List<Judgement> judgements) {
        Table table = new Table("quantity", "rung", "value");
        for (Quantity quantity : SvagLadder.QUANTITIES) {
            for (int i = 0; i < ladder.levels().size(); i++) {
                table.row(quantity.key(), "l = " + ladder.levels().get(i), Table.number(ladder.at(i, quantity)));
            }
            table.row(quantity.key(), "limit", Table.number(ladder.limit(quantity)));
            table.row(quantity.key(), "diffusion", Table.number(ladder.diffusion(quantity)));
        }
        StringBuilder text = new StringBuilder(setting.name() + ": literal SGD at the learning rate "
                + Table.number(setting.sgd().learningRate()) + "/l with l times the gradient variance");
        text.append(System.lineSeparator()).append(System.lineSeparator()).append(table).append(System.lineSeparator());
        judgements.forEach(j -> text.append(System.lineSeparator()).append(j.claim().id()).append(": ")
                .append(j.verdict()));
        return text.append(System.lineSeparator()).toString();
    }
}
