package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.integration.RombergIntegrator;
import org.hipparchus.special.Erf;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
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
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.block.Stepper;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;
import org.thalweg.trajectory.watch.Bridge;

/**
 * First passages between steps, above all on the Ornstein-Uhlenbeck process dx = -x/2 dt + dW from 0 to 1, whose mean
 * first-passage time is a quadrature.
 *
 * <p>Statistical assertions: 6, each with 1e-6 false alarms; the orders involve no sampling.
 */
class BridgeTest {
    private static final int PARTICLES = 1 << 16;

    /** x^2 / 4, with a ruler x + 10 in place of a flatness to say where the flat set is. */
    private record Bowl() implements LossSurface {
        @Override
        public List<String> coordinates() {
            return List.of("x", "y");
        }

        @Override
        public double value(double[] theta) {
            return 0.25 * theta[0] * theta[0];
        }

        @Override
        public void gradient(double[] theta, double[] gradient) {
            gradient[0] = 0.5 * theta[0];
            gradient[1] = 0.0;
        }

        @Override
        public void hessian(double[] theta, double[][] hessian) {
            Arrays.stream(hessian).forEach(row -> Arrays.fill(row, 0.0));
            hessian[0][0] = 0.5;
        }

        @Override
        public Geometry geometry() {
            return new Geometry.Valley(new ValleyShape(Profile.constant(0.0), List.of(Experiments.RULER)));
        }
    }

    private static final Setting BOWL = new Setting("bowl", "a bowl", new Bowl(),
            new Domain(List.of(Interval.LINE, Interval.LINE)), new AnisotropicNoise(1.0, 1.0), new Sgd(1.0),
            new double[] {0.0, 0.0}, Optional.of(new FlatSet(11.0)));

    /** With D = 1/2: T = 2 int_0^1 exp(y^2/2) int_-inf^y exp(-z^2/2) dz dy. */
    private static double exact() {
        return 2.0 * new RombergIntegrator().integrate(10_000,
                y -> Math.exp(0.5 * y * y) * Math.sqrt(0.5 * Math.PI) * (1.0 + Erf.erf(y / Math.sqrt(2.0))), 0.0, 1.0);
    }

    private static Measurement meanTime(double step, boolean bridged) {
        SdeDynamics sde = SdeDynamics.of(BOWL, Schemes.EULER_MARUYAMA, Increments.NORMAL, step);
        Dynamics dynamics = bridged ? sde : new Discrete(sde);
        return Experiments.run(BOWL, dynamics, Protocol.atTime(0).passagesUntil(1_000_000), PARTICLES)
                .passages().meanTime();
    }

    /** The same steps, looked at only where they end. */
    private record Discrete(Dynamics steps) implements Dynamics {
        @Override
        public Witness witness() {
            return steps.witness();
        }

        @Override
        public double timeStep() {
            return steps.timeStep();
        }

        @Override
        public Purpose purpose() {
            return steps.purpose();
        }

        @Override
        public Stepper bind(int capacity) {
            return steps.bind(capacity);
        }
    }

    /** Without sampling: steps of 0.01 and 0.0025. */
    @Test
    void theBiasIsOfOrderOneHalfBeforeAndOneAfter() {
        assertEquals(0.5, order(false), 0.1);
        assertEquals(1.0, order(true), 0.1);
    }

    private static double order(boolean bridged) {
        double coarse = PassageEquation.meanTime(0.01, bridged) - exact();
        double fine = PassageEquation.meanTime(0.0025, bridged) - exact();
        return Math.log(coarse / fine) / Math.log(4.0);
    }

    /**
     * The ensemble does what the integral equation says, at a step whose bias is some ninety standard errors without
     * bridge.
     */
    @Test
    void ensemblesFollowTheEquation() {
        assertAgrees(PassageEquation.meanTime(0.2, false), meanTime(0.2, false), "looked at where steps end");
        assertAgrees(PassageEquation.meanTime(0.2, true), meanTime(0.2, true), "with the bridge");
    }

    /**
     * Free diffusion from a reflecting wall at 0 to 1: the bridge is exact, T = 1 / (2 D), at a step of a tenth of the
     * square of the distance.
     */
    @Test
    void withoutDriftTheBridgeIsExact() {
        Interval walled = new Interval(0.0, 2.0, Boundary.REFLECTING);
        Setting corridor = Experiments.withFlatSet(Experiments.plane(walled, 1.0), 11.0);
        Dynamics sde = SdeDynamics.of(corridor, Schemes.EULER_MARUYAMA, Increments.NORMAL, 0.05);
        assertAgrees(1.0, Experiments.run(corridor, sde, Protocol.atTime(0).passagesUntil(100_000), PARTICLES)
                .passages().meanTime(), "free diffusion");
    }

    /**
     * Both ways round a ring: the other edge is beyond the end of the period. From a to an edge at either side: a b.
     */
    @Test
    void edgesBeyondTheEndOfAPeriodCount() {
        Setting ring = Experiments.plane(new Interval(0.0, 2.0, Boundary.PERIODIC), 1.0);
        Setting arc = Experiments.withFlatSet(new Setting(ring.name(), ring.summary(), ring.surface(), ring.domain(),
                ring.noise(), ring.sgd(), new double[] {0.25, 0.0}, Optional.empty()), 11.0);
        Dynamics sde = SdeDynamics.of(arc, Schemes.EULER_MARUYAMA, Increments.NORMAL, 0.02);
        // The flat set is [1, 2): from .25 the edges are .25 below and .75 above; T = .25 x .75 / (2 D), D = 1/2.
        assertAgrees(0.1875, Experiments.run(arc, sde, Protocol.atTime(0).passagesUntil(100_000), PARTICLES)
                .passages().meanTime(), "both edges");
    }

    /**
     * The time of touching, given both ends, against the density of first arrival: its mean for an end on the edge side
     * is that of the law of s = u / (1 - u), E u = int P(u &gt; v) dv, by Romberg.
     */
    @Test
    void theTimeOfTouchingHasItsLaw() {
        RandomStream random = new Seed(3).stream(Purpose.BRIDGE, 0);
        for (double d1 : new double[] {0.7, -0.7}) {
            StreamingStatistics shares = new StreamingStatistics();
            for (int k = 0; k < 1 << 17; k++) {
                shares.addValue(Bridge.time(0.5, d1, 0.3, random));
            }
            assertAgrees(meanShare(0.5, 0.7, 0.6), Measurement.mean(shares), "d1 = " + d1);
        }
    }

    /**
     * With the density of the time of first arrival at d0, d0 / (v sqrt(2 pi s2 v)) exp(-d0^2 / (2 s2 v)), s2 = 2 D h.
     */
    private static double meanShare(double d0, double d1, double s2) {
        RombergIntegrator romberg = new RombergIntegrator();
        double all = romberg.integrate(1_000_000, v -> arrives(v, d0, d1, s2), 1e-6, 1.0 - 1e-6);
        return romberg.integrate(1_000_000, v -> v * arrives(v, d0, d1, s2), 1e-6, 1.0 - 1e-6) / all;
    }

    private static double arrives(double v, double d0, double d1, double s2) {
        return Math.exp(-d0 * d0 / (2.0 * s2 * v) - d1 * d1 / (2.0 * s2 * (1.0 - v)))
                / (v * Math.sqrt(v) * Math.sqrt(1.0 - v));
    }
}
