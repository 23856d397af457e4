package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;

/** Settings whose answers are known. */
public final class Examples {
    private Examples() {}

    /** A valley with constant noise: Delta across, Delta / kappa along. */
    public static PlainSetting valley(Profile floor, Profile flatness, Interval along, double kappa,
            double temperature) {
        double learningRate = 0.05;
        return new Setting("test", "", new Valley(new ValleyShape(floor, List.of(flatness))),
                new Domain(List.of(along, Interval.LINE)),
                new AnisotropicNoise(2.0 * temperature / learningRate / kappa, 2.0 * temperature / learningRate),
                new Sgd(learningRate),
                new double[] {0.0, 0.0}, Optional.empty()).effective();
    }

    public static PlainSetting ring(double kappa, double temperature) {
        Interval around = new Interval(-Math.PI, Math.PI, Boundary.PERIODIC);
        return valley(Profiles.LEVEL, Profiles.RING, around, kappa, temperature);
    }

    public static PlainSetting bump(double kappa, double temperature) {
        return valley(Profiles.LEVEL, Profiles.BUMP, new Interval(-3.0, 3.0, Boundary.REFLECTING), kappa, temperature);
    }

    /** The same setting with a start on the floor and a flat set. */
    static PlainSetting passage(PlainSetting setting, double start, double flatness) {
        return new Setting(setting.name(), "", setting.surface(), setting.domain(), setting.noise(), setting.sgd(),
                new double[] {start, 0.0}, Optional.of(new FlatSet(flatness))).effective();
    }
}
