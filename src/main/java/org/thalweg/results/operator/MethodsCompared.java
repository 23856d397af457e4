package org.thalweg.results.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyEvolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyModes;
import org.thalweg.fokkerplanck.hierarchy.ValleyTransition;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.ModeAlong;
import org.thalweg.fokkerplanck.law.Transition;
import org.thalweg.fokkerplanck.line.FloorSpectrum;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Region;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/**
 * What finite volumes and the hierarchy say of the same, each the other's witness, and whether they are no further
 * apart than what both say of their errors.
 *
 * @param rows one for each number; none where the hierarchy does not serve
 * @param alone why it does not
 */
public record MethodsCompared(List<Row> rows, Optional<String> alone) {
    /** Stated errors are to hold three times as a rule, as docs/coverage.md counts them. */
    private static final double ERRORS = 3.0;
    /** Of a law in time by the hierarchy: below what a common grid reaches. */
    private static final double OF_LAWS = 1e-6;
    private static final double OF_RATES = 1e-6;
    /** Of modes beyond those asked for, which may be equally slow. */
    private static final int SPARE = 2;

    /**
     * One number of both methods, or the distance of two functions.
     *
     * @param time learning time; empty for what is stationary
     * @param hierarchy the number; undefined for a function
     * @param volumes likewise
     * @param difference int |difference| of a function, of a mode as a part of int |mode|
     * @param error of both together
     */
    public record Row(String quantity, OptionalDouble time, Measurement hierarchy, Measurement volumes,
            double difference, double error) {
        private static Row of(String quantity, OptionalDouble time, Measurement hierarchy, Measurement volumes) {
            return new Row(quantity, time, hierarchy, volumes, Math.abs(hierarchy.value() - volumes.value()),
                    hierarchy.standardError() + volumes.standardError());
        }

        /** In stated errors; rounding counts as nothing. */
        public double errorsApart() {
            return difference == 0.0 ? 0.0 : difference / error;
        }
    }

    /**
     * Laws in time: at all times, or those after the first few, at which a law may be too narrow for the hierarchy.
     *
     * @param learning learning times
     * @param times the same in time of the setting's diffusion
     */
    public static MethodsCompared inTime(PlainSetting setting, List<Double> learning, List<Double> times,
            List<DensitySolution> volumes, Resolution output) {
        int first = 0;
        Attempt<List<DensitySolution>> attempt = ValleyEvolution.attempt(setting, times, output, OF_LAWS);
        while (attempt instanceof Attempt.NotFound<List<DensitySolution>> missing) {
            first++;
            if (missing.reason() instanceof Refusal || first == times.size()) {
                return alone(missing);
            }
            attempt = ValleyEvolution.attempt(setting, times.subList(first, times.size()), output, OF_LAWS);
        }
        List<Row> rows = new ArrayList<>();
        List<DensitySolution> spectral = attempt.orThrow();
        for (int k = first; k < volumes.size(); k++) {
            OptionalDouble at = OptionalDouble.of(learning.get(k));
            for (Quantity quantity : List.of(Quantity.MEAN_X, Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y,
                    Quantity.MEAN_FLATNESS)) {
                Measurement one = spectral.get(k - first).quantities().get(quantity);
                Measurement other = volumes.get(k).quantities().get(quantity);
                if (one != null && other != null && one.defined() && other.defined()) {
                    rows.add(Row.of(quantity.toString(), at, one, other));
                }
            }
            rows.add(marginals(at, spectral.get(k - first), volumes.get(k)));
        }
        return new MethodsCompared(List.copyOf(rows), Optional.empty());
    }

    private static Row marginals(OptionalDouble at, DensitySolution spectral, DensitySolution volumes) {
        Marginal other = volumes.marginal();
        Marginal one = spectral.marginalOn(volumes.range(), other.size());
        double width = volumes.range().length() / other.size();
        double difference = 0.0;
        double error = 0.0;
        for (int i = 0; i < other.size(); i++) {
            difference += width * Math.abs(one.density()[i] - other.density()[i]);
            error += width * (finite(one.standardError()[i]) + finite(other.standardError()[i]));
        }
        return new Row("marginal", at, Measurement.UNDEFINED, Measurement.UNDEFINED, difference, error);
    }

    private static double finite(double error) {
        return Double.isFinite(error) ? error : 0.0;
    }

    /** The slowest rates, and what their modes leave along x; per unit of learning time. */
    public static MethodsCompared modes(PlainSetting setting, VolumeSpectrum.Found volumes) {
        Optional<String> heavy = FloorSpectrum.remark(setting);
        if (heavy.isPresent()) {
            return new MethodsCompared(List.of(), heavy);
        }
        int count = volumes.modes().size();
        Attempt<ValleyModes> attempt = ValleyModes.attempt(setting, count + SPARE, OF_RATES);
        if (attempt instanceof Attempt.NotFound<ValleyModes> missing) {
            return alone(missing);
        }
        ValleyModes spectral = attempt.orThrow();
        double unit = 1.0 / setting.clock();
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            rows.add(Row.of("relaxation_rate_" + (k + 1), OptionalDouble.empty(),
                    spectral.rates().get(k).rate().times(unit), volumes.modes().get(k).rate().times(unit)));
        }
        for (int k = 0; k < count; k++) {
            ModeAlong mode = volumes.along().get(k);
            List<ModeAlong> alike = mode.alike(spectral.along(mode.edges()));
            if (!alike.isEmpty()) {
                double error = alike.stream().mapToDouble(ModeAlong::error).max().orElseThrow();
                rows.add(new Row("mode_" + (k + 1), OptionalDouble.empty(), Measurement.UNDEFINED,
                        Measurement.UNDEFINED, mode.distance(alike), mode.error() + error));
            }
        }
        return new MethodsCompared(List.copyOf(rows), Optional.empty());
    }

    /**
     * Rates between two sets.
     *
     * @param volumes per unit of learning time
     */
    public static MethodsCompared transitions(PlainSetting setting, List<Region> sets, Transition volumes) {
        Attempt<ValleyTransition.Rates> attempt = ValleyTransition.attempt(setting, sets.get(0), sets.get(1), OF_RATES);
        if (attempt instanceof Attempt.NotFound<ValleyTransition.Rates> missing) {
            return alone(missing);
        }
        ValleyTransition.Rates spectral = attempt.orThrow().times(1.0 / setting.clock());
        return new MethodsCompared(List.of(
                Row.of("transition_rate", OptionalDouble.empty(), spectral.rate(), volumes.rate()),
                Row.of("transition_rate_back", OptionalDouble.empty(), spectral.back(), volumes.back())),
                Optional.empty());
    }

    private static MethodsCompared alone(Attempt.NotFound<?> missing) {
        return new MethodsCompared(List.of(), Optional.of(missing.reason().getMessage()));
    }

    private String since() {
        return rows.get(0).time.isPresent() ? " from t = " + rows.get(0).time.getAsDouble() + " on" : "";
    }

    /** What there is to say of it in one line. */
    public String note() {
        if (alone.isPresent()) {
            return "finite volumes have no second witness here: " + alone.get();
        }
        Row worst = rows.get(0);
        for (Row row : rows) {
            worst = row.errorsApart() > worst.errorsApart() ? row : worst;
        }
        String where = worst.quantity + (worst.time.isPresent() ? " at t = " + worst.time.getAsDouble() : "");
        return worst.errorsApart() <= ERRORS
                ? String.format(Locale.ROOT, "hierarchy and finite volumes agree on %d numbers%s: at most %.2f of"
                        + " their stated errors apart (%s)", rows.size(), since(), worst.errorsApart(), where)
                : String.format(Locale.ROOT, "hierarchy and finite volumes disagree: %s by %.2g, %.1f of their stated"
                        + " errors; give a finer --grid", where, worst.difference, worst.errorsApart());
    }
}
