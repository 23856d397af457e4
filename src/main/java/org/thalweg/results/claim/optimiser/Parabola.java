package org.thalweg.results.claim.optimiser;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;

/** A trough: a parabola of one curvature across, and nothing along. */
final class Parabola {
    private Parabola() {}

    /**
     * An optimiser in a trough with white noise.
     *
     * @param variance of the gradient noise, in both directions
     */
    static Setting of(double curvature, double variance, Sgd sgd) {
        Valley trough = new Valley(new ValleyShape(
                Profile.constant(0.0), List.of(Profile.constant(1.0 / Math.sqrt(curvature)))));
        return new Setting("parabola", "a parabola", trough, new Domain(List.of(Interval.LINE, Interval.LINE)),
                new AnisotropicNoise(variance, variance), sgd, new double[] {0.0, 0.0}, Optional.empty());
    }
}
