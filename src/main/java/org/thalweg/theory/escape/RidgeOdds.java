package org.thalweg.theory.escape;

import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.noise.CurvatureNoise;
import org.thalweg.model.surface.PublishedTwoValleys;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;

/**
 * The stationary odds of the flat against the sharp valley at a fixed place along {@link PublishedTwoValleys}, with
 * D = Delta_S H: three laws that differ in how they cross the ridge, where D jumps (docs/theory/two-valleys.md).
 *
 * <p>With a_i = sqrt(dL f_i / (2 Delta_S)), dL the depth below the ridge, and gamma = f_1 / f_2, the law of Ito has
 *
 * <pre>{@code gamma exp(a_1^2 - a_2^2) (1 + erf a_1) / (1 + erf a_2)}</pre>
 *
 * <p>(D P continuous); an isothermal law the same without gamma (P continuous). The published formula has
 * {@code gamma erfi(a_1) / erfi(a_2)}, which for high barriers is gamma^(1/2) exp(a_1^2 - a_2^2).
 */
public final class RidgeOdds {
    /** The law of Ito. */
    public static final Theorem ITO = new Theorem("share of the flat valley across a ridge",
            "odds gamma exp(a1^2 - a2^2) (1 + erf a1)/(1 + erf a2), a_i^2 = dL f_i/(2 Delta_S): D P is continuous",
            Theorem.Standing.EXACT, "Gar09", "two-valleys.md");
    /** The formula of the paper. */
    public static final Theorem PUBLISHED = new Theorem("share of the flat valley, as published",
            "odds gamma erfi(a1)/erfi(a2)", Theorem.Standing.ASYMPTOTIC, "YZOTT26", "two-valleys.md");
    /** The law of noise that is isothermal. */
    public static final Theorem ISOTHERMAL = new Theorem("share of the flat valley under isothermal noise",
            "odds exp(a1^2 - a2^2) (1 + erf a1)/(1 + erf a2): P is continuous",
            Theorem.Standing.EXACT, "Gar09", "two-valleys.md");
    /** Not of a fixed place: where walkers freeze as the ridge rises, and the odds there, up to a free constant eps. */
    public static final Theorem FREEZING = new Theorem("freezing of two valleys, as published",
            "y_f = y_b q/(x2 - q), q^2 = Delta_S ln(Delta_S/(eps Phi)^2);"
                    + " P_flat = 1/(1 + gamma^(-1/2) (sqrt(Delta_S)/(eps Phi))^(1 - gamma)), eps free",
            Theorem.Standing.ASYMPTOTIC, "YZOTT26", "two-valleys.md");

    /** Points of the rule of Gauss on each of the panels of Dawson's integral: exact to rounding up to a = 30. */
    private static final int POINTS = 20;

    private final PublishedTwoValleys valleys;
    private final double temperature;
    private final double exponent;
    private final double ratio;
    /** a_1 and a_2. */
    private final double flat;
    private final double sharp;

    private RidgeOdds(PublishedTwoValleys valleys, double temperature, double exponent) {
        this.valleys = valleys;
        this.temperature = temperature;
        this.exponent = exponent;
        double y = valleys.at().orElseThrow();
        double gamma = valleys.numbers().flat() / valleys.numbers().sharp();
        this.ratio = gamma * gamma;
        // dL f_i is the square of the minimum's distance from the ridge.
        double unit = 1.0 / Math.sqrt(2.0 * temperature);
        this.flat = unit * valleys.flatMinimum(y);
        this.sharp = -unit * valleys.sharpMinimum(y);
    }

    /** The odds of a setting; empty unless it is two published valleys at a fixed place with curvature noise. */
    public static Optional<RidgeOdds> of(PlainSetting setting) {
        if (!(setting.surface() instanceof PublishedTwoValleys valleys) || valleys.at().isEmpty()
                || !(setting.noise() instanceof CurvatureNoise noise)) {
            return Optional.empty();
        }
        return Optional.of(
                new RidgeOdds(valleys, setting.sgd().learningRate() * noise.strength(), noise.exponent()));
    }

    /** What all three take for granted: noise proportional to the curvature. */
    public List<Hypothesis> hypotheses() {
        return List.of(new Hypothesis("D proportional to the curvature", exponent == 1.0, "exponent " + exponent));
    }

    /** What the isothermal law needs beside, where the noise is that of SGD: that there is no difference. */
    public Hypothesis sameNoise() {
        return new Hypothesis("the noise is the same in both valleys", ratio == 1.0,
                "gamma = " + Hypotheses.format(ratio));
    }

    /** The share of the flat valley by Ito. */
    public double ito() {
        return share(Math.log(ratio) + boltzmann());
    }

    /** The share under isothermal noise. */
    public double isothermal() {
        return share(boltzmann());
    }

    /** The published share. */
    public double published() {
        return share(Math.log(ratio) + flat * flat - sharp * sharp + Math.log(dawson(flat) / dawson(sharp)));
    }

    /**
     * The relaxation time of the shares by flux over population: with R = sqrt(2 Delta_S) (D(a_1) + D(a_2)), D Dawson's
     * integral, and the weights I_i of the valleys, 1 / ((1 / I_1 + 1 / I_2) / R).
     */
    public double relaxationTime() {
        double[][] hessian = new double[1][1];
        double weights = 0.0;
        for (double minimum : new double[] {valleys.flatMinimum(valleys.at().orElseThrow()),
                valleys.sharpMinimum(valleys.at().orElseThrow())}) {
            valleys.hessian(new double[] {minimum}, hessian);
            double a = minimum > 0.0 ? flat : sharp;
            // D = Delta_S H; the Gaussian of variance Delta_S on its side of the ridge.
            double weight = Math.exp(a * a) * Math.sqrt(2.0 * Math.PI * temperature) * (1.0 - 0.5 * Erf.erfc(a))
                    / (temperature * hessian[0][0]);
            weights += 1.0 / weight;
        }
        return Math.sqrt(2.0 * temperature) * (dawson(flat) + dawson(sharp)) / weights;
    }

    /** 1 + erf x is 2 - erfc x, without loss for large x. */
    private double boltzmann() {
        return flat * flat - sharp * sharp + Math.log((2.0 - Erf.erfc(flat)) / (2.0 - Erf.erfc(sharp)));
    }

    private static double share(double logOdds) {
        return 1.0 / (1.0 + Math.exp(-logOdds));
    }

    /** exp(-a^2) int_0^a exp(t^2) dt, in panels of length one at most. */
    private static double dawson(double a) {
        int panels = (int) Math.ceil(a);
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        double sum = 0.0;
        for (int i = 0; i < panels; i++) {
            GaussIntegrator rule = rules.legendre(POINTS, a * i / panels, a * (i + 1) / panels);
            sum += rule.integrate(t -> Math.exp((t - a) * (t + a)));
        }
        return sum;
    }
}
