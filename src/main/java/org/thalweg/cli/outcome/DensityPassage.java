package org.thalweg.cli.outcome;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thalweg.fokkerplanck.FirstReached;
import org.thalweg.fokkerplanck.Splitting;
import org.thalweg.fokkerplanck.Survival;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Committor;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.FloorCommittor;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SurvivalEstimate;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.SplittingTable;
import org.thalweg.report.SurvivalTable;
import org.thalweg.report.figures.operator.CommittorFigure;
import org.thalweg.report.figures.operator.SurvivalFigure;

/** Times and places of arrival, as `density --survival`, `density --between` and `simulate --survival` ask. */
final class DensityPassage {
    private static final int TIMES = 120;

    private DensityPassage() {}

    /** Survival functions in learning time, of the plane where there is one, and of the floor. */
    static Map<String, SurvivalFunction> survival(PlainSetting setting, DensityMethod method, Resolution resolution) {
        Map<String, SurvivalFunction> found = new LinkedHashMap<>();
        if (Approach.arrived(setting)) {
            throw new Refusal("option --survival: the start is in the flat set, and everybody has arrived; give"
                    + " another start");
        }
        double[] times = Survival.times(setting, TIMES);
        if (setting.surface().dimension() == 2 && method != DensityMethod.QUADRATURE) {
            found.put("plane", Survival.by(method, setting, times, resolution).times(setting.clock()));
        }
        found.put("floor", Survival.by(DensityMethod.QUADRATURE, setting, times, resolution).times(setting.clock()));
        return found;
    }

    /** Rows of the summary, table and figure of density. */
    static void add(Outcome outcome, PlainSetting setting, DensityMethod method, Resolution resolution,
            Map<Quantity, Measurement> summary) {
        Map<String, SurvivalFunction> found = survival(setting, method, resolution);
        SurvivalFunction best = found.values().iterator().next();
        for (double share : Survival.SHARES) {
            summary.put(Survival.quantile(share), best.quantile(share));
        }
        Approach approach = Approach.of(setting);
        if (approach.lower() == approach.upper()) {
            between(setting, approach.from(), approach.to(), method, resolution)
                    .ifPresent(q -> summary.put(Quantity.of("arrival_above"), q.atStart()));
            summary.put(Quantity.of("floor_arrival_above"),
                    FloorCommittor.of(setting, approach.from(), approach.to()));
        }
        write(outcome, setting, Witness.DENSITY, Optional.empty(), found);
    }

    /** The table and the figure, with what was simulated where something was. */
    static void write(Outcome outcome, Setting setting, Witness witness, Optional<SurvivalEstimate> simulated,
            Map<String, SurvivalFunction> found) {
        outcome.table("survival.csv", SurvivalTable.COLUMNS, SurvivalTable.rows(witness, simulated, found));
        outcome.figure("survival", () -> SurvivalFigure.of(setting.effective(), witness, simulated,
                Optional.ofNullable(found.get("plane")), Optional.ofNullable(found.get("floor"))));
    }

    /** Rows of the summary, field and figure of the committor between two places, and the start split by it. */
    static void committor(Outcome outcome, PlainSetting setting, double from, double to, DensityMethod method,
            Resolution resolution, Map<Quantity, Measurement> summary) {
        Optional<Committor> plane = between(setting, from, to, method, resolution);
        plane.ifPresent(found -> write(outcome, setting, found, CommittorFigure.along(from, to)));
        boolean point = setting.startDistribution().isEmpty();
        Splitting splitting = Splitting.of(setting, from, to, start ->
                (point ? plane : between(start, from, to, method, resolution)).map(Committor::atStart)
                        .orElseGet(() -> FloorCommittor.of(start, from, to)));
        summary.put(Quantity.of("committor"), splitting.above());
        if (setting.startDistribution().isPresent()) {
            summary.put(Quantity.of("start_of_above"), splitting.startOfAbove());
            summary.put(Quantity.of("start_of_below"), splitting.startOfBelow());
        }
        outcome.table("splitting.csv", SplittingTable.COLUMNS, splitting.parts().stream());
        if (plane.isPresent()) {
            summary.put(Quantity.of("floor_committor"),
                    Splitting.of(setting, from, to, start -> FloorCommittor.of(start, from, to)).above());
        }
    }

    /** The field of a committor and its figure. */
    static void write(Outcome outcome, PlainSetting setting, Committor found, String title) {
        outcome.field("committor.npy", found.field().values());
        outcome.field("committor-x.npy", found.field().x());
        outcome.field("committor-y.npy", found.field().y());
        outcome.figure("committor", () -> CommittorFigure.of(setting, found.field(), title));
    }

    private static Optional<Committor> between(PlainSetting setting, double from, double to, DensityMethod method,
            Resolution resolution) {
        return setting.surface().dimension() == 2 && method != DensityMethod.QUADRATURE
                ? Optional.of(FirstReached.by(method, setting, from, to, resolution)) : Optional.empty();
    }
}
