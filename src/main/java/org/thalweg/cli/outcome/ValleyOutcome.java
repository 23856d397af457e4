package org.thalweg.cli.outcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Measurement;
import org.thalweg.model.noise.batch.BatchSampling;
import org.thalweg.quantity.Counted;
import org.thalweg.reduction.MeasuredValley;
import org.thalweg.reduction.ProfilePoint;
import org.thalweg.reduction.ValleyModel;
import org.thalweg.reduction.ValleyProfile;
import org.thalweg.report.ExportFile;
import org.thalweg.report.ValleyTables;
import org.thalweg.report.figures.ValleyFigure;

/** What the measured valley of a network leaves: its table, and a model file to go on with. */
public final class ValleyOutcome {
    private ValleyOutcome() {}

    /**
     * Tables, model and figures of a valley.
     *
     * @param model its name as a model
     * @param folder where all of it will be
     */
    public static Outcome of(MeasuredValley valley, String model, Path folder) {
        ValleyProfile profile = valley.profile();
        Outcome outcome = new Outcome();
        notes(outcome, profile);
        outcome.table(ValleyModel.TABLE, ValleyTables.profile(profile.plan()), profile.points().stream());
        outcome.file(ValleyModel.FILE, file -> {
            new ExportFile(file, true).write(ValleyModel.text(profile, model));
            valley.write(folder);
        });
        outcome.figure("flatness", () -> ValleyFigure.ofFlatness(profile));
        outcome.figure("floor", () -> ValleyFigure.ofFloor(profile));
        outcome.figure("noise", () -> ValleyFigure.ofNoise(profile));
        outcome.figure("drift", () -> ValleyFigure.ofDrift(profile));
        outcome.withPage();
        Path file = folder.resolve(ValleyModel.FILE);
        outcome.say(text(profile, file));
        outcome.json("model", file.toString());
        outcome.json("points", profile.points().stream().map(p -> Map.of("x", p.x().value(), "time", p.time(),
                "flatness", number(p.flatness()), "floor", number(p.floor()))).toList());
        return outcome;
    }

    private static String text(ValleyProfile profile, Path model) {
        String line = System.lineSeparator();
        Table table = new Table("x", "time", "flatness", "floor", "noise along", "noise across", "speed");
        for (ProfilePoint p : profile.points()) {
            table.row(Table.number(p.x().value()), Table.number(p.time()), Table.number(p.flatness()),
                    Table.number(p.floor()), Table.number(p.along()), Table.number(p.across().get(0)),
                    p.speed().defined() ? Table.number(p.speed()) : "-");
        }
        int sharp = profile.plan().sharp();
        return profile.plan().setting().name() + ": a valley along " + Counted.of(profile.repeats(), "repeat") + ", "
                + Counted.of(sharp, "sharp direction") + line + line + table + line
                + "a model to go on with: " + model + line;
    }

    private static void notes(Outcome outcome, ValleyProfile profile) {
        if (profile.repeats() == 1) {
            outcome.note("one repeat tells no errors; train with --repeats 5, say");
        }
        if (profile.plan().noise().sampling() == BatchSampling.RESHUFFLING) {
            outcome.note("batches of the run are reshuffled, and not independent as in the model; train with"
                    + " --set noise.sampling=replacement to have both alike");
        }
        if (ValleyModel.noiseless(profile)) {
            outcome.note("gradients do not vary along the valley, but for rounding; the model has a ten thousandth of"
                    + " the variance across there, since a diffusion needs some");
        }
    }

    private static List<Double> number(Measurement m) {
        return List.of(m.value(), Double.isNaN(m.standardError()) ? 0.0 : m.standardError());
    }
}
