package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.Boundary;
import org.thalweg.model.Domain;
import org.thalweg.model.FlatSet;
import org.thalweg.model.Interval;
import org.thalweg.model.Profile;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.surface.Valley;

/** Settings whose answers are known. */
final class Examples {
    /** F = 1 + cos(x) / 2. */
    static final Profile RING = profile(x -> 1 + 0.5 * Math.cos(x), x -> -0.5 * Math.sin(x), x -> -0.5 * Math.cos(x));
    /** F = 1/2 + exp(-x^2/2). */
    static final Profile BUMP = profile(x -> 0.5 + Math.exp(-x * x / 2), x -> -x * Math.exp(-x * x / 2),
            x -> (x * x - 1) * Math.exp(-x * x / 2));
    /** F = sqrt(1 + x^2). */
    static final Profile OPENING = profile(x -> Math.sqrt(1 + x * x), x -> x / Math.sqrt(1 + x * x),
            x -> Math.pow(1 + x * x, -1.5));
    static final Profile ZERO = Profile.constant(0.0);

    private Examples() {}

    static Profile profile(DoubleUnaryOperator value, DoubleUnaryOperator slope, DoubleUnaryOperator curvature) {
        return new Profile() {
            @Override
            public double value(double x) {
                return value.applyAsDouble(x);
            }

            @Override
            public double slope(double x) {
                return slope.applyAsDouble(x);
            }

            @Override
            public double curvature(double x) {
                return curvature.applyAsDouble(x);
            }
        };
    }

    /** L0 = epsilon x^2 / 2. */
    static Profile parabola(double epsilon) {
        return profile(x -> 0.5 * epsilon * x * x, x -> epsilon * x, x -> epsilon);
    }

    /** L0 = (epsilon / 2) ln(1 + x^2). */
    static Profile logWall(double epsilon) {
        return profile(x -> 0.5 * epsilon * Math.log1p(x * x), x -> epsilon * x / (1 + x * x),
                x -> epsilon * (1 - x * x) / ((1 + x * x) * (1 + x * x)));
    }

    /** A valley with constant noise: Delta across, Delta / kappa along. */
    static Setting valley(Profile floor, Profile flatness, Interval along, double kappa, double temperature) {
        double learningRate = 0.05;
        return new Setting("test", "", Valley.of(floor, flatness), new Domain(List.of(along, Interval.LINE)),
                AnisotropicNoise.of(2.0 * temperature / learningRate, kappa), new Sgd(learningRate),
                        new double[] {0.0, 0.0},
                Optional.empty());
    }

    static Setting ring(double kappa, double temperature) {
        return valley(ZERO, RING, new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), kappa, temperature);
    }

    static Setting bump(double kappa, double temperature) {
        return valley(ZERO, BUMP, new Interval(-3.0, 3.0, Boundary.REFLECTING), kappa, temperature);
    }

    /** The same setting with a start on the floor and a flat set. */
    static Setting passage(Setting setting, double start, double flatness) {
        return new Setting(setting.name(), "", setting.surface(), setting.domain(), setting.noise(), setting.sgd(),
                new double[] {start, 0.0}, Optional.of(new FlatSet(flatness)));
    }
}
