package org.thalweg.theory;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.theory.floor.FloorDensity;
import org.thalweg.theory.floor.FloorEquation;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;

/**
 * The marginal of literal SGD at a finite learning rate (docs/theory/finite-learning-rate.md). Across the valley the
 * recursion has Var(y | x) = Delta F^2 / (1 - eta/(2 F^2)), so for constant noise
 *
 * <pre>{@code P(x) ~ (F^2 - eta/2)^(kappa/2) exp(-kappa L0 / Delta)}</pre>
 *
 * <p>with the floor drift -L0' + Delta F F' / (F^2 - eta/2). Asymptotic as y relaxes fast compared with x, at any
 * eta/F^2 below 2. {@link #nextOrder()} is the same law with the next order in the slowness of x, whose limit eta to
 * 0 is {@link NextOrder}. Where F^2 &lt;= eta/2 the recursion is unstable across the valley and the law leaves no
 * probability.
 */
public final class FiniteLearningRate extends FloorMarginal {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("finite learning rate",
            "P(x) ~ (F^2 - eta/2)^(kappa/2) exp(-kappa L0/Delta); Var(y|x) = Delta F^2/(1 - eta/(2 F^2))",
            Theorem.Standing.ASYMPTOTIC, "Thalweg", "finite-learning-rate.md");

    /** Largest eta L0'' / 2, the relative error of Var(x) where the floor alone binds x. */
    private static final double SLOW_FLOOR = 0.05;

    private final PlainSetting setting;
    private final boolean nextOrder;

    private FiniteLearningRate(PlainSetting setting, boolean nextOrder) {
        this(setting, FloorDiffusion.of(setting), setting.sgd().learningRate(), nextOrder);
    }

    private FiniteLearningRate(PlainSetting setting, FloorDiffusion floor, double learningRate, boolean nextOrder) {
        super(floor, learningRate, nextOrder ? FloorDensity.nextOrder(floor, learningRate)
                : FloorDensity.leading(new FloorEquation(floor, learningRate, 1.0)));
        this.setting = setting;
        this.nextOrder = nextOrder;
    }

    /** The law of a valley at the learning rate of the setting; refuses other surfaces. */
    public static FiniteLearningRate of(PlainSetting setting) {
        return new FiniteLearningRate(setting, false);
    }

    /** The same law with the next order in the slowness of x. */
    public FiniteLearningRate nextOrder() {
        return new FiniteLearningRate(setting, true);
    }

    @Override
    public List<Hypothesis> hypotheses() {
        return hypothesesForSgd();
    }

    /** The law speaks of SGD only: stable and Gaussian across the valley, slow along it. */
    @Override
    public List<Hypothesis> hypothesesForSgd() {
        FloorDiffusion floor = floor();
        double learningRate = setting.sgd().learningRate();
        Support support = Support.of(floor);
        double floorRate = support.max(x -> 0.5 * learningRate * Math.abs(floor.shape().floor().curvature(x)));
        return List.of(
                Hypotheses.noiseAlongFloor(floor, support),
                Hypotheses.gaussianNoise(setting.noise()),
                Hypotheses.stationary(floor),
                Hypotheses.stableAcross(floor, learningRate),
                nextOrder ? Hypotheses.fairlyFastAcross(floor, support) : Hypotheses.fastAcross(floor, support),
                Hypotheses.atMost("the floor is resolved: max eta |L0''| / 2", floorRate, SLOW_FLOOR),
                Hypotheses.slowFloor(floor, support));
    }
}
