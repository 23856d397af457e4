package org.thalweg.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Progress;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** Settings with known answers. */
public final class Experiments {
    static final Seed SEED = new Seed(7101);

    private Experiments() {}

    /** The profile x + 10: a ruler that tells a flat set where x is. */
    public static final Profile RULER = Profiles.formula("x + 10");

    /** L = 0 in the plane: particles diffuse freely. Its "valley" only serves to place a flat set: F = x + 10. */
    record Plane() implements LossSurface {
        @Override
        public List<String> coordinates() {
            return List.of("x", "y");
        }

        @Override
        public double value(double[] theta) {
            return 0.0;
        }

        @Override
        public void gradient(double[] theta, double[] gradient) {
            Arrays.fill(gradient, 0.0);
        }

        @Override
        public void hessian(double[] theta, double[][] hessian) {
            for (double[] row : hessian) {
                Arrays.fill(row, 0.0);
            }
        }

        @Override
        public Geometry geometry() {
            return new Geometry.Valley(new ValleyShape(Profile.constant(0.0), List.of(RULER)));
        }
    }

    /** Free diffusion from the origin with C_xx = 1, C_yy = 4. */
    public static Setting plane(Interval along, double learningRate) {
        return setting(new Plane(), along, new AnisotropicNoise(1.0, 4.0), learningRate, 0.0);
    }

    /** L = curvature y^2 / 2, x free. */
    static Setting trough(double curvature, double learningRate) {
        Profile flatness = Profile.constant(1.0 / Math.sqrt(curvature));
        return setting(new Valley(new ValleyShape(Profile.constant(0.0), List.of(flatness))), Interval.LINE,
                new AnisotropicNoise(1.0, 4.0),
                learningRate, 0.0);
    }

    /** F = 1 + cos(x)/2 on a ring, kappa = 4, Delta = 0.05, start on the sharp side. */
    static Setting ring(double learningRate) {
        double temperature = 0.05;
        Interval circle = new Interval(-Math.PI, Math.PI, Boundary.PERIODIC);
        return setting(new Valley(new ValleyShape(Profile.constant(0.0), List.of(Profiles.cosine(0.5)))), circle,
                new AnisotropicNoise(2.0 * temperature / learningRate / 4.0, 2.0 * temperature / learningRate),
                learningRate, 3.0);
    }

    /** The ring with a second sharp direction, F_2 = 1 + 0.3 cos x. */
    static Setting ringWithTwoSharpDirections(double learningRate) {
        Setting ring = ring(learningRate);
        Valley valley = new Valley(new ValleyShape(Profile.constant(0.0),
                List.of(Profiles.cosine(0.5), Profiles.cosine(0.3))));
        Domain domain = new Domain(List.of(ring.domain().along(), Interval.LINE, Interval.LINE));
        return new Setting(ring.name(), ring.summary(), valley, domain, new AnisotropicNoise(0.5, 2.0, 2.0), ring.sgd(),
                new double[] {3.0, 0.0, 0.0}, Optional.empty());
    }

    private static Setting setting(
            LossSurface surface, Interval along, AnisotropicNoise noise, double learningRate, double x) {
        return new Setting("test", "a test", surface, new Domain(List.of(along, Interval.LINE)), noise,
                new Sgd(learningRate), new double[] {x, 0.0}, Optional.empty());
    }

    public static Setting withFlatSet(Setting s, double level) {
        return new Setting(s.name(), s.summary(), s.surface(), s.domain(), s.noise(), s.sgd(), s.start(),
                Optional.of(new FlatSet(level)));
    }

    /** The SDE by Euler-Maruyama with a step of one learning rate. */
    static Dynamics sde(Setting s, Increments increments) {
        return SdeDynamics.of(s, Schemes.EULER_MARUYAMA, increments, s.sgd().learningRate());
    }

    public static EnsembleResult run(Setting s, Dynamics d, Protocol p, int particles) {
        return Ensemble.run(s, d, p, particles, SEED, 2, Progress.NONE);
    }
}
