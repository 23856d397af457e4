package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.model.start.StartLaw;
import org.thalweg.model.start.StartsInTurn;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.trajectory.scheme.Increments;

/** Particles that start somewhere each. Statistical assertions: 1e-6 false alarms each, 7 in all. */
class StartTest {
    private static final int PARTICLES = 20_000;

    private static Setting from(Setting setting, StartLaw x, StartLaw y) {
        return setting.withStart(new IndependentStarts(List.of(x, y)));
    }

    /** L = 0: the variance of the start and 2 D t add up; C_xx = 1, C_yy = 4. */
    @Test
    void freeDiffusionAddsToTheSpreadOfTheStart() {
        Setting setting = from(Experiments.plane(Interval.LINE, 0.1),
                new StartLaw.Uniform(-1.0, 3.0), new StartLaw.Normal(0.5, 0.7));
        for (Dynamics dynamics : List.of(SgdDynamics.of(setting), Experiments.sde(setting, Increments.NORMAL))) {
            Map<Quantity, Measurement> q =
                    Experiments.run(setting, dynamics, Protocol.atTime(20), PARTICLES).quantities();
            assertAgrees(1.0, q.get(Quantity.MEAN_X), Quantity.MEAN_X.key());
            assertAgrees(16.0 / 12.0 + 0.1 * 2.0, q.get(Quantity.VARIANCE_X), Quantity.VARIANCE_X.key());
            assertAgrees(0.25 + 0.49 + 0.4 * 2.0, q.get(Quantity.MEAN_SQUARE_Y), Quantity.MEAN_SQUARE_Y.key());
        }
    }

    /** Particle k at point k mod 3, whatever the blocks, and no random number is drawn for it. */
    @Test
    void startsInTurnAreShared() {
        StartsInTurn turns = new StartsInTurn(List.of(List.of(-1.0, 5.0), List.of(0.0, 6.0), List.of(3.0, 7.0)));
        double[][] theta = new double[2][100];
        turns.draw(null, theta, 100, 257);
        for (int k = 0; k < 100; k++) {
            assertEquals(List.of(-1.0, 0.0, 3.0).get((257 + k) % 3), theta[0][k]);
            assertEquals(5.0 + (257 + k) % 3, theta[1][k]);
        }
        assertEquals(2.0 / 3.0, turns.mean()[0], 1e-15);
        Setting still = Experiments.plane(Interval.LINE, 1e-12).withStart(turns);
        Map<Quantity, Measurement> q =
                Experiments.run(still, SgdDynamics.of(still), Protocol.atTime(1), 1200).quantities();
        assertEquals(2.0 / 3.0, q.get(Quantity.MEAN_X).value(), 1e-5);
        assertEquals(10.0 / 3.0 - 4.0 / 9.0, q.get(Quantity.VARIANCE_X).value(), 2e-2);
    }

    /** A point written as a distribution is a point, bit by bit, and the noise is the same from a distribution. */
    @Test
    void aPointKeepsItsBits() {
        Setting ring = Experiments.ring(0.05);
        Setting point = from(ring, new StartLaw.Point(3.0), new StartLaw.Point(0.0));
        assertTrue(point.startDistribution().isEmpty());
        Protocol protocol = Protocol.atTime(30);
        assertEquals(Experiments.run(ring, SgdDynamics.of(ring), protocol, 300).quantities(),
                Experiments.run(point, SgdDynamics.of(point), protocol, 300).quantities());
        Setting plane = Experiments.plane(Interval.LINE, 0.1);
        Setting shifted = from(plane, new StartLaw.Normal(0.0, 1e-12), new StartLaw.Point(0.0));
        double still = Experiments.run(plane, SgdDynamics.of(plane), protocol, 300).quantities()
                .get(Quantity.MEAN_X).value();
        double moved =
                Experiments.run(shifted, SgdDynamics.of(shifted), protocol, 300).quantities()
                        .get(Quantity.MEAN_X).value();
        // 300 starts of deviation 1e-12 have a mean within 1e-12.
        assertEquals(still, moved, 1e-12);
        assertFalse(still == moved);
    }

    @Test
    void wallsDoToAStartWhatTheyDoToAStep() {
        StartLaw wide = new StartLaw.Uniform(-3.0, 3.0);
        StartLaw zero = new StartLaw.Point(0.0);
        Setting lost = from(Experiments.plane(new Interval(-1.0, 1.0, Boundary.ABSORBING), 1e-9), wide, zero);
        EnsembleResult result = Experiments.run(lost, SgdDynamics.of(lost), Protocol.atTime(1), PARTICLES);
        assertAgrees(2.0 / 3.0, Measurement.fraction(result.absorbed(), PARTICLES), "absorbed");
        Setting kept = from(Experiments.plane(new Interval(-1.0, 1.0, Boundary.REFLECTING), 1e-9), wide, zero);
        Measurement variance = Experiments.run(kept, SgdDynamics.of(kept), Protocol.atTime(1), PARTICLES).quantities()
                .get(Quantity.VARIANCE_X);
        // Mirrored, it is uniform between the walls.
        assertAgrees(1.0 / 3.0, variance, Quantity.VARIANCE_X.key());
    }

    /** The rules of Gauss integrate powers exactly: E x^4 = (b^5 - a^5) / (5 (b - a)), E y^2 = m^2 + s^2. */
    @Test
    void rulesIntegrateTheLaw() {
        StartDistribution distribution = new IndependentStarts(
                List.of(new StartLaw.Uniform(-1.0, 2.0), new StartLaw.Normal(0.5, 0.3)));
        for (List<StartDistribution.Node> nodes : List.of(distribution.nodes(), distribution.coarseNodes())) {
            double fourth = nodes.stream().mapToDouble(n -> n.weight() * Math.pow(n.at()[0], 4)).sum();
            double square = nodes.stream().mapToDouble(n -> n.weight() * n.at()[1] * n.at()[1]).sum();
            assertEquals((32.0 + 1.0) / 15.0, fourth, 1e-13);
            assertEquals(0.25 + 0.09, square, 1e-13);
        }
        RandomStream stream = Experiments.SEED.stream(Purpose.START, 0);
        double[][] theta = new double[2][100];
        distribution.draw(stream, theta, 100, 0);
        for (double x : theta[0]) {
            assertTrue(x >= -1.0 && x < 2.0);
        }
    }
}
