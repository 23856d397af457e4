package org.thalweg.results.claim.published;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.PlainSetting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.WindowComponents;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.theory.VarianceFlatnessLaw;

/**
 * V1, the variance of SGD along the principal components of its path against the flatness in these directions,
 * sigma_i^2 ~ F_i^(-psi), over windows from short to long; V2, its two regimes.
 */
public final class InverseVarianceFlatness implements DiffusionClaim {
    private static final String EXACT = "sigma_i^2 ~ F_i^(-psi): psi of an autoregression over the window";
    private static final String REGIME =
            "to 0.1, psi is 2 gamma while the path diffuses and 2 (gamma - 1) once it is stationary";

    /** A difference in psi that matters. */
    private static final double RESOLUTION = 0.1;
    /** The shortest window, in iterations. */
    private static final long SHORTEST = 10;
    /** Points of a window: more would be correlated, or cost memory. */
    private static final int POINTS = 200;
    /** A path over many relaxation times tells more than a shorter one, and costs more. */
    private static final int LONG_SHARE = 8;
    /** From one window to the next, half a decade. */
    private static final double RATIO = Math.sqrt(10.0);
    /** Relaxation times before a window: exp(-6) is left of the start. */
    private static final double BURN_IN = 6.0;

    @Override
    public boolean concerns(PlainSetting setting) {
        return VarianceFlatnessLaw.of(setting).isPresent();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        VarianceFlatnessLaw law = VarianceFlatnessLaw.of(setting).orElseThrow();
        return new Ground(EXACT, law.hypotheses()).judge("V1", () -> {
            List<Judgement> judgements = new ArrayList<>();
            double longest = Math.max(SHORTEST, law.longWindow());
            for (double window = SHORTEST; window < RATIO * longest; window *= RATIO) {
                judgements.addAll(judge(laboratory, setting, law, Math.min(window, longest)));
            }
            return judgements;
        });
    }

    private static List<Judgement> judge(
            Laboratory laboratory, PlainSetting setting, VarianceFlatnessLaw law, double iterations) {
        long every = Math.max(1, (long) Math.ceil(iterations / POINTS));
        int points = (int) Math.ceil(iterations / every);
        long from = (long) Math.ceil(BURN_IN / law.flattest());
        long window = points * every;
        String id = " psi over " + window + " steps";
        int paths = laboratory.particles() / (law.isLong(window).holds() ? LONG_SHARE : 1);
        Ground ground = new Ground(EXACT, law.hypotheses()).and(law.resolved(points, every, paths));
        return ground.judge("V1" + id, () -> {
            Measurement psi = WindowComponents.of(laboratory, setting,
                    new TimeGrid(from + every, from + window, every), paths).exponent();
            ErrorBudget budget = ErrorBudget.EMPTY.withSampling(psi)
                    .withSystematic("mixing of components", law.mixing(points, every, paths));
            List<Judgement> judgements = new ArrayList<>();
            judgements.add(ground.claim("V1" + id + " [sgd]",
                    new Prediction.Equals(law.exponent(points, every), RESOLUTION)).judge(psi, budget));
            Hypothesis early = law.isShort(window);
            Hypothesis late = law.isLong(window);
            if (early.holds() || late.holds()) {
                double limit = early.holds() ? law.diffusive() : law.stationary();
                String name = "V2" + id + (early.holds() ? ", diffusive" : ", stationary");
                Ground regime = ground.saying(REGIME).and(early.holds() ? early : late);
                judgements.add(regime.claim(name + ", lower bound [sgd]",
                        new Prediction.AtLeast(limit - RESOLUTION)).judge(psi, budget));
                judgements.add(regime.claim(name + ", upper bound [sgd]",
                        new Prediction.AtMost(limit + RESOLUTION)).judge(psi, budget));
            }
            return judgements;
        });
    }
}
