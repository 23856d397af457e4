package org.thalweg.model;

import java.util.Optional;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * A valley with its noise, as seen from the floor y = 0: what one-dimensional theories and solvers need to know.
 *
 * @param shape the geometry
 * @param diffusion the diffusion on the whole surface
 * @param domain where x lives
 */
public record FloorDiffusion(ValleyShape shape, ItoDiffusion diffusion, Interval domain) {
    /** The valley of a setting; refuses surfaces that are not valleys. */
    public static FloorDiffusion of(PlainSetting setting) {
        Refusal.raise(refuses(setting));
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        ItoDiffusion diffusion = setting.diffusion();
        FloorDiffusion plain = new FloorDiffusion(shape, diffusion, setting.domain().along());
        return new FloorDiffusion(shape, diffusion, plain.domain().asSeenBy(
                x -> plain.drift(x) / plain.along(x), setting.start()[0]));
    }

    /** Why a setting has no floor. */
    public static Optional<Refusal> refuses(PlainSetting setting) {
        if (!setting.surface().geometry().valley()) {
            return Optional.of(new Refusal("surface of '" + setting.name() + "' is not a valley"
                    + (setting.surface().geometry() == Geometry.Open.SPACE
                    ? ", and without one nothing but trajectories is"
                    + " known of " + setting.surface().dimension() + " parameters; use simulate or sweep"
                    : "; use the kind 'valley' or a method for any surface")));
        }
        if (setting.diffusion().valley().isEmpty()) {
            return Optional.of(new Refusal("the drift of '" + setting.name() + "' is that of a second-order diffusion,"
                    + " and not that of its valley, which theories of the valley floor take for granted; set"
                    + " sgd.diffusion=first-order"));
        }
        return Optional.empty();
    }

    /** The drift of x where the sharp directions have relaxed, -L0' + sum_i D_yiyi F_i' / F_i. */
    public double drift(double x) {
        double drift = -shape.floor().slope(x);
        for (int i = 0; i < shape.sharpDirections(); i++) {
            Profile f = shape.flatness().get(i);
            drift += across(i, x) * f.slope(x) / f.value(x);
        }
        return drift;
    }

    /** D_xx(x) on the floor. */
    public double along(double x) {
        return diffusion.diffusion(0, floor(x));
    }

    /** D_yy(x) of sharp direction {@code i} on the floor. */
    public double across(int i, double x) {
        return diffusion.diffusion(i + 1, floor(x));
    }

    /** True where the diffusion tensor is diagonal and the same everywhere. */
    public boolean constantNoise() {
        return diffusion.noiseStructure() == NoiseStructure.ADDITIVE;
    }

    private double[] floor(double x) {
        double[] point = new double[diffusion.dimension()];
        point[0] = x;
        return point;
    }
}
