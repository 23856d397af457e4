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
 * The marginal where the noise varies along the valley, beside the potential U of the drift
 * (docs/theory/general-noise.md):
 *
 * <pre>{@code
 * P(x) ~ (1/D_xx) exp( int (-L0' + sum_i D_yiyi F_i'/F_i) / D_xx dx )
 * U' = L0' - sum_i D_yiyi F_i'/F_i
 * }</pre>
 *
 * <p>Noise that follows the curvature, C_yy = s lambda^p with lambda = 1/F^2, gives U = L0 + (eta s / 4p) lambda^p; p
 * = 1 is label noise [DML21]. U and -D ln P are then different things: with C_xx = C_yy/kappa, P ~ F^(kappa + 2p) on
 * a degenerate valley. Asymptotic as y relaxes fast.
 */
public final class GeneralNoise extends FloorMarginal {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("general noise",
            "P(x) ~ (1/D_xx) exp(int (-L0' + D_yy F'/F)/D_xx dx); C_yy = s lambda^p: U = L0 + (eta s/4p) lambda^p",
            Theorem.Standing.ASYMPTOTIC, "Thalweg", "general-noise.md");

    private GeneralNoise(FloorDiffusion floor, double learningRate) {
        super(floor, learningRate, FloorDensity.leading(new FloorEquation(floor, 0.0, 1.0)));
    }

    /** The law of a valley; refuses other surfaces. */
    public static GeneralNoise of(PlainSetting setting) {
        return new GeneralNoise(FloorDiffusion.of(setting), setting.sgd().learningRate());
    }

    @Override
    public List<Hypothesis> hypotheses() {
        FloorDiffusion floor = floor();
        Support support = Support.of(floor);
        return List.of(Hypotheses.noiseAlongFloor(floor, support), Hypotheses.stationary(floor),
                Hypotheses.fastAcross(floor, support), Hypotheses.slowFloor(floor, support));
    }
}
