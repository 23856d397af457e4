package org.thalweg.cli.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.thalweg.cli.screen.Table;
import org.thalweg.model.file.ModelFile;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.face.Reading;
import org.thalweg.quantity.Counted;
import org.thalweg.report.NetworkTables;
import org.thalweg.report.figures.probes.ProbeFigures;

/** What a probed network leaves. */
public final class ProbeOutcome {
    /** Of a quantity with an index, so many numbers are shown. */
    private static final int LONGEST = 10;

    /** What figures draw over places: the first few of them say nothing. */
    private static final Set<String> CURVES = Set.of("density_place", "spectral_density", "scan_place",
            "scan_train_loss", "scan_test_loss", "plane_first", "plane_second", "plane_train_loss", "plane_test_loss");

    private ProbeOutcome() {}

    /** Tables of points and pairs, and a figure for each probe that has one. */
    public static Outcome of(ModelFile model, ProbeRunner.Found found) {
        Outcome outcome = new Outcome();
        String beyond = found.points().stream().flatMap(p -> p.readings().stream())
                .filter(r -> !Double.isFinite(r.value())).map(Reading::quantity).distinct()
                .collect(Collectors.joining(", "));
        if (!beyond.isEmpty()) {
            outcome.note("not a number somewhere: " + beyond
                    + "; undefined there, or beyond what double arithmetic carries");
        }
        outcome.table("probes.csv", NetworkTables.PROBES, found.points().stream()
                .flatMap(at -> at.readings().stream().map(r -> new NetworkTables.Probed(at.at(), r))));
        if (!found.pairs().isEmpty()) {
            outcome.table("pairs.csv", NetworkTables.PAIRS, found.pairs().stream());
        }
        ProbeFigures.of(model.setting(), found).forEach((name, figure) -> outcome.figure(name, () -> figure));
        outcome.withPage();
        say(outcome, model, found);
        return outcome;
    }

    private static void say(Outcome outcome, ModelFile model, ProbeRunner.Found found) {
        Table table = new Table("repeat", "checkpoint", "layer", "quantity", "value");
        List<Object> json = new ArrayList<>();
        int shown = 0;
        int curves = 0;
        for (ProbeRunner.AtPoint point : found.points()) {
            for (Reading r : point.readings()) {
                json.add(Map.of("repeat", point.at().repeat(), "checkpoint", point.at().checkpoint(),
                        "layer", r.layer(), "quantity", r.quantity(), "index", r.index(), "value", r.value()));
                if (r.index() > LONGEST || r.index() > 0 && CURVES.contains(r.quantity())) {
                    curves++;
                    continue;
                }
                shown++;
                String name = r.quantity() + (r.index() == 0 ? "" : " " + r.index());
                table.row(Integer.toString(point.at().repeat()), Integer.toString(point.at().checkpoint()), r.layer(),
                        name, Table.number(r.value()));
            }
        }
        String line = System.lineSeparator();
        String rows = shown > 0 ? table + line : "";
        int count = found.points().size();
        outcome.json("readings", json);
        outcome.say(model.name() + ": " + Counted.of(count, "point") + line + line + rows
                + (curves > 0 ? Counted.of(curves, "more number") + " in probes.csv" + line + line : "")
                + (found.pairs().isEmpty() ? "" : "pairs of points: pairs.csv" + line + line));
    }
}
