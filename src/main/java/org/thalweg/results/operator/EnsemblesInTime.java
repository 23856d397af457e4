package org.thalweg.results.operator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.PearsonTest;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;

/**
 * Ensembles by literal SGD and by the SDE at a learning time, beside the density evolved to it: histograms in the same
 * bins, means, and the probability of chi-square.
 *
 * @param marginals histograms
 * @param quantities means, and how likely the histogram is by the density
 * @param notes what was done
 */
public record EnsemblesInTime(Map<Witness, Marginal> marginals, Map<Witness, Map<Quantity, Measurement>> quantities,
        List<String> notes) {
    /** The probability of a histogram that is no nearer to the density, by chance alone. */
    public static final Quantity CHI_SQUARE_TAIL = Quantity.of("chi_square_tail");

    /**
     * Both ensembles.
     *
     * @param setting with what SGD really does
     * @param time learning time; of SGD the nearest iteration, of the SDE a whole number of its steps
     */
    public static EnsemblesInTime at(Setting setting, double time, int particles, Seed seed, int threads,
            DensitySolution density) {
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        Map<Witness, Map<Quantity, Measurement>> quantities = new EnumMap<>(Witness.class);
        List<String> notes = new ArrayList<>();
        SgdDynamics sgd = SgdDynamics.of(setting);
        long iterations = Math.max(1L, Math.round(time / sgd.timeStep()));
        if (Math.abs(iterations * sgd.timeStep() - time) > 1e-9 * time) {
            notes.add("SGD is at learning time " + iterations * sgd.timeStep() + ", after " + iterations
                    + " iterations, where the density is at " + time);
        }
        PlainSetting plain = setting.effective();
        SchemeChoice choice = SchemeChoice.of(plain, Question.LAW);
        double plainTime = time / plain.clock();
        long steps = Math.max(1L, (long) Math.ceil(plainTime / choice.step() * (1.0 - 1e-12)));
        notes.add("the SDE: " + choice.reason());
        Map<Dynamics, Long> runs = new LinkedHashMap<>();
        runs.put(sgd, iterations);
        runs.put(SdeDynamics.of(plain, choice.scheme(), Increments.NORMAL, plainTime / steps), steps);
        for (Map.Entry<Dynamics, Long> run : runs.entrySet()) {
            EnsembleResult result = Ensemble.run(run.getKey() == sgd ? setting : plain, run.getKey(),
                    Protocol.atTime(run.getValue()).histogramOver(density.range()), particles, seed, threads,
                    Progress.NONE);
            Marginal counted = result.marginal();
            Map<Quantity, Measurement> found = new LinkedHashMap<>();
            density.quantities().keySet().stream().filter(result.quantities()::containsKey)
                    .forEach(quantity -> found.put(quantity, result.quantities().get(quantity)));
            found.put(CHI_SQUARE_TAIL, Measurement.exact(PearsonTest.of(counted,
                    density.marginalOn(density.range(), counted.size()), result.survivors()).tail()));
            marginals.put(result.witness(), counted);
            quantities.put(result.witness(), found);
        }
        return new EnsemblesInTime(marginals, quantities, notes);
    }
}
