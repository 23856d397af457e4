package org.thalweg.theory;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.theory.floor.FloorDensity;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;

/**
 * The marginal of the diffusion to the next order in the slowness of x, derived in docs/theory/next-order.md (not in
 * the literature): with g = ln F and r = Delta^2 (1 - 1/kappa),
 *
 * <pre>{@code P'/P = [-L0' + Delta g' - r F^2 g' (g'' + 2 g'^2)] / [Delta/kappa + r F'^2]}</pre>
 *
 * <p>and its generalisation to several sharp directions and to noise that varies with x. On a ring without reflection
 * symmetry the same order makes a current, which is taken into account.
 */
public final class NextOrder extends FloorMarginal {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("next order",
            "P'/P = [-L0' + Delta g' - r F^2 g' (g'' + 2 g'^2)] / [Delta/kappa + r F'^2], g = ln F,"
                    + " r = Delta^2 (1 - 1/kappa)",
            Theorem.Standing.ASYMPTOTIC, "Thalweg", "next-order.md");

    private NextOrder(FloorDiffusion floor, double learningRate) {
        super(floor, learningRate, FloorDensity.nextOrder(floor, 0.0));
    }

    /** The law of a valley; refuses other surfaces. */
    public static NextOrder of(PlainSetting setting) {
        return new NextOrder(FloorDiffusion.of(setting), setting.sgd().learningRate());
    }

    @Override
    public List<Hypothesis> hypotheses() {
        FloorDiffusion floor = floor();
        Support support = Support.of(floor);
        return List.of(Hypotheses.noiseAlongFloor(floor, support), Hypotheses.stationary(floor),
                Hypotheses.fairlyFastAcross(floor, support), Hypotheses.slowFloor(floor, support));
    }
}
