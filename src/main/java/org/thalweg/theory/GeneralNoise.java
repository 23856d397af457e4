package org.thalweg.theory;

import java.util.List;
import java.util.OptionalDouble;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.theory.floor.FloorDensity;
import org.thalweg.theory.floor.FloorEquation;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.MarginalLaw;
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
public final class GeneralNoise implements MarginalLaw {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("general noise",
            "P(x) ~ (1/D_xx) exp(int (-L0' + D_yy F'/F)/D_xx dx); C_yy = s lambda^p: U = L0 + (eta s/4p) lambda^p",
            Theorem.Standing.ASYMPTOTIC, "Thalweg", "general-noise.md");

    /** Spread of the fitted p over the domain, and of kappa, that is rounding error. */
    private static final double SAME = 1e-9;

    private final FloorDiffusion floor;
    private final double learningRate;
    private final FloorDensity density;

    private GeneralNoise(FloorDiffusion floor, double learningRate) {
        this.floor = floor;
        this.learningRate = learningRate;
        this.density = FloorDensity.leading(new FloorEquation(floor, 0.0, 1.0));
    }

    /** The law of a valley; refuses other surfaces. */
    public static GeneralNoise of(PlainSetting setting) {
        return new GeneralNoise(FloorDiffusion.of(setting), setting.sgd().learningRate());
    }

    @Override
    public FloorDiffusion floor() {
        return floor;
    }

    /** p where D_yy of the first sharp direction is a power lambda^p of the curvature; empty where it is not. */
    public OptionalDouble curvaturePower() {
        double[] flatness = Support.everywhere(floor).values(x -> floor.shape().flatness().get(0).value(x));
        double[] across = Support.everywhere(floor).values(x -> floor.across(0, x));
        double power = -0.5 * SelectionExponent.unweighted(flatness, across);
        if (Double.isNaN(power)) {
            return OptionalDouble.empty();
        }
        double first = Math.log(across[0]) + 2.0 * power * Math.log(flatness[0]);
        for (int i = 1; i < flatness.length; i++) {
            if (Math.abs(Math.log(across[i]) + 2.0 * power * Math.log(flatness[i]) - first) > SAME) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(power);
    }

    /**
     * The exponent e in P(x) ~ F^e: kappa + 2p on a degenerate valley with one sharp direction, noise C_yy ~ lambda^p
     * and the same kappa everywhere; empty elsewhere.
     */
    public OptionalDouble exponent() {
        Support everywhere = Support.everywhere(floor);
        double least = everywhere.min(x -> floor.across(0, x) / floor.along(x));
        double greatest = everywhere.max(x -> floor.across(0, x) / floor.along(x));
        OptionalDouble power = curvaturePower();
        boolean applies = floor.shape().sharpDirections() == 1 && power.isPresent()
                && greatest - least <= SAME * greatest
                && everywhere.max(x -> Math.abs(floor.shape().floor().slope(x))) == 0.0;
        return applies ? OptionalDouble.of(greatest + 2.0 * power.getAsDouble()) : OptionalDouble.empty();
    }

    @Override
    public List<Hypothesis> hypotheses() {
        Support support = Support.of(floor);
        return List.of(Hypotheses.noiseAlongFloor(floor, support), Hypotheses.stationary(floor),
                Hypotheses.fastAcross(floor, support), Hypotheses.slowFloor(floor, support));
    }

    /** The hypotheses, and a learning rate so small that the recursion is the diffusion. */
    @Override
    public List<Hypothesis> hypothesesForSgd() {
        return Hypotheses.and(hypotheses(), Hypotheses.smallLearningRate(floor, learningRate));
    }

    @Override
    public double logError() {
        return density.logError();
    }

    @Override
    public double logDensity(double x) {
        return density.logDensity(x);
    }
}
