package org.thalweg.trajectory;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Erf;
import org.thalweg.trajectory.watch.Bridge;

/**
 * The mean first-passage time to 1 of Euler-Maruyama steps of dx = -x/2 dt + dW, without sampling: the integral
 * equation T(x) = c(x) + int k(x, y) T(y) dy by Nystrom's method, where k is the density of reaching y in a step
 * without having arrived, and c the mean part of the step that passes before arriving.
 */
public final class PassageEquation {
    /** Eight standard deviations of the stationary law below the middle. */
    private static final double FAR = -8.0;
    private static final int PANELS = 112;
    private static final int NODES = 8;
    private static final int SIZE = PANELS * NODES;

    private final double step;
    private final boolean bridged;
    private final double[] y = new double[SIZE];
    private final double[] weight = new double[SIZE];

    private PassageEquation(double step, boolean bridged) {
        this.step = step;
        this.bridged = bridged;
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
        double half = 0.5 * (1.0 - FAR) / PANELS;
        for (int k = 0; k < SIZE; k++) {
            y[k] = FAR + (2 * (k / NODES) + 1 + rule.getPoint(k % NODES)) * half;
            weight[k] = rule.getWeight(k % NODES) * half;
        }
    }

    /** T(0). */
    public static double meanTime(double step, boolean bridged) {
        return new PassageEquation(step, bridged).solve();
    }

    private double solve() {
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(SIZE);
        ArrayRealVector right = new ArrayRealVector(SIZE);
        for (int i = 0; i < SIZE; i++) {
            right.setEntry(i, passing(y[i]));
            for (int j = 0; j < SIZE; j++) {
                system.addToEntry(i, j, -weight[j] * density(y[i], y[j]));
            }
        }
        double[] time = new LUDecomposition(system).getSolver().solve(right).toArray();
        double mean = passing(0.0);
        for (int j = 0; j < SIZE; j++) {
            mean += weight[j] * density(0.0, y[j]) * time[j];
        }
        return mean;
    }

    private double density(double from, double to) {
        double deviation = to - from * (1.0 - 0.5 * step);
        double survived = bridged ? 1.0 - Bridge.touches(1.0 - from, 1.0 - to, 0.5 * step) : 1.0;
        return survived * Math.exp(-deviation * deviation / (2.0 * step)) / Math.sqrt(2.0 * Math.PI * step);
    }

    /** The mean of min(T, step): all of the step, or int_0^step P(T &gt; s) ds for a motion of constant drift. */
    private double passing(double from) {
        return bridged
                ? new GaussIntegratorFactory().legendre(40, 0.0, 1.0)
                        .integrate(v -> 2.0 * step * v * survival(from, step * v * v))
                : step;
    }

    private static double survival(double from, double time) {
        double distance = 1.0 - from;
        double drift = -0.5 * from;
        double root = Math.sqrt(time);
        return normal((distance - drift * time) / root)
                - Math.exp(2.0 * drift * distance) * normal((-distance - drift * time) / root);
    }

    private static double normal(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2.0));
    }
}
