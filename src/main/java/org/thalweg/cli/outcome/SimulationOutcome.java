package org.thalweg.cli.outcome;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunTables;
import org.thalweg.report.figures.EffectiveLossFigure;
import org.thalweg.report.figures.LineScanFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.report.figures.PathFigure;
import org.thalweg.report.figures.SettingLabel;
import org.thalweg.results.simulation.SimulatedEnsemble;

/** What a simulated ensemble leaves. */
public final class SimulationOutcome {
    private SimulationOutcome() {}

    /**
     * The summary, and more where it is asked for.
     *
     * @param marginal the marginal along x
     * @param paths the recorded paths
     * @param survival who has not reached the flat set by a time
     */
    public static Outcome of(SimulatedEnsemble found, boolean marginal, boolean paths, boolean survival) {
        Outcome outcome = new Outcome();
        Map<Witness, Map<Quantity, Measurement>> summary = Map.of(found.result().witness(), found.summary());
        found.remarks().forEach(outcome::note);
        outcome.summary("summary.csv", summary);
        if (marginal) {
            found.lacksMarginal().ifPresentOrElse(outcome::note, () -> marginal(outcome, found));
        }
        if (paths) {
            paths(outcome, found);
        }
        if (survival) {
            SimulatedSurvival.add(outcome, found.setting(), found.result());
        }
        outcome.say(found.heading(), summary);
        return outcome;
    }

    private static void marginal(Outcome outcome, SimulatedEnsemble found) {
        Map<Witness, Marginal> drawn = found.marginals();
        Map<Witness, Marginal> counted = new EnumMap<>(drawn);
        counted.keySet().retainAll(Set.of(found.result().witness()));
        outcome.table("marginal.csv", RunTables.MARGINAL, RunTables.cells(counted));
        // The ensemble is as it is at this time; what it is drawn beside is stationary.
        String subtitle = SettingLabel.of(found.setting(), found.time());
        outcome.figure("marginal", () -> MarginalFigure.of(found.setting(), subtitle, drawn));
        EffectiveLossFigure.of(found.setting(), subtitle, drawn)
                .ifPresent(figure -> outcome.figure("effective-loss", () -> figure));
    }

    private static void paths(Outcome outcome, SimulatedEnsemble found) {
        Setting setting = found.setting();
        outcome.file("trajectories.csv", file -> write(file, found));
        outcome.figure("trajectories", () -> PathFigure.of(setting, found.result().paths(), found.result().timeStep()));
        LineScanFigure.of(setting, found.result().quantities())
                .ifPresent(figure -> outcome.figure("line-scan", () -> figure));
    }

    private static void write(Path file, SimulatedEnsemble found) {
        Setting setting = found.setting();
        int dimension = setting.surface().dimension();
        try (CsvTable<RunTables.State> table = CsvTable.create(file, RunTables.trajectories(dimension))) {
            for (var path : found.result().paths()) {
                double[] theta = new double[dimension];
                for (int k = 0; k < path.steps().length; k++) {
                    double time = path.steps()[k] * found.result().timeStep();
                    for (int i = 0; i < dimension; i++) {
                        theta[i] = path.theta()[i][k];
                    }
                    double flatness = setting.surface().geometry().flatnessAt(theta[0]);
                    table.add(new RunTables.State(path.particle(), path.steps()[k], time, theta,
                            setting.surface().at(time).value(theta), flatness));
                }
            }
        }
    }
}
