package org.thalweg.theory.escape;

import org.thalweg.model.surface.PublishedTwoValleys;
import org.thalweg.theory.law.Theorem;

/**
 * Where walkers freeze in {@link PublishedTwoValleys}, and in which valley, as published (docs/theory/two-valleys.md):
 * the rate of crossing the ridge is held against the rate at which the ridge rises, up to a free constant.
 *
 * <pre>{@code y_f = y_b q / (x2 - q),  q^2 = Delta_S ln(Delta_S / (eps Phi)^2)
 * P_flat = 1 / (1 + gamma^(-1/2) (sqrt(Delta_S) / (eps Phi))^(1 - gamma))
 * Phi = 2 (x1^2 - x2^2) / (27 y_b) (L_d / y_d + 8 x0^2 / (27 y_f))}</pre>
 *
 * @param numbers of the surface
 * @param constant eps &gt; 0, free
 */
public record PublishedFreezing(PublishedTwoValleys.Numbers numbers, double constant) {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("freezing of two valleys, as published",
            "y_f = y_b q/(x2 - q), q^2 = Delta_S ln(Delta_S/(eps Phi)^2);"
                    + " P_flat = 1/(1 + gamma^(-1/2) (sqrt(Delta_S)/(eps Phi))^(1 - gamma)), eps free",
            Theorem.Standing.ASYMPTOTIC, "YZOTT26", "two-valleys.md");

    /** Phi, a speed at which the difference of the barriers grows. */
    public double speed() {
        double flat = numbers.flat() * numbers.flat();
        double sharp = numbers.sharp() * numbers.sharp();
        double width = numbers.width() * numbers.width();
        return 2.0 * (flat - sharp) / (27.0 * numbers.parting())
                * (numbers.drop() / numbers.decay() + 8.0 * width / (27.0 * numbers.rise()));
    }

    /**
     * Where walkers freeze.
     *
     * @param temperature Delta_S = eta sigma
     * @return infinite where the formula has no answer: the noise carries walkers over the ridge for ever
     */
    public double place(double temperature) {
        double scale = constant * speed();
        double q = Math.sqrt(temperature * Math.log(temperature / (scale * scale)));
        return q < numbers.sharp() ? numbers.parting() * q / (numbers.sharp() - q) : Double.POSITIVE_INFINITY;
    }

    /** The share that freezes in the flat valley at a temperature Delta_S = eta sigma. */
    public double share(double temperature) {
        double gamma = Math.pow(numbers.flat() / numbers.sharp(), 2.0);
        return 1.0 / (1.0 + Math.pow(gamma, -0.5)
                * Math.pow(Math.sqrt(temperature) / (constant * speed()), 1.0 - gamma));
    }
}
