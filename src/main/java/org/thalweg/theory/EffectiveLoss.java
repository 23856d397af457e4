package org.thalweg.theory;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.MarginalLaw;
import org.thalweg.theory.law.Theorem;

/**
 * The effective loss of Yang, Tang and Tu [YTT23]: anisotropic noise adds an SGD-loss to the landscape that falls with
 * flatness, P_ss ~ exp(-(L + L_SGD)/Delta).
 *
 * <pre>{@code L_SGD(x) = Delta (1 - kappa) ln F(x) + (kappa - 1) L0(x),   P(x) ~ F^kappa exp(-kappa L0 / Delta)}</pre>
 *
 * <p>The two equations are published; the model from which docs/theory/effective-loss.md derives them is a
 * reconstruction. Asymptotic as y relaxes fast; exact equilibrium at kappa = 1. With several sharp directions P(x) ~
 * prod_i F_i^kappa_i exp(-L0/D_xx). Delta and kappa are those of the first sharp direction; where the noise varies in
 * space they are taken at the start and the hypotheses fail.
 */
public final class EffectiveLoss implements MarginalLaw {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("effective loss",
            "P(x) ~ F^kappa exp(-kappa L0/Delta); L_SGD = Delta (1 - kappa) ln F + (kappa - 1) L0",
            Theorem.Standing.ASYMPTOTIC, "YTT23", "effective-loss.md");

    private final FloorDiffusion floor;
    private final double learningRate;
    private final double start;

    private EffectiveLoss(FloorDiffusion floor, double learningRate, double start) {
        this.floor = floor;
        this.learningRate = learningRate;
        this.start = start;
    }

    /** The effective loss of a valley; refuses other surfaces. */
    public static EffectiveLoss of(PlainSetting setting) {
        return new EffectiveLoss(FloorDiffusion.of(setting), setting.sgd().learningRate(), setting.start()[0]);
    }

    @Override
    public FloorDiffusion floor() {
        return floor;
    }

    /** Delta = D_yy of the first sharp direction. */
    public double temperature() {
        return floor.across(0, start);
    }

    /** kappa_i = D_yiyi / D_xx of sharp direction {@code i}. */
    public double anisotropy(int i) {
        return floor.across(i, start) / floor.along(start);
    }

    /**
     * The exponent e in P(x) ~ F^e on a degenerate valley: kappa, the sum over the sharp directions; NaN where these
     * differ in kappa.
     */
    public double exponent() {
        double first = anisotropy(0);
        for (int i = 1; i < floor.shape().sharpDirections(); i++) {
            // Equal up to the rounding of two divisions.
            if (Math.abs(anisotropy(i) - first) > 4.0 * Math.ulp(first)) {
                return Double.NaN;
            }
        }
        return first * floor.shape().sharpDirections();
    }

    /** eps where the density lives: for constant noise max over x of sum_i Delta_i |kappa_i - 1| F_i'^2. */
    public double asymptoticParameter() {
        return Support.of(floor).max(x -> Hypotheses.smallParameter(floor, x));
    }

    /** The same with max(Delta_i, D_xx) for Delta_i, by which spreads across lag behind x. */
    public double spreadLag() {
        return Support.of(floor).max(x -> Hypotheses.spreadLag(floor, x));
    }

    /** The same with 2 D_xx for Delta_i: by how much of themselves means of y^2 are off. */
    public double squareShift() {
        return Support.of(floor).max(x -> Hypotheses.squareShift(floor, x));
    }

    @Override
    public List<Hypothesis> hypotheses() {
        Support support = Support.of(floor);
        return List.of(Hypotheses.constantNoise(floor), Hypotheses.stationary(floor),
                Hypotheses.fastAcross(floor, support), Hypotheses.slowFloor(floor, support));
    }

    /** The hypotheses, and a learning rate so small that the recursion is the diffusion. */
    @Override
    public List<Hypothesis> hypothesesForSgd() {
        return Hypotheses.and(hypotheses(), Hypotheses.smallLearningRate(floor, learningRate));
    }

    @Override
    public double logDensity(double x) {
        ValleyShape shape = floor.shape();
        double log = -shape.floor().value(x) / floor.along(start);
        for (int i = 0; i < shape.sharpDirections(); i++) {
            log += anisotropy(i) * Math.log(shape.flatness().get(i).value(x));
        }
        return log;
    }
}
