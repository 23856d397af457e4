package org.thalweg.results.claim.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.noise.LandscapeNoise;
import org.thalweg.model.surface.TwoValleys;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.trajectory.Protocol;

/**
 * Two valleys that flatten: F2, literal SGD and the SDE at half the step freeze alike; F3, no more walkers freeze in
 * the flat valley than the quasi-equilibrium has there; F4, stronger noise delays freezing. A reconstruction, as the
 * surface is.
 */
public final class FrozenShare implements DiffusionClaim {
    private static final String ALIKE = "literal SGD and the SDE at half the step freeze alike";
    private static final String SELECTION = "walkers from the sharp valley approach the quasi-equilibrium from below";
    private static final String DELAY = "stronger noise delays freezing: more switches, and later";

    /** Scales of time until the end: S = exp(-6), and nobody switches any more. */
    private static final double SCALES = 6.0;
    /** A difference of the share that matters. */
    private static final double RESOLUTION = 0.1;

    @Override
    public boolean concerns(PlainSetting setting) {
        return setting.surface() instanceof TwoValleys && setting.noise() instanceof LandscapeNoise
                && setting.optimiser().plain();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        Hypothesis flattens = new Hypothesis("the valleys flatten", setting.timeDependent(),
                setting.timeDependent() ? "slow-time" : "they stand still");
        Hypothesis begins = new Hypothesis("the start is in the sharp valley", setting.start()[0] < -0.5,
                "x = " + setting.start()[0]);
        Ground ground = Ground.of(ALIKE, flattens, begins);
        return ground.judge("F2", () -> {
            double step = setting.sgd().learningRate();
            Map<Quantity, Measurement> sgd = sgd(laboratory, setting);
            List<Judgement> judgements = new ArrayList<>(alike(ground, sgd,
                    sde(laboratory, setting, 0.5 * step), sde(laboratory, setting, step)));
            judgements.addAll(selection(laboratory, setting, ground, sgd.get(Quantity.FLAT_FRACTION)));
            PlainSetting loud = setting.withNoise(setting.noise().times(2.0));
            Measurement more = sgd(laboratory, loud).get(Quantity.SWITCHES).minus(sgd.get(Quantity.SWITCHES));
            judgements.add(ground.saying(DELAY)
                    .sampled("F4 more switches at twice the variance [sgd]", new Prediction.AtLeast(0.0), more));
            return judgements;
        });
    }

    private static List<Judgement> alike(Ground ground, Map<Quantity, Measurement> sgd,
            Map<Quantity, Measurement> half, Map<Quantity, Measurement> whole) {
        List<Judgement> judgements = new ArrayList<>();
        for (Quantity quantity : List.of(Quantity.FLAT_FRACTION, Quantity.SWITCHES, Quantity.LAST_SWITCH)) {
            Measurement difference = sgd.get(quantity).minus(half.get(quantity));
            Measurement change = whole.get(quantity).minus(half.get(quantity));
            double scale = quantity.equals(Quantity.FLAT_FRACTION) ? 1.0 : half.get(quantity).value();
            judgements.add(ground.claim("F2 " + quantity + ", SGD less SDE at half the step [sgd]",
                    new Prediction.Equals(0.0, RESOLUTION * scale))
                    .judge(difference, sampling(difference).withSystematic("learning rate", change.value())));
        }
        return judgements;
    }

    /** Where gamma = 1 the quasi-equilibrium does not change while the valleys flatten. */
    private static List<Judgement> selection(
            Laboratory laboratory, PlainSetting setting, Ground ground, Measurement frozen) {
        double gamma = ((LandscapeNoise) setting.noise()).exponent();
        Ground all = ground.saying(SELECTION).and(new Hypothesis("gamma = 1", gamma == 1.0, "gamma = " + gamma));
        return all.judge("F3", () -> {
            Measurement equilibrium = laboratory.density(setting.at(0.0)).quantities().get(Quantity.FLAT_FRACTION);
            return List.of(all.claim("F3 frozen share below the quasi-equilibrium [sgd]",
                    new Prediction.AtMost(equilibrium.value()))
                    .judge(frozen, sampling(frozen).withSystematic("grid", equilibrium.standardError())));
        });
    }

    private static ErrorBudget sampling(Measurement measured) {
        return ErrorBudget.EMPTY.withSampling(measured);
    }

    private static Map<Quantity, Measurement> sgd(Laboratory laboratory, PlainSetting setting) {
        return laboratory.sgd(setting, protocol(setting, setting.sgd().learningRate()), laboratory.particles())
                .quantities();
    }

    private static Map<Quantity, Measurement> sde(Laboratory laboratory, PlainSetting setting, double step) {
        return laboratory.sde(setting, step, protocol(setting, step), laboratory.particles()).quantities();
    }

    private static Protocol protocol(PlainSetting setting, double step) {
        return Protocol.atTime(Math.round(SCALES * ((TwoValleys) setting.surface()).slowTime() / step));
    }
}
