package org.thalweg.trajectory;

import java.util.Arrays;
import java.util.List;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.StepMap;

/**
 * Root mean square distance, at time 1, between paths of a scheme and fine paths driven by the same Brownian motion,
 * known through its increments and its integrals over fine steps.
 */
final class PathErrors {
    static final int PATHS = 1024;
    private static final int FINE = 2048;
    private static final double FINE_STEP = 1.0 / FINE;
    private static final int DIMENSION = 2;

    /** [coordinate][fine step][path]: increments, and integrals of the motion since the beginning of the step. */
    private final double[][][] increments = new double[DIMENSION][FINE][PATHS];
    private final double[][][] integrals = new double[DIMENSION][FINE][PATHS];
    private final RandomStream signs;

    PathErrors(Seed seed) {
        RandomStream random = seed.stream(Purpose.BROWNIAN_INCREMENT, 0);
        double[] second = new double[PATHS];
        for (int i = 0; i < DIMENSION; i++) {
            for (int k = 0; k < FINE; k++) {
                random.fillNormal(increments[i][k], PATHS);
                random.fillNormal(second, PATHS);
                for (int p = 0; p < PATHS; p++) {
                    double first = increments[i][k][p];
                    increments[i][k][p] = Math.sqrt(FINE_STEP) * first;
                    integrals[i][k][p] =
                            0.5 * FINE_STEP * Math.sqrt(FINE_STEP) * (first + second[p] / Math.sqrt(3.0));
                }
            }
        }
        this.signs = seed.stream(Purpose.OTHER, 0);
    }

    /** Where the paths of fine steps end: [coordinate][path]. */
    double[][] fine(StepMap map, double[] start) {
        return run(map, 1, start);
    }

    /** The distance of the paths of longer steps from given ends. */
    double distance(StepMap map, int fineSteps, double[] start, double[][] ends) {
        double[][] found = run(map, fineSteps, start);
        double sum = 0.0;
        for (int i = 0; i < DIMENSION; i++) {
            for (int p = 0; p < PATHS; p++) {
                sum += (found[i][p] - ends[i][p]) * (found[i][p] - ends[i][p]);
            }
        }
        return Math.sqrt(sum / PATHS);
    }

    private double[][] run(StepMap map, int fineSteps, double[] start) {
        double step = fineSteps * FINE_STEP;
        double[][] rows = new double[map.variables()][PATHS];
        for (int i = 0; i < DIMENSION; i++) {
            Arrays.fill(rows[i], start[i]);
        }
        TapeKernel kernel = Tape.of(map.variables(), map.next()).bind(PATHS);
        List<Increments> white = map.white();
        for (int k = 0; k < FINE; k += fineSteps) {
            for (int w = 0; w < white.size(); w++) {
                if (white.get(w) == Increments.TWO_POINT) {
                    signs.fillTwoPoint(rows[DIMENSION + w], PATHS);
                } else if (w < DIMENSION) {
                    first(w, k, fineSteps, step, rows[DIMENSION + w]);
                } else {
                    second(w - DIMENSION, k, fineSteps, step, rows[DIMENSION + w]);
                }
            }
            kernel.evaluate(rows, PATHS, rows);
        }
        return Arrays.copyOf(rows, DIMENSION);
    }

    /** W / sqrt(h). */
    private void first(int i, int from, int steps, double step, double[] row) {
        Arrays.fill(row, 0.0);
        for (int k = from; k < from + steps; k++) {
            for (int p = 0; p < PATHS; p++) {
                row[p] += increments[i][k][p] / Math.sqrt(step);
            }
        }
    }

    /** The part of the integral Z of W that is independent of W: sqrt(3) (2 Z / h^(3/2) - W / sqrt(h)). */
    private void second(int i, int from, int steps, double step, double[] row) {
        double[] motion = new double[PATHS];
        double[] integral = new double[PATHS];
        for (int k = from; k < from + steps; k++) {
            for (int p = 0; p < PATHS; p++) {
                integral[p] += motion[p] * FINE_STEP + integrals[i][k][p];
                motion[p] += increments[i][k][p];
            }
        }
        double root = Math.sqrt(step);
        for (int p = 0; p < PATHS; p++) {
            row[p] = Math.sqrt(3.0) * (2.0 * integral[p] / (step * root) - motion[p] / root);
        }
    }
}
