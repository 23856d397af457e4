package org.thalweg.reduction;

/**
 * The valley of y = w2 w1 x on samples of square 1 and slope 1, as docs/theory/planted-valley.md has it: its floor is
 * w1 = e^u, w2 = e^-u, of curvature lambda = w1^2 + w2^2 = 2 cosh 2u.
 *
 * @param learningRate eta
 * @param labelVariance of the labels, sigma2: a batch of one pulls across with the variance sigma2 lambda
 */
record Hyperbola(double learningRate, double labelVariance) {
    private static final int PANELS = 400;

    /** The curvature across. */
    static double curvature(double u) {
        return 2.0 * StrictMath.cosh(2.0 * u);
    }

    /** Where the flatness is F, on the side u >= 0. */
    static double at(double flatness) {
        double c = 0.5 / (flatness * flatness);
        return 0.5 * Math.log(c + Math.sqrt(c * c - 1.0));
    }

    /** The length of the floor between two places, by Simpson's rule: ds = sqrt(lambda) du. */
    static double length(double from, double to) {
        double h = (to - from) / PANELS;
        double sum = 0.0;
        for (int i = 0; i <= PANELS; i++) {
            double weight = i == 0 || i == PANELS ? 1.0 : i % 2 == 0 ? 2.0 : 4.0;
            sum += weight * Math.sqrt(curvature(from + i * h));
        }
        return Math.abs(sum * h / 3.0);
    }

    /** The drift along the floor, towards u = 0: eta sigma2 sinh 2u / sqrt(lambda), over 1 - eta lambda / 2. */
    double speed(double u) {
        return learningRate * labelVariance * StrictMath.sinh(2.0 * u) / Math.sqrt(curvature(u))
                / (1.0 - 0.5 * learningRate * curvature(u));
    }

    /** Where the drift takes a place in a learning time, by the midpoint rule. */
    double after(double u, double time) {
        int steps = 2000;
        double h = time / steps;
        double at = u;
        for (int i = 0; i < steps; i++) {
            double half = at - 0.5 * h * rate(at);
            at -= h * rate(half);
        }
        return at;
    }

    private double rate(double u) {
        return speed(u) / Math.sqrt(curvature(u));
    }
}
