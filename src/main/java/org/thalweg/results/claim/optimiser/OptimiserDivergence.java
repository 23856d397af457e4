package org.thalweg.results.claim.optimiser;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.OptimiserBound;
import org.thalweg.results.claim.trial.ClaimExperiment;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.theory.bounds.OptimiserStability;

/**
 * O1: the largest step of an optimiser along a parabola, of the curvature of the model's sharpest place: the learning
 * rate beyond which its literal steps grow, without noise but for a speck of it that excites all modes. Located by
 * halving an interval: at each rate many steps are made, and the largest number of their last quarter is held against
 * that of the quarter before.
 *
 * <p>Of Adam the root of the mean square has to stand still: the same moments are taken with an epsilon of 1e60,
 * against which gradients are nothing, at a rate as many times larger.
 */
public final class OptimiserDivergence implements ClaimExperiment {
    private static final String STATEMENT = "steps of an optimiser along a parabola grow from the bound on";
    /** Of the bound: a difference that matters. */
    private static final double RESOLUTION = 0.01;
    /** In quarters of which there are many turns of the slowest modes. */
    private static final int STEPS = 4000;
    private static final int HALVINGS = 8;
    /** Between the bound over this and times this. */
    private static final double SPAN = 1.25;
    /** From a start at 1e-3: no rule that is stable comes here on its way down. */
    private static final double FAR = 1e30;
    /** An epsilon that stands for the root. */
    private static final double STILL = 1e60;

    @Override
    public boolean concerns(Setting literal) {
        return literal.surface().task().isEmpty() && !literal.sgd().descends();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting literal) {
        Optimiser rule = literal.sgd().rule();
        Optional<OptimiserStability> stability = OptimiserStability.of(rule);
        OptionalDouble curvature = OptimiserBound.curvature(literal);
        Ground ground = Ground.of(STATEMENT,
                new Hypothesis("the rule is linear in a gradient", stability.isPresent(), rule.kind()),
                new Hypothesis("a place of known curvature", curvature.isPresent(),
                        curvature.isPresent() ? "lambda = " + curvature.getAsDouble() : "none"));
        return ground.judge("O1", () -> List.of(
                judge(rule, stability.get(), curvature.getAsDouble(), ground.hypotheses(), laboratory.seed())));
    }

    /** Locates the bound of a rule along a parabola. */
    static Judgement judge(Optimiser rule, OptimiserStability stability, double curvature,
            List<Hypothesis> hypotheses, Seed seed) {
        double expected = stability.stableBelow(curvature, STILL);
        double low = expected / SPAN;
        double high = expected * SPAN;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = Math.sqrt(low * high);
            if (grows(rule.innermost() instanceof Adam ? still(rule) : rule, middle, curvature, seed)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double scale = stability.preconditioned() ? 1.0 / STILL : 1.0;
        Measurement found = Measurement.computed(scale * Math.sqrt(low * high), scale * 0.5 * (high - low));
        return new Claim("O1 largest learning rate of " + rule.kind() + (stability.preconditioned()
                ? ", per unit of sqrt(v) + epsilon" : "") + " [sgd]", STATEMENT, hypotheses,
                new Prediction.Equals(scale * expected, RESOLUTION * scale * expected))
                .judge(found, ErrorBudget.EMPTY.withSystematic("interval", found.standardError())
                        .withSystematic("steps too few to tell growth", scale * expected * 10.0 / STEPS));
    }

    private static Optimiser still(Optimiser rule) {
        return StillAdam.of(rule, STILL);
    }

    private static boolean grows(Optimiser rule, double rate, double curvature, Seed seed) {
        Setting setting = Parabola.of(curvature, 1e-12, new Sgd(rate).withRule(rule));
        OptimiserWalk walk = new OptimiserWalk(setting.withStart(0.0, 1e-3), 1, seed);
        double before = 0.0;
        double after = 0.0;
        for (int k = 0; k < STEPS; k++) {
            walk.step();
            double size = walk.largest();
            if (size > FAR) {
                return true;
            }
            before = 4 * k >= 2 * STEPS && 4 * k < 3 * STEPS ? Math.max(before, size) : before;
            after = 4 * k >= 3 * STEPS ? Math.max(after, size) : after;
        }
        return after > 2.0 * before;
    }
}
