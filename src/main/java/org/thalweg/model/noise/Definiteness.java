package org.thalweg.model.noise;

import java.util.Locale;
import java.util.Optional;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;

/** Checks on a grid that a covariance of x and y is positive semi-definite. */
final class Definiteness {
    /** Points in each direction; odd, so that the middle of the domain is one of them. */
    private static final int POINTS = 129;

    private Definiteness() {}

    /** Where C is not positive semi-definite, and how; empty if no such point was met. */
    static Optional<String> failure(GradientNoise noise, Domain domain) {
        double[][] c = new double[2][2];
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < POINTS; j++) {
                double[] point = {place(domain.interval(0), i), place(domain.interval(1), j)};
                noise.covariance(point, c);
                boolean sound = c[0][0] >= 0.0 && c[1][1] >= 0.0 && Double.isFinite(c[0][0] + c[1][1])
                        && c[0][1] * c[0][1] <= c[0][0] * c[1][1] * (1.0 + FormulaNoise.ROUNDING);
                if (!sound) {
                    return Optional.of(String.format(Locale.ROOT,
                            "the covariance is not positive semi-definite at x = %.4g, y = %.4g:"
                                    + " C_xx = %.4g, C_xy = %.4g, C_yy = %.4g",
                            point[0], point[1], c[0][0], c[0][1], c[1][1]));
                }
            }
        }
        return Optional.empty();
    }

    private static double place(Interval interval, int index) {
        Interval window = interval.window();
        return window.from() + window.length() * index / (POINTS - 1);
    }
}
