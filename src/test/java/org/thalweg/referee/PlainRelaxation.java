package org.thalweg.referee;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.measure.Measurement;

/**
 * The slowest relaxation rate of a law P along a line or round a ring with constant diffusion D, by power iteration of
 * the inverse operator: -(D P v')' = P u is two sums, v' = -J / (D P) with J the sum of P u, and round a ring one more
 * constant. Midpoint sums on equal cells, of second order, extrapolated; nothing of the engine's.
 */
final class PlainRelaxation {
    private static final int CELLS = 8_000;
    private static final int MOST_ITERATIONS = 2_000;
    private static final double CONVERGED = 1e-12;
    /** Plain doubles carry no law that falls further. */
    private static final double LOWEST = -600.0;
    /** Relative, of some ten thousand terms of one sign. */
    private static final double ROUNDING = 1e-11;

    private final double[] atCentres;
    private final double[] atEdges;
    private final double width;
    private final double diffusion;
    private final boolean ring;

    private PlainRelaxation(DoubleUnaryOperator log, double from, double to, boolean ring, double diffusion,
            int cells) {
        this.width = (to - from) / cells;
        this.diffusion = diffusion;
        this.ring = ring;
        this.atCentres = new double[cells];
        this.atEdges = new double[cells];
        for (int i = 0; i < cells; i++) {
            atCentres[i] = value(log.applyAsDouble(from + (i + 0.5) * width));
            atEdges[i] = value(log.applyAsDouble(from + i * width));
        }
    }

    private static double value(double log) {
        return log < LOWEST ? Double.NaN : Math.exp(log);
    }

    /**
     * The rate; empty where P falls too far, or the second mode is too near the first.
     *
     * @param log ln P, at most about 0
     */
    static Optional<Measurement> rate(DoubleUnaryOperator log, double from, double to, boolean ring,
            double diffusion) {
        double coarse = new PlainRelaxation(log, from, to, ring, diffusion, CELLS).time();
        double fine = new PlainRelaxation(log, from, to, ring, diffusion, 2 * CELLS).time();
        double time = fine + (fine - coarse) / 3.0;
        double relative = Math.abs(fine - coarse) / (30.0 * fine) + ROUNDING;
        return Double.isNaN(time) ? Optional.empty() : Optional.of(Measurement.computed(1.0 / time, relative / time));
    }

    private double time() {
        double[] u = new double[atCentres.length];
        for (int i = 0; i < u.length; i++) {
            double s = (i + 0.5) / u.length;
            u[i] = s + Math.sin(9.0 * s) + 0.3 * Math.cos(40.0 * s);
        }
        double before = Double.NaN;
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            normalise(u);
            double[] v = inverse(u);
            double time = 0.0;
            for (int i = 0; i < u.length; i++) {
                time += atCentres[i] * u[i] * v[i];
            }
            if (Math.abs(time - before) < CONVERGED * time) {
                return time;
            }
            before = time;
            u = v;
        }
        return Double.NaN;
    }

    /** Of mean 0 and mean square 1 under P; modified. */
    private void normalise(double[] u) {
        double mass = 0.0;
        double mean = 0.0;
        for (int i = 0; i < u.length; i++) {
            mass += atCentres[i];
            mean += atCentres[i] * u[i];
        }
        double square = 0.0;
        for (int i = 0; i < u.length; i++) {
            u[i] -= mean / mass;
            square += atCentres[i] * u[i] * u[i];
        }
        for (int i = 0; i < u.length; i++) {
            u[i] /= Math.sqrt(square);
        }
    }

    private double[] inverse(double[] u) {
        double[] slope = new double[u.length];
        double[] current = current(u);
        double around = 0.0;
        double once = 0.0;
        for (int i = 0; i < u.length; i++) {
            slope[i] = -current[i] * width / (diffusion * atEdges[i]);
            around += slope[i];
            once += 1.0 / atEdges[i];
        }
        double[] v = new double[u.length];
        for (int i = 1; i < u.length; i++) {
            v[i] = v[i - 1] + slope[i] - (ring ? around / (once * atEdges[i]) : 0.0);
        }
        return v;
    }

    /** The sum of P u up to each edge, from the end with less mass: over a tail, all else would leave rounding. */
    private double[] current(double[] u) {
        double[] current = new double[u.length];
        double mass = Arrays.stream(atCentres).sum();
        double left = 0.0;
        double sum = 0.0;
        for (int i = 0; i < u.length; i++) {
            current[i] = sum;
            sum += atCentres[i] * u[i] * width;
            left += atCentres[i];
            if (left > 0.5 * mass && !ring) {
                break;
            }
        }
        double right = 0.0;
        sum = 0.0;
        for (int i = u.length - 1; i > 0 && !ring && right <= 0.5 * mass; i--) {
            sum += atCentres[i] * u[i] * width;
            right += atCentres[i];
            current[i] = -sum;
        }
        return current;
    }
}
