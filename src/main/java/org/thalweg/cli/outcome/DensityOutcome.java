package org.thalweg.cli.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.thalweg.cli.option.OperatorOptions;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Current;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.Usefulness;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.RunTables;
import org.thalweg.report.Thinning;
import org.thalweg.report.figures.DensityFigure;
import org.thalweg.report.figures.EffectiveLossFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.report.figures.SettingLabel;
import org.thalweg.report.figures.operator.CurrentFigure;
import org.thalweg.report.figures.operator.EvolutionFigure;
import org.thalweg.results.operator.EnsemblesInTime;
import org.thalweg.results.operator.MethodsCompared;
import org.thalweg.results.prediction.Prognosis;

/**
 * What the Fokker-Planck equation leaves, stationary or in time.
 *
 * <p>Many imports: densities, passage times and currents are asked for, drawn and told here.
 *
 * @param method as it was asked for
 * @param tolerance of the method hierarchy
 * @param full no rows are left out, and no cells of passage times
 * @param operator what else is asked of the operator
 */
public record DensityOutcome(PlainSetting setting, DensityMethod method, Resolution resolution, double tolerance,
        boolean full, OperatorOptions operator) {
    /** What a run leaves, files and figures, by their names. */
    private static final List<String> FILES = List.of("summary", "marginal", "density", "density-x", "density-y");

    /**
     * A passage time needs both factors of its grid, twice the memory and more time than a density; on so many cells
     * its error is a millionth.
     */
    private static final int MOST_PASSAGE_CELLS = 160_000;

    /**
     * The stationary density, and what else is asked. Takes its time.
     *
     * @param progress told of what takes longest, paths of least action
     */
    public Outcome stationary(DensitySolution solution, Progress progress) {
        Outcome outcome = new Outcome();
        Map<Witness, Map<Quantity, Measurement>> summary = summary(outcome, solution, progress);
        law(outcome, solution, summary, "", OptionalDouble.empty(), Map.of());
        if (setting.surface().geometry() == Geometry.LINE) {
            Marginal cells = solution.marginalOn(solution.range(), resolution.nx());
            outcome.table("density.csv", RunTables.DENSITY_OF_ONE, RunTables.cells(cells.x(), cells.density()));
        }
        outcome.say(setting.name() + ": stationary density by " + solution.method().key(), summary);
        return outcome;
    }

    /**
     * The density at learning times. Each has files of its own; the plain names hold the last time.
     *
     * @param own the times in time of the setting's diffusion
     * @param solutions one for each time
     * @param ensembles simulated to the time of a number, where that is asked
     */
    public Outcome evolved(List<Double> times, List<Double> own, List<DensitySolution> solutions,
            IntFunction<Optional<EnsemblesInTime>> ensembles) {
        Outcome outcome = new Outcome();
        if (method == DensityMethod.AUTO) {
            MethodsNoted.write(outcome, MethodsCompared.inTime(setting, times, own, solutions, resolution));
        }
        List<Map<Witness, Marginal>> marginals = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            String suffix = times.size() > 1 ? "-at-" + times.get(i) : "";
            Map<Witness, Map<Quantity, Measurement>> summary = new EnumMap<>(Witness.class);
            summary.put(Witness.DENSITY, solutions.get(i).quantities());
            Map<Witness, Marginal> counted = new EnumMap<>(Witness.class);
            ensembles.apply(i).ifPresent(simulated -> {
                simulated.notes().forEach(outcome::note);
                summary.putAll(simulated.quantities());
                counted.putAll(simulated.marginals());
            });
            marginals.add(law(outcome, solutions.get(i), summary, suffix, OptionalDouble.of(times.get(i)), counted));
            outcome.say(setting.name() + ": density at learning time " + times.get(i), summary);
            if (i > 0 && i == times.size() - 1) {
                FILES.forEach(name -> outcome.copy(name + suffix, name));
            }
        }
        if (times.size() > 1) {
            outcome.figure("evolution", () -> EvolutionFigure.of(setting, times,
                    solutions.stream().map(law -> law.density().orElseThrow()).toList()));
            outcome.figure("marginals", () -> EvolutionFigure.along(setting, times, marginals));
        }
        return outcome;
    }

    private Map<Witness, Map<Quantity, Measurement>> summary(Outcome outcome, DensitySolution solution,
            Progress progress) {
        Map<Witness, Map<Quantity, Measurement>> all = new EnumMap<>(Witness.class);
        Map<Quantity, Measurement> summary = new LinkedHashMap<>(solution.quantities());
        all.put(Witness.DENSITY, summary);
        Measurement entropy = solution.entropyProduction();
        if (entropy.defined()) {
            put(summary, Quantity.ENTROPY_PRODUCTION, entropy);
        }
        Resolution fewer = resolution.atMost(MOST_PASSAGE_CELLS);
        if (operator.rates() > 0) {
            DensityModes.add(outcome, setting, operator.rates(), method, fewer, summary);
        }
        if (operator.survival()) {
            DensityPassage.add(outcome, setting, method, fewer, summary);
        }
        if (!operator.between().isEmpty()) {
            DensityPassage.committor(outcome, setting, operator.between().get(0), operator.between().get(1), method,
                    fewer, summary);
        }
        if (setting.flatSet().isPresent()) {
            convergence(outcome, solution, summary);
        }
        operator.points().ifPresent(ends -> DensityPath.between(outcome, setting, ends, solution.density(), all,
                progress));
        operator.regions().ifPresent(sets -> DensityPath.transitions(outcome, setting, sets, method, fewer,
                solution.density(), all, progress));
        return all;
    }

    private void convergence(Outcome outcome, DensitySolution solution, Map<Quantity, Measurement> summary) {
        // Where the hierarchy was chosen, not asked for, a passage time it cannot do may fall back too.
        DensityMethod passage = solution.method() == DensityMethod.HIERARCHY ? method : solution.method();
        Resolution fewer = full ? resolution : resolution.atMost(MOST_PASSAGE_CELLS);
        if (passage == DensityMethod.FINITE_VOLUME && !fewer.equals(resolution)) {
            outcome.note("passage times are computed on " + fewer.nx() + "," + fewer.ny()
                    + " cells, and their errors are of that grid; --full takes all");
        }
        try {
            PassageTime time = FirstPassage.by(passage, setting, fewer, tolerance);
            Usefulness.ofPassage(time, "give a finer --grid, or a smaller domain").ifPresent(outcome::note);
            put(summary, Quantity.CONVERGENCE_TIME, time.mean());
            put(summary, Quantity.CONVERGENCE_TIME_VARIANCE, time.variance());
        } catch (NumericsException unknown) {
            // The density is known all the same.
            outcome.note("no convergence time: " + unknown.getMessage());
            summary.put(Quantity.CONVERGENCE_TIME, Measurement.UNDEFINED);
            summary.put(Quantity.CONVERGENCE_TIME_VARIANCE, Measurement.UNDEFINED);
        }
    }

    /** In learning time. */
    private void put(Map<Quantity, Measurement> summary, Quantity quantity, Measurement found) {
        summary.put(quantity, found.times(quantity.factor(setting.clock())));
    }

    /** Files and figures of one law; gives the marginals that are drawn. */
    private Map<Witness, Marginal> law(Outcome outcome, DensitySolution solution,
            Map<Witness, Map<Quantity, Measurement>> summary, String suffix, OptionalDouble time,
            Map<Witness, Marginal> counted) {
        boolean stationary = time.isEmpty();
        String subtitle = stationary ? SettingLabel.of(setting) : SettingLabel.of(setting, time.getAsDouble());
        solution.notes().forEach(outcome::note);
        outcome.summary("summary" + suffix + ".csv", summary);
        Map<Witness, Marginal> drawn = new EnumMap<>(Witness.class);
        drawn.putAll(counted);
        drawn.put(Witness.DENSITY, solution.marginal());
        if (stationary) {
            Prognosis.stationaryLaw(setting).ifPresent(law ->
                    drawn.put(Witness.THEORY, law.on(solution.range(), solution.marginal().size())));
        }
        outcome.table("marginal" + suffix + ".csv", RunTables.MARGINAL, RunTables.cells(drawn));
        solution.density().ifPresent(density -> {
            plane(outcome, density, suffix);
            outcome.figure("density" + suffix, () -> DensityFigure.of(setting, subtitle, density));
            if (operator.current()) {
                current(outcome, subtitle, density, solution.current().orElseThrow());
            }
        });
        outcome.figure("marginal" + suffix, () -> MarginalFigure.of(setting, subtitle, drawn));
        if (stationary) {
            EffectiveLossFigure.of(setting, drawn).ifPresent(figure -> outcome.figure("effective-loss", () -> figure));
        }
        return drawn;
    }

    private void plane(Outcome outcome, Density density, String suffix) {
        int nx = density.x().length;
        int ny = density.y().length;
        Thinning thinning = full ? Thinning.NONE : Thinning.of(nx, ny);
        outcome.table("density" + suffix + ".csv", RunTables.DENSITY,
                RunTables.cells(density.x(), density.y(), density.values(), thinning));
        outcome.field("density" + suffix + ".npy", density.values());
        if (!thinning.none() || operator.current()) {
            outcome.field("density-x" + suffix + ".npy", density.x());
            outcome.field("density-y" + suffix + ".npy", density.y());
        }
        if (!thinning.none()) {
            outcome.note("density.csv is thinned: " + thinning.alongX(nx).length + " x " + thinning.alongY(ny).length
                    + " of " + nx + " x " + ny + " cells, one of every " + thinning.stepX() + " along x and "
                    + thinning.stepY() + " along y; density.npy has all, at density-x.npy and density-y.npy;"
                    + " --full writes all rows");
        }
    }

    /** In the cells of the density, per unit of learning time. */
    private void current(Outcome outcome, String subtitle, Density density, Current flow) {
        Current inLearningTime = flow.times(1.0 / setting.clock());
        outcome.field("current-x.npy", inLearningTime.alongX());
        outcome.field("current-y.npy", inLearningTime.alongY());
        outcome.figure("current", () -> CurrentFigure.of(setting, subtitle, density, flow));
    }
}
