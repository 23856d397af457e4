package org.thalweg.fokkerplanck.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.DensityEvolution;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.GaussianMarginal;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartLaw;
import org.thalweg.quantity.Quantity;

/** The law in time by the hierarchy: exact answers, and finite volumes as a second witness. */
class ValleyEvolutionTest {
    private static final Resolution OUTPUT = new Resolution(64, 32);

    private static PlainSetting from(PlainSetting setting, double x, double y) {
        return new Setting("", "", setting.surface(), setting.domain(), setting.noise(), setting.sgd(),
                new double[] {x, y}, setting.flatSet()).effective();
    }

    private static void assertWithin(double expected, Measurement found, double margin) {
        assertEquals(expected, found.value(), margin);
        assertTrue(Math.abs(found.value() - expected) <= found.standardError() + 1e-9, found + " for " + expected);
    }

    /** An Ornstein-Uhlenbeck process in both coordinates: moments, and the marginal in the bins of a histogram. */
    @Test
    void anOrnsteinUhlenbeckProcessIsExact() {
        double pull = 0.7;
        PlainSetting bowl = from(Examples.valley(Profiles.parabola(pull), Profile.constant(1.0), Interval.LINE, 2.0,
                0.1), 0.3, 0.5);
        List<Double> times = List.of(0.5, 2.0, 3.0);
        List<DensitySolution> found = ValleyEvolution.attempt(bowl, times, OUTPUT, 1e-7).orThrow();
        for (int k = 0; k < times.size(); k++) {
            double t = times.get(k);
            double mean = 0.3 * Math.exp(-pull * t);
            double variance = 0.05 / pull * -StrictMath.expm1(-2.0 * pull * t);
            Map<Quantity, Measurement> at = found.get(k).quantities();
            assertWithin(mean, at.get(Quantity.MEAN_X), 1e-7);
            assertWithin(variance, at.get(Quantity.VARIANCE_X), 1e-7);
            double decay = Math.exp(-2.0 * t);
            assertWithin(0.25 * decay + 0.1 * (1.0 - decay), at.get(Quantity.MEAN_SQUARE_Y), 1e-7);
            assertEquals(0.0, GaussianMarginal.distance(found.get(k).marginal(), mean, variance), 1e-7, "t = " + t);
        }
    }

    /** Between walls by images, and the mass between ends that absorb. */
    @Test
    void freeDiffusionBetweenEnds() {
        double t = 2.0;
        double d = 0.05;
        for (Boundary boundary : List.of(Boundary.REFLECTING, Boundary.ABSORBING)) {
            PlainSetting free = from(Examples.valley(Profiles.LEVEL, Profile.constant(1.0),
                    new Interval(-1.0, 1.0, boundary), 2.0, 2.0 * d), 0.6, 0.0);
            DensitySolution found = ValleyEvolution.attempt(free, List.of(t), OUTPUT, 1e-7).orThrow().get(0);
            Marginal marginal = found.marginal();
            NormalDistribution spread = new NormalDistribution(0.0, Math.sqrt(2.0 * d * t));
            double half = 1.0 / marginal.size();
            for (int i = 0; i < marginal.size(); i++) {
                double exact = 0.0;
                for (int image = -3; image <= 3; image++) {
                    boolean odd = image % 2 != 0;
                    double at = 2.0 * image + (odd ? -0.6 : 0.6);
                    double sign = odd && boundary == Boundary.ABSORBING ? -1.0 : 1.0;
                    exact += sign * spread.probability(marginal.x()[i] - half - at, marginal.x()[i] + half - at);
                }
                assertEquals(exact / (2.0 * half), marginal.density()[i], 1e-7, boundary + " " + marginal.x()[i]);
            }
        }
    }

    /** The ring: from one side of the flat place, both witnesses, each within its own error. */
    @Test
    void finiteVolumesAgreeOnTheRing() {
        PlainSetting ring = from(Examples.ring(4, 0.1), 2.0, 0.0);
        List<Double> times = List.of(8.0, 40.0);
        List<DensitySolution> spectral = ValleyEvolution.attempt(ring, times, OUTPUT, 1e-7).orThrow();
        List<DensitySolution> volumes = DensityEvolution.at(ring, times, new Resolution(96, 48));
        for (int k = 0; k < times.size(); k++) {
            for (Quantity quantity : List.of(Quantity.MEAN_X, Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y,
                    Quantity.MEAN_FLATNESS)) {
                Measurement one = spectral.get(k).quantities().get(quantity);
                Measurement other = volumes.get(k).quantities().get(quantity);
                assertEquals(other.value(), one.value(), one.standardError() + other.standardError(),
                        quantity + " at " + times.get(k) + ": " + one + ", " + other);
                assertTrue(one.standardError() < 1e-5 * Math.abs(one.value()) + 1e-6, one.toString());
            }
        }
    }

    /** Times before the law is wide enough for polynomials, starts at a distribution, kinks: refused in words. */
    @Test
    void whatItCannotDoIsRefused() {
        PlainSetting ring = Examples.ring(4, 0.1);
        PlainSetting spread = ring.withStart(new IndependentStarts(
                List.of(new StartLaw.Uniform(-1.0, 2.0), new StartLaw.Normal(0.0, 0.4))));
        PlainSetting kink = Examples.valley(Profiles.formula("abs(x)"), Profile.constant(1.0),
                new Interval(-1.0, 1.0, Boundary.REFLECTING), 2.0, 0.1);
        for (Attempt<List<DensitySolution>> attempt : List.of(
                ValleyEvolution.attempt(ring, List.of(1e-4), OUTPUT, 1e-7),
                ValleyEvolution.attempt(spread, List.of(1.0), OUTPUT, 1e-7),
                ValleyEvolution.attempt(kink, List.of(1.0), OUTPUT, 1e-7))) {
            RuntimeException reason = assertThrows(RuntimeException.class, attempt::orThrow);
            assertTrue(reason.getMessage().contains("finite-volume"), reason.getMessage());
        }
    }
}
