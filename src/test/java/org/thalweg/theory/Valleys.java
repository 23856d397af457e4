package org.thalweg.theory;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;

/** The reference valleys of this package's tests. */
public final class Valleys {
    public static final Interval RING = new Interval(-Math.PI, Math.PI, Boundary.PERIODIC);
    static final Interval BUMP = new Interval(-3.0, 3.0, Boundary.REFLECTING);

    private Valleys() {}

    public static PlainSetting setting(Profile floor, List<Profile> flatness, Interval along, GradientNoise noise,
            double eta,
            double startX, double flatSet) {
        double[] start = new double[flatness.size() + 1];
        start[0] = startX;
        java.util.List<Interval> box = new java.util.ArrayList<>(List.of(along));
        flatness.forEach(f -> box.add(Interval.LINE));
        return new Setting("test", "test valley", new Valley(new ValleyShape(floor, flatness)), new Domain(box), noise,
                new Sgd(eta), start, Optional.of(new FlatSet(flatSet))).effective();
    }

    /** One sharp direction, constant noise at temperature Delta and anisotropy kappa, learning rate eta. */
    public static PlainSetting setting(Profile floor, Profile flatness, Interval along, double temperature,
            double kappa,
            double eta, double start, double flatSet) {
        return setting(floor, List.of(flatness), along,
                new AnisotropicNoise(2.0 * temperature / eta / kappa, 2.0 * temperature / eta), eta, start,
                flatSet);
    }

    /** The ring F = 1 + cos(x)/2, L0 = 0. */
    public static PlainSetting ring(double kappa, double temperature, double eta) {
        return setting(Profiles.LEVEL, Profiles.RING, RING, temperature, kappa, eta, 3.0, 1.35);
    }

    /** The bump F = 1/2 + exp(-x^2/2) on [-3, 3], L0 = 0; its flat set is |x| <= 1/2. */
    public static PlainSetting bump(double kappa, double temperature, double eta) {
        return setting(Profiles.LEVEL, Profiles.BUMP, BUMP, temperature, kappa, eta, 2.5, 0.5 + Math.exp(-0.125));
    }
}
