package org.thalweg.results.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Counted;
import org.thalweg.quantity.Digits;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.plan.Horizon;
import org.thalweg.results.prediction.Prognosis;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Passages;

/** An ensemble that has been simulated: its numbers, and what has to be said of them. */
public record SimulatedEnsemble(Setting setting, EnsembleResult result, long steps) {
    /** Learning time at the end. */
    public double time() {
        return steps * result.timeStep();
    }

    /** Whose trajectories, how many, until when. */
    public String heading() {
        return setting.name() + ": " + result.particles()
                + (result.particles() == 1 ? " trajectory by " : " trajectories by ")
                + (result.witness() == Witness.SGD ? "literal SGD" : "the SDE") + " at learning time "
                + Digits.of(time()) + " (" + Counted.of(steps, "step") + ")";
    }

    /** Means at the end, times of arrival, shares that were lost, and changes over the second half. */
    public Map<Quantity, Measurement> summary() {
        Map<Quantity, Measurement> summary = new LinkedHashMap<>(result.quantities());
        if (setting.flatSet().isPresent()) {
            Passages passages = result.passages();
            if (passages.meanTime().defined()) {
                summary.put(Quantity.CONVERGENCE_TIME, passages.meanTime());
            } else {
                summary.put(Quantity.RESTRICTED_CONVERGENCE_TIME, passages.restrictedMeanTime());
            }
            summary.put(Quantity.CONVERGED_FRACTION, passages.convergedFraction());
        }
        summary.put(Quantity.DIVERGED_FRACTION, Measurement.fraction(result.diverged(), result.particles()));
        summary.putAll(RunStationarity.rows(result));
        return summary;
    }

    /** Who is missing from the means, and whether their law is stationary. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (result.diverged() > 0) {
            remarks.add(result.diverged() + " of " + result.particles()
                    + " trajectories diverged; means are over the others");
        }
        if (result.absorbed() > 0) {
            remarks.add(result.absorbed() + " of " + result.particles()
                    + " trajectories were absorbed; means are over the others");
        }
        if (result.outsideFraction() > 0.0) {
            remarks.add("a share of " + Digits.of(result.outsideFraction()) + " is outside the range of the histogram");
        }
        remarks.add(RunStationarity.sentence(setting, result, time()));
        return remarks;
    }

    /** Why there is no marginal, if there is none. */
    public Optional<String> lacksMarginal() {
        if (result.survivors() == 0) {
            return Optional.of("no trajectory survived, so there is no marginal");
        }
        return Horizon.histogramRange(setting).isPresent() ? Optional.empty()
                : Optional.of("no marginal: x is open and no stationary state tells its range");
    }

    /** The marginal along x beside those that are stationary for the loss as it is at the end, where they are known. */
    public Map<Witness, Marginal> marginals() {
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        Marginal counted = result.marginal();
        marginals.put(result.witness(), counted);
        Interval range = Horizon.histogramRange(setting).orElseThrow();
        Setting end = setting.at(time());
        Prognosis.stationaryLaw(end).ifPresent(law -> marginals.put(Witness.THEORY, law.on(range, counted.size())));
        Prognosis.exactDensity(end).ifPresent(density ->
                marginals.put(Witness.DENSITY, density.marginalOn(range, counted.size())));
        return marginals;
    }
}
