package org.thalweg.results.operator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.FirstReached;
import org.thalweg.fokkerplanck.Survival;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleySpectrum;
import org.thalweg.fokkerplanck.hierarchy.ValleyTransition;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.law.Transition;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.fokkerplanck.volumes.VolumeTransition;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Region;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Row;

/**
 * What else is asked of the Fokker-Planck operator in each cell of a sweep; what a cell does not have is left blank.
 *
 * <p>Many imports: every question has an answer of its own.
 *
 * @param rates how many of the slowest rates; 0 for none
 * @param survival whether quantiles of the time to the flat set
 * @param between two places along x for the committor at the start; empty for none
 * @param path two points for the action of the path between them and the rates of escape along it; empty for none
 * @param sets two {@link Region}s for the rates of transitions between them; empty for none
 */
public record OperatorQuestions(int rates, boolean survival, List<Double> between, List<Double> path,
        List<String> sets) {
    /** Times at which a survival function is known whose quantiles are wanted alone. */
    private static final int TIMES = 48;
    private static final double TOLERANCE = 1e-5;

    /** Nothing more. */
    public static final OperatorQuestions NONE = new OperatorQuestions(0, false, List.of(), List.of(), List.of());

    /** True where nothing is asked. */
    public boolean none() {
        return rates == 0 && !survival && between.isEmpty() && path.isEmpty() && sets.isEmpty();
    }

    /** Refuses cells that are no valleys of the plane, or have no such times and places. */
    public void check(Setting cell) {
        if (none()) {
            return;
        }
        if (!cell.surface().geometry().planar() || !cell.hasDiffusion()) {
            throw new Refusal("options --rates, --survival, --between, --path, --from and --to of a sweep are about"
                    + " valleys with one sharp direction and plain SGD; leave them out");
        }
        if (survival && (cell.flatSet().isEmpty() || cell.startDistribution().isPresent())) {
            throw new Refusal("option --survival: needs converged.flatness, and a start at one point");
        }
        double start = cell.start()[0];
        if (!between.isEmpty() && (between.size() != 2 || !(between.get(0) < start && start < between.get(1)))) {
            throw new Refusal("option --between: give two places with the start, x = " + start + ", between them");
        }
        if (!path.isEmpty() && path.size() != 4) {
            throw new Refusal("option --path: give two points of a plane, X0,Y0,X1,Y1");
        }
        if (sets.stream().anyMatch(Objects::isNull)) {
            throw new Refusal("options --from and --to: give both");
        }
        sets.forEach(Region::parse);
    }

    /** The answers for a cell, per unit of learning time. */
    public List<Row> rows(Setting cell) {
        if (none()) {
            return List.of();
        }
        PlainSetting setting = cell.effective();
        List<Row> rows = new ArrayList<>();
        Map<Quantity, Measurement> found = new LinkedHashMap<>();
        if (rates > 0) {
            Optional<List<RelaxationMode>> modes = known(() -> modes(setting));
            for (int k = 0; k < rates; k++) {
                int of = k;
                found.put(Quantity.of("relaxation_rate_" + (k + 1)), modes.map(all ->
                        all.get(of).rate().times(1.0 / setting.clock())).orElse(Measurement.UNDEFINED));
            }
        }
        if (survival) {
            Optional<SurvivalFunction> law = Approach.arrived(setting) ? Optional.empty()
                    : known(() -> Survival.by(DensityMethod.AUTO, setting, Survival.times(setting, TIMES),
                            Resolution.DEFAULT).times(setting.clock()));
            for (double share : Survival.SHARES) {
                found.put(Survival.quantile(share),
                        law.map(all -> all.quantile(share)).orElse(Measurement.UNDEFINED));
            }
        }
        if (!between.isEmpty()) {
            found.put(Quantity.of("committor"), known(() -> FirstReached.by(DensityMethod.AUTO, setting,
                    between.get(0), between.get(1), Resolution.DEFAULT).atStart()).orElse(Measurement.UNDEFINED));
        }
        if (!path.isEmpty()) {
            escapes(setting).forEach((witness, said) -> said.forEach((quantity, value) ->
                    rows.add(Row.plain(witness, quantity, value))));
        }
        if (!sets.isEmpty()) {
            Optional<ValleyTransition.Rates> transitions = transitions(setting);
            found.put(Quantity.of("transition_rate"),
                    transitions.map(ValleyTransition.Rates::rate).orElse(Measurement.UNDEFINED));
            found.put(Quantity.of("transition_rate_back"),
                    transitions.map(ValleyTransition.Rates::back).orElse(Measurement.UNDEFINED));
        }
        List<Row> all = new ArrayList<>();
        found.forEach((quantity, value) -> all.add(Row.plain(Witness.DENSITY, quantity, value)));
        all.addAll(rows);
        return all;
    }

    /** The action of the path and the rates of escape by all who know of one; those that nobody knows are blank. */
    private Map<Witness, Map<Quantity, Measurement>> escapes(PlainSetting setting) {
        Map<Witness, Map<Quantity, Measurement>> all = new EnumMap<>(Witness.class);
        Map<Quantity, Measurement> density = new LinkedHashMap<>();
        for (String of : List.of("path_action", "path_escape_rate", "escape_rate")) {
            density.put(Quantity.of(of), Measurement.UNDEFINED);
        }
        all.put(Witness.DENSITY, density);
        Measurement time = setting.flatSet().isEmpty() ? Measurement.UNDEFINED
                : known(() -> FirstPassage.by(DensityMethod.AUTO, setting, Resolution.DEFAULT, TOLERANCE).mean()
                        .times(Quantity.CONVERGENCE_TIME.factor(setting.clock()))).orElse(Measurement.UNDEFINED);
        known(() -> EscapeRates.of(setting, MinimumActionPath.between(setting.diffusion(),
                new double[] {path.get(0), path.get(1)}, new double[] {path.get(2), path.get(3)}), time))
                .ifPresent(found -> found.forEach((witness, said) ->
                        all.computeIfAbsent(witness, w -> new LinkedHashMap<>()).putAll(said)));
        return all;
    }

    private Optional<ValleyTransition.Rates> transitions(PlainSetting setting) {
        Region first = Region.parse(sets.get(0));
        Region second = Region.parse(sets.get(1));
        Attempt<ValleyTransition.Rates> spectral = ValleyTransition.attempt(setting, first, second, TOLERANCE);
        return spectral.found().or(() -> known(() -> {
            Transition found = VolumeTransition.of(setting, first, second, Resolution.DEFAULT, new ArrayList<>());
            return new ValleyTransition.Rates(found.rate(), found.back());
        })).map(rates -> rates.times(1.0 / setting.clock()));
    }

    private List<RelaxationMode> modes(PlainSetting setting) {
        Attempt<List<RelaxationMode>> spectral = ValleySpectrum.attempt(setting, rates, TOLERANCE);
        return spectral.found().orElseGet(() ->
                VolumeSpectrum.of(setting, rates, Resolution.DEFAULT, new ArrayList<>()).modes());
    }

    /** An answer, where the numerics come to one. */
    private static <T> Optional<T> known(Supplier<T> question) {
        return Attempt.settled(question).found();
    }
}
