package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.DensityEvolution;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.PearsonTest;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * P(x, t) of the ring, kappa = 4, Delta = .05, from x = 2, at five times, against histograms of particles by a scheme
 * of weak order two whose bias of the variance across is (h lambda)^2 / 12 of it, 1e-4 where F = 1.
 *
 * <p>Chi-square over bins of 50 particles and more. Statistical assertions: 5, each with 1e-6 false alarms. {@code
 * main} does the same with as many particles as it is given.
 */
class EvolutionAgainstParticlesTest {
    private static final double FALSE_ALARM = 1e-6;
    private static final long SEED = 20261129L;
    private static final double STEP = 0.04;
    private static final List<Double> TIMES = List.of(2.0, 5.0, 10.0, 20.0, 50.0);

    /** A tail probability of chi-square for each time. */
    private static double[] tails(int particles, int threads, Resolution resolution) {
        PlainSetting ring = Examples.ring(4.0, 0.05).withStart(new double[] {2.0, 0.1});
        List<DensitySolution> laws = DensityEvolution.at(ring, TIMES, resolution);
        double[] tails = new double[TIMES.size()];
        Interval range = ring.domain().along();
        for (int k = 0; k < tails.length; k++) {
            Marginal counted = Ensemble.run(ring,
                    SdeDynamics.of(ring, Schemes.STOCHASTIC_RUNGE_KUTTA, Increments.NORMAL, STEP),
                    Protocol.atTime(Math.round(TIMES.get(k) / STEP)).histogramOver(range), particles,
                    new Seed(SEED + k), threads, Progress.NONE).marginal();
            Marginal computed = laws.get(k).marginalOn(range, counted.size());
            tails[k] = PearsonTest.of(counted, computed, particles).tail();
        }
        return tails;
    }

    @Test
    void histogramsAreThoseOfTheEvolvedDensity() {
        double[] tails = tails(1 << 12, 1, new Resolution(96, 48));
        for (int k = 0; k < tails.length; k++) {
            assertTrue(tails[k] > FALSE_ALARM, "t = " + TIMES.get(k) + ": tail probability " + tails[k]);
        }
    }

    /** Arguments: particles, threads. */
    public static void main(String[] args) {
        double[] tails = tails(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Resolution.DEFAULT);
        for (int k = 0; k < tails.length; k++) {
            System.out.printf(Locale.ROOT, "t = %s: tail probability of chi-square %.3g%n", TIMES.get(k), tails[k]);
        }
    }
}
