package org.thalweg.theory.escape;

import java.util.Optional;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.surface.TwoValleys;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;

/**
 * How often a walker leaves either of {@link TwoValleys} that stand still (docs/theory/two-valleys-reconstruction.md).
 * With phi' = -L'/D, phi = 0 on top of the barrier b and v the bottom of a valley, Kramers' rate for noise that varies
 * in space (Ito) is
 *
 * <pre>{@code k_v = D(v) sqrt(|phi''(v)| phi''(b)) / (2 pi) exp(-phi(v))}</pre>
 *
 * <p>asymptotic in the height phi(v); and flux over population, 1 / (int e^phi / D over the valley times int e^-phi
 * from one bottom to the other), which leaves out only walkers that do not relax before they leave again.
 */
public final class SwitchingRates {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("switching between two valleys",
            "k_v = D_v sqrt(|phi_v''| phi_b'') exp(-phi_v)/(2 pi), phi' = -L'/D, for noise that varies in space",
            Theorem.Standing.ASYMPTOTIC, "Gar09", "two-valleys-reconstruction.md");

    /** Least height in temperatures: a walker then stays e^5 relaxation times. */
    private static final double HIGH = 5.0;
    /** Points of the trapezoidal rule: its error is of the order of 1e-6. */
    private static final int CELLS = 16_384;
    /** Where populations end at the latest: three times as far out as the valleys. */
    private static final double FAR = 3.0;
    private static final double SHARP = -1.0;
    private static final double FLAT = 1.0;

    private final LossSurface surface;
    private final ItoDiffusion diffusion;
    private final double barrier;
    private final double[] x = new double[CELLS + 1];
    private final double[] phi = new double[CELLS + 1];

    private SwitchingRates(PlainSetting setting, TwoValleys valleys) {
        this.surface = valleys;
        this.diffusion = setting.diffusion();
        this.barrier = valleys.barrier();
    }

    /** The rates of a setting as it is at time 0; empty where it has no two valleys, or SGD is not plain. */
    public static Optional<SwitchingRates> of(PlainSetting setting) {
        if (!setting.optimiser().plain() || !(setting.at(0.0).surface() instanceof TwoValleys valleys)) {
            return Optional.empty();
        }
        SwitchingRates rates = new SwitchingRates(setting.at(0.0), valleys);
        rates.integrate(Math.min(FAR, valleys.basin().to()));
        return Optional.of(rates);
    }

    private void integrate(double end) {
        double top = 0.0;
        for (int i = 0; i <= CELLS; i++) {
            x[i] = -FAR + (end + FAR) * i / CELLS;
            if (i > 0) {
                double h = x[i] - x[i - 1];
                phi[i] = phi[i - 1] + 0.5 * h * (push(x[i - 1]) + push(x[i]));
                if (x[i - 1] <= barrier && barrier < x[i]) {
                    top = phi[i - 1] + (phi[i] - phi[i - 1]) * (barrier - x[i - 1]) / h;
                }
            }
        }
        for (int i = 0; i <= CELLS; i++) {
            phi[i] -= top;
        }
    }

    private double push(double at) {
        double[] slope = new double[1];
        surface.gradient(new double[] {at}, slope);
        return -slope[0] / spread(at);
    }

    private double spread(double at) {
        return diffusion.diffusion(0, new double[] {at});
    }

    private double height(double valley) {
        int i = (int) Math.floor((valley - x[0]) / (x[1] - x[0]));
        return phi[i] + (phi[i + 1] - phi[i]) * (valley - x[i]) / (x[i + 1] - x[i]);
    }

    /** phi at the bottom of the sharp valley: the barrier in temperatures. */
    public double heightFromSharp() {
        return height(SHARP);
    }

    /** phi at the bottom of the flat valley. */
    public double heightFromFlat() {
        return height(FLAT);
    }

    /** The barriers are high enough for rates to be meant. */
    public Hypothesis high() {
        double least = Math.min(heightFromSharp(), heightFromFlat());
        return new Hypothesis("barriers of " + HIGH + " temperatures or more", least >= HIGH,
                "the lower one " + Hypotheses.format(least));
    }

    /** Kramers' rate out of the sharp valley, per unit of learning time. */
    public double fromSharp() {
        return kramers(SHARP);
    }

    /** Kramers' rate out of the flat valley. */
    public double fromFlat() {
        return kramers(FLAT);
    }

    private double kramers(double valley) {
        return Math.sqrt(curvature(valley) * -curvature(barrier) * spread(valley) / spread(barrier))
                / (2.0 * Math.PI) * Math.exp(-height(valley));
    }

    private double curvature(double at) {
        double[][] hessian = new double[1][1];
        surface.hessian(new double[] {at}, hessian);
        return hessian[0][0];
    }

    /** Flux over population out of the sharp valley. */
    public double fluxFromSharp() {
        return 1.0 / (population(-FAR, barrier) * resistance());
    }

    /** Flux over population out of the flat valley. */
    public double fluxFromFlat() {
        return 1.0 / (population(barrier, x[CELLS]) * resistance());
    }

    private double population(double from, double to) {
        double sum = 0.0;
        for (int i = 0; i <= CELLS; i++) {
            if (x[i] >= from && x[i] <= to) {
                sum += Math.exp(phi[i]) / spread(x[i]);
            }
        }
        return sum * (x[1] - x[0]);
    }

    private double resistance() {
        double sum = 0.0;
        for (int i = 0; i <= CELLS; i++) {
            if (x[i] >= SHARP && x[i] <= FLAT) {
                sum += Math.exp(-phi[i]);
            }
        }
        return sum * (x[1] - x[0]);
    }

    /** The mean number of switches until a time of walkers that start in the sharp valley, at given rates. */
    public static double switches(double fromSharp, double fromFlat, double time) {
        double both = fromSharp + fromFlat;
        return 2.0 * fromSharp * fromFlat / both * time
                - fromSharp * (fromSharp - fromFlat) / (both * both) * StrictMath.expm1(-both * time);
    }
}
