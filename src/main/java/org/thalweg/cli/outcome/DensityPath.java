package org.thalweg.cli.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.action.PathEnd;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.Transition;
import org.thalweg.fokkerplanck.volumes.VolumeTransition;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Region;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.PathTable;
import org.thalweg.report.figures.operator.CommittorFigure;
import org.thalweg.report.figures.operator.LeastActionFigure;
import org.thalweg.results.operator.EscapeRates;
import org.thalweg.results.operator.MethodsCompared;

/** What {@code density --path}, {@code --from} and {@code --to} leave: paths of least action, rates of transitions. */
final class DensityPath {
    private DensityPath() {}

    /** Between two points: the path, its action, and rates of escape by all who know of one. */
    static void between(Outcome outcome, PlainSetting setting, List<PathEnd> ends, Optional<Density> density,
            Map<Witness, Map<Quantity, Measurement>> summary, Progress progress) {
        MinimumActionPath path = path(outcome, setting, ends, density, progress);
        EscapeRates.of(setting, path, summary.get(Witness.DENSITY)
                        .getOrDefault(Quantity.CONVERGENCE_TIME, Measurement.UNDEFINED))
                .forEach((witness, found) -> summary.computeIfAbsent(witness, w -> found).putAll(found));
    }

    /** Between two sets: how often, from where, along which path. */
    static void transitions(Outcome outcome, PlainSetting setting, List<Region> sets, DensityMethod method,
            Resolution resolution, Optional<Density> density, Map<Witness, Map<Quantity, Measurement>> summary,
            Progress progress) {
        Map<Quantity, Measurement> found = summary.get(Witness.DENSITY);
        List<String> said = new ArrayList<>();
        Transition transition = VolumeTransition.of(setting, sets.get(0), sets.get(1), resolution, said)
                .times(1.0 / setting.clock());
        said.forEach(outcome::note);
        if (method == DensityMethod.AUTO || method == DensityMethod.HIERARCHY) {
            MethodsNoted.write(outcome, MethodsCompared.transitions(setting, sets, transition));
        }
        found.put(Quantity.of("committor"), transition.committor().atStart());
        found.put(Quantity.of("transition_rate"), transition.rate());
        found.put(Quantity.of("transition_rate_back"), transition.back());
        DensityPassage.write(outcome, setting, transition.committor(),
                CommittorFigure.between(sets.get(0), sets.get(1)));
        found.put(Quantity.of("path_action"), path(outcome, setting,
                List.of(new PathEnd.On(sets.get(0)), new PathEnd.On(sets.get(1))), density, progress).action());
    }

    private static MinimumActionPath path(Outcome outcome, PlainSetting setting, List<PathEnd> ends,
            Optional<Density> density, Progress progress) {
        MinimumActionPath path = MinimumActionPath.between(setting.diffusion(), ends.get(0), ends.get(1),
                setting.start(), progress);
        outcome.table("path.csv", PathTable.COLUMNS, IntStream.range(0, path.x().length)
                .mapToObj(k -> new PathTable.Point(path.x()[k], path.y()[k], path.actions()[k])));
        density.ifPresent(law -> outcome.figure("path", () -> LeastActionFigure.of(setting, path, law)));
        return path;
    }
}
