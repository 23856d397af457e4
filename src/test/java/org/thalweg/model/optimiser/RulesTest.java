package org.thalweg.model.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** Each rule against its formulas written down once more, two points of two coordinates. Nothing is left to chance. */
class RulesTest {
    private static final double CURVATURE = 3.0;
    private static final double RATE = 0.1;
    /** Sums in another order. */
    private static final double ROUNDING = 1e-14;

    private static RandomStream random() {
        return new Seed(7).stream(Purpose.OTHER, 0);
    }

    private static double[][] start() {
        return new double[][] {{1.0, -2.0}, {0.5, 0.25}};
    }

    /** Where a rule comes to after some steps. */
    private static double[][] walk(Optimiser rule, int steps) {
        double[][] theta = start();
        OptimiserKernel kernel = rule.bind(Layout.ofParticles(2, 2));
        ScriptedIteration iteration = new ScriptedIteration(CURVATURE, RATE, random(), 2);
        double[][] memory = new double[rule.memory(2)][2];
        for (int k = 0; k < steps; k++) {
            iteration.move(kernel, theta, memory);
        }
        return theta;
    }

    @Test
    void adam() {
        double y = 1.0;
        double m = 0.0;
        double v = 0.0;
        for (int k = 1; k <= 20; k++) {
            double g = CURVATURE * y;
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            y -= RATE * (m / (1.0 - Math.pow(0.9, k))) / (Math.sqrt(v / (1.0 - Math.pow(0.999, k))) + 1e-8);
        }
        assertEquals(y, walk(Adam.DEFAULT, 20)[0][0], ROUNDING);
        // The first step is the learning rate itself, whatever the gradient.
        assertEquals(1.0 - RATE, walk(Adam.DEFAULT, 1)[0][0], 1e-8);
    }

    @Test
    void theAdaptorOfValleys() {
        double alpha = -5.0;
        double beta = 0.9;
        double y = 1.0;
        double a = 0.0;
        double last = 0.0;
        // a_1 = (1 - beta) g_1.
        assertEquals(1.0 - RATE * CURVATURE * (1.0 + alpha * (1.0 - beta)),
                walk(new ValleyAdaptor(alpha, beta, GradientDescent.PLAIN), 1)[0][0], ROUNDING);
        for (int k = 0; k < 20; k++) {
            double g = CURVATURE * y;
            a = beta * a + (1.0 - beta) * (g - last);
            last = g;
            y -= RATE * (g + alpha * a);
        }
        assertEquals(y, walk(new ValleyAdaptor(alpha, beta, GradientDescent.PLAIN), 20)[0][0], ROUNDING);
    }

    /** On Adam it is Adam of another gradient: the same adaptor over momentum is the heavy ball of that gradient. */
    @Test
    void theAdaptorFeedsItsBase() {
        double y = 1.0;
        double a = 0.0;
        double last = 0.0;
        double m = 0.0;
        double v = 0.0;
        double ball = 1.0;
        double ofBall = 0.0;
        double lastOfBall = 0.0;
        double velocity = 0.0;
        for (int k = 1; k <= 20; k++) {
            double g = CURVATURE * y;
            a = 0.5 * a + 0.5 * (g - last);
            last = g;
            double fed = g + 0.4 * a;
            m = 0.9 * m + 0.1 * fed;
            v = 0.999 * v + 0.001 * fed * fed;
            y -= RATE * (m / (1.0 - Math.pow(0.9, k))) / (Math.sqrt(v / (1.0 - Math.pow(0.999, k))) + 1e-8);
            double slope = CURVATURE * ball;
            ofBall = 0.5 * ofBall + 0.5 * (slope - lastOfBall);
            lastOfBall = slope;
            velocity = 0.8 * velocity + slope + 0.4 * ofBall;
            ball -= RATE * velocity;
        }
        assertEquals(y, walk(new ValleyAdaptor(0.4, 0.5, Adam.DEFAULT), 20)[0][0], ROUNDING);
        assertEquals(ball, walk(new ValleyAdaptor(0.4, 0.5, new GradientDescent(0.8, false)), 20)[0][0], ROUNDING);
    }

    /** Lamb, and with it ALTO at alpha = 0: the step is a share of |theta|. */
    @Test
    void layersMoveByTheirOwnLength() {
        double[][] theta = start();
        double[] m = new double[2];
        double[] v = new double[2];
        for (int k = 1; k <= 10; k++) {
            double[] r = new double[2];
            double length = 0.0;
            double step = 0.0;
            for (int i = 0; i < 2; i++) {
                double g = CURVATURE * theta[i][1];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.99 * v[i] + 0.01 * g * g;
                r[i] = m[i] / (1.0 - Math.pow(0.9, k)) / (Math.sqrt(v[i] / (1.0 - Math.pow(0.99, k))) + 1e-6)
                        + 1e-4 * theta[i][1];
                length += theta[i][1] * theta[i][1];
                step += r[i] * r[i];
            }
            double phi = Math.sqrt(length) + 1e-10;
            for (int i = 0; i < 2; i++) {
                theta[i][1] -= RATE * r[i] * phi / (Math.sqrt(step) + 1e-6 * phi);
            }
        }
        double[][] found = walk(new ValleyAdaptor(0.0, 0.99, Lamb.DEFAULT), 10);
        assertEquals(theta[0][1], found[0][1], ROUNDING);
        assertEquals(theta[1][1], found[1][1], ROUNDING);
    }

    /** Of one point in a row each layer has a length of its own. */
    @Test
    void layersOfANetworkAreApart() {
        double[][] theta = {{3.0, 4.0, 0.1}};
        OptimiserKernel kernel = Lamb.DEFAULT.bind(Layout.ofOne(3, List.of(2, 3)));
        new ScriptedIteration(CURVATURE, RATE, random(), 3).move(kernel, theta, new double[2][3]);
        // All numbers of r are 1 but for e1 and the decay: steps of eta |theta| / sqrt 2 each, and of eta |theta|.
        assertEquals(3.0 - RATE * 5.0 / Math.sqrt(2.0), theta[0][0], 1e-3);
        assertEquals(0.1 - RATE * 0.1, theta[0][2], 1e-6);
    }

    @Test
    void sharpnessAwareStepsLookUphill() {
        double norm = Math.hypot(1.0, 0.5);
        double uphill = 1.0 + 0.3 * 1.0 / norm;
        assertEquals(1.0 - RATE * CURVATURE * uphill,
                walk(new SharpnessAware(0.3, true, GradientDescent.PLAIN), 1)[0][0], ROUNDING);
        assertEquals(1.0 - RATE * CURVATURE * (1.0 + 0.3 * CURVATURE),
                walk(new SharpnessAware(0.3, false, GradientDescent.PLAIN), 1)[0][0], ROUNDING);
    }

    /** In the one row of a network the norm is that of all, and in columns that of each. */
    @Test
    void rowsAndColumnsAreTheSamePoints() {
        double[][] row = {{1.0, 0.5}};
        new ScriptedIteration(CURVATURE, RATE, random(), 2).move(
                new SharpnessAware(0.3, true, GradientDescent.PLAIN).bind(Layout.ofOne(2, List.of(2))), row,
                new double[0][]);
        double[][] columns = walk(new SharpnessAware(0.3, true, GradientDescent.PLAIN), 1);
        assertArrayEquals(new double[] {columns[0][0], columns[1][0]}, row[0], 0.0);
    }

    /** Learner j is pushed by j + 1: their average by the mean, deviations by the ring's matrix. */
    @Test
    void learnersAverageWithTheirNeighbours() {
        int n = 5;
        Decentralised ring = new Decentralised(n, Mixing.RING, GradientDescent.PLAIN);
        OptimiserKernel kernel = ring.bind(Layout.ofParticles(1, 1));
        ScriptedIteration iteration = new ScriptedIteration(CURVATURE, RATE, random(), 1);
        iteration.push(0.7);
        double[][] theta = {{1.0}};
        double[][] memory = new double[ring.memory(1)][1];
        double[] w = new double[n];
        Arrays.fill(w, 1.0);
        for (int k = 0; k < 12; k++) {
            iteration.move(kernel, theta, memory);
            double[] next = new double[n];
            for (int j = 0; j < n; j++) {
                next[j] = (w[(j + n - 1) % n] + w[j] + w[(j + 1) % n]) / 3.0
                        - RATE * (CURVATURE * w[j] + 0.7 * (j + 1));
            }
            w = next;
        }
        double mean = Arrays.stream(w).average().orElseThrow();
        assertEquals(mean, theta[0][0], ROUNDING);
        for (int j = 0; j < n; j++) {
            assertEquals(w[j] - mean, memory[j][0], ROUNDING);
        }
    }

    /** Pairs are partners of each other, one stays alone of an odd number, and each pair is as likely as any. */
    @Test
    void pairsAreDrawnEvenly() {
        int[] order = {0, 1, 2, 3, 4};
        int[] partner = new int[5];
        int draws = 20_000;
        int[] met = new int[5];
        RandomStream random = random();
        for (int k = 0; k < draws; k++) {
            Mixing.draw(random, order, partner);
            int alone = 0;
            for (int j = 0; j < 5; j++) {
                assertEquals(j, partner[partner[j]]);
                alone += partner[j] == j ? 1 : 0;
            }
            assertEquals(1, alone);
            met[partner[0]]++;
        }
        for (int times : met) {
            // Each of five with probability 1/5: six standard deviations, 1e-8 false alarms in all.
            assertEquals(draws / 5.0, times, 6.0 * Math.sqrt(draws * 0.16));
        }
    }

    @Test
    void oneLearnerAndStrengthZeroAreTheBase() {
        Optimiser momentum = new GradientDescent(0.9, true);
        double[][] base = walk(momentum, 30);
        for (Optimiser rule : List.of(new ValleyAdaptor(0.0, 0.99, (BaseRule) momentum),
                new Decentralised(1, Mixing.RING, momentum), new Decentralised(1, Mixing.RANDOM_PAIR, momentum),
                new SharpnessAware(0.0, true, (BaseRule) momentum), new Decentralised(1, Mixing.COMPLETE, momentum))) {
            double[][] found = walk(rule, 30);
            assertArrayEquals(base[0], found[0], 0.0, rule.description());
            assertArrayEquals(base[1], found[1], 0.0, rule.description());
        }
        assertTrue(new ValleyAdaptor(0.0, 0.5, GradientDescent.PLAIN).gradientAlone());
        assertTrue(!new ValleyAdaptor(0.0, 0.5, Adam.DEFAULT).gradientAlone());
    }

    @Test
    void whatNoRuleCanBeIsRefused() {
        assertThrows(Refusal.class, () -> new ValleyAdaptor(-100.0, 0.99, GradientDescent.PLAIN));
        assertThrows(Refusal.class, () -> new Adam(1.0, 0.999, 1e-8));
        assertThrows(Refusal.class, () -> new SharpnessAware(-1.0, true, GradientDescent.PLAIN));
        assertThrows(Refusal.class, () -> new Decentralised(0, Mixing.RING, GradientDescent.PLAIN));
        assertThrows(Refusal.class, () -> new GradientDescent(1.0, false));
        assertThrows(Refusal.class, () -> new Lamb(0.9, 1.0, 0.0));
        assertThrows(Refusal.class, () -> new SpectralRange(Double.NaN, GradientDescent.PLAIN));
    }

    /** In figures: the name of model files, and which number it is. */
    @Test
    void theAdaptorIsNamedAsInModelFiles() {
        assertEquals("valley, alpha -5 on adam", new ValleyAdaptor(-5.0, 0.99, Adam.DEFAULT).brief());
    }
}
