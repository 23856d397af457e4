package org.thalweg.theory;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.law.MarginalLaw;

/**
 * The stationary marginal of the two-dimensional diffusion from the truncated Hermite hierarchy
 * (docs/theory/next-order.md) by collocation: Fourier on a ring, Chebyshev between reflecting walls. Spectrally
 * accurate, independent of the laws it judges and of the other witnesses.
 *
 * @param x collocation points
 * @param weights of the quadrature on them (trapezoidal on a ring, Clenshaw-Curtis between walls)
 * @param density normalised marginal P(x)
 */
record HermiteReference(double[] x, double[] weights, double[] density) {
    /** Solves with {@code points} points (odd on a ring) and the Hermite modes 0, 2, ..., 2 (modes - 1). */
    static HermiteReference of(PlainSetting setting, int points, int modes) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        boolean ring = floor.domain().boundary() == Boundary.PERIODIC;
        double[] x = ring ? fourierPoints(floor.domain(), points) : chebyshevPoints(floor.domain(), points);
        double[][] d = ring ? fourierDerivative(floor.domain(), points) : barycentricDerivative(x);
        double[] weights = ring ? uniform(floor.domain().length() / points, points) : clenshawCurtis(x);
        int size = points * modes;
        RealMatrix along = new Array2DRowRealMatrix(size, size);
        RealMatrix flux = new Array2DRowRealMatrix(size, size);
        RealMatrix decay = new Array2DRowRealMatrix(size, size);
        for (int m = 0; m < modes; m++) {
            int n = 2 * m;
            for (int i = 0; i < points; i++) {
                int row = m * points + i;
                double f = floor.shape().flatness().get(0).value(x[i]);
                double g = floor.shape().flatness().get(0).slope(x[i]) / f;
                double push = floor.across(0, x[i]) * g;
                for (int j = 0; j < points; j++) {
                    along.addToEntry(row, m * points + j, d[i][j]);
                }
                along.addToEntry(row, row, n * g);
                flux.addToEntry(row, row, (2 * n + 1) * push - floor.shape().floor().slope(x[i]));
                decay.setEntry(row, row, n / (f * f));
                if (m > 0) {
                    along.addToEntry(row, row - points, g);
                    flux.addToEntry(row, row - points, push);
                }
                if (m < modes - 1) {
                    flux.addToEntry(row, row + points, (n + 2.0) * (n + 1.0) * push);
                }
            }
        }
        flux = flux.subtract(along.scalarMultiply(floor.along(x[0])));
        RealMatrix system = along.multiply(flux).add(decay);
        for (int m = 0; !ring && m < modes; m++) {
            // No flux through the walls; the flux of mode 0 vanishes everywhere.
            for (int i = 0; i < points; i += m == 0 ? 1 : points - 1) {
                system.setRow(m * points + i, flux.getRow(m * points + i));
            }
        }
        int middle = points / 2;
        double[] normalisation = new double[size];
        System.arraycopy(weights, 0, normalisation, 0, points);
        system.setRow(middle, normalisation);
        ArrayRealVector right = new ArrayRealVector(size);
        right.setEntry(middle, 1.0);
        double[] solution = new LUDecomposition(system).getSolver().solve(right).toArray();
        return new HermiteReference(x, weights, java.util.Arrays.copyOf(solution, points));
    }

    /** int |P_law - P| dx, the law being normalised on the same points. */
    double distance(MarginalLaw law) {
        double mass = 0.0;
        double largest = Double.NEGATIVE_INFINITY;
        for (double at : x) {
            largest = Math.max(largest, law.logDensity(at));
        }
        for (int i = 0; i < x.length; i++) {
            mass += weights[i] * Math.exp(law.logDensity(x[i]) - largest);
        }
        double distance = 0.0;
        for (int i = 0; i < x.length; i++) {
            distance += weights[i] * Math.abs(Math.exp(law.logDensity(x[i]) - largest) / mass - density[i]);
        }
        return distance;
    }

    private static double[] uniform(double value, int count) {
        double[] all = new double[count];
        java.util.Arrays.fill(all, value);
        return all;
    }

    private static double[] fourierPoints(Interval domain, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = domain.from() + domain.length() * i / n;
        }
        return x;
    }

    /** Trefethen, Spectral Methods in MATLAB (2000), chapter 3, for an odd number of points. */
    private static double[][] fourierDerivative(Interval domain, int n) {
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double sign = (i - j) % 2 == 0 ? 1.0 : -1.0;
                    d[i][j] = Math.PI / domain.length() * sign / Math.sin(Math.PI * (i - j) / n);
                }
            }
        }
        return d;
    }

    private static double[] chebyshevPoints(Interval domain, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.5 * (domain.from() + domain.to()) - 0.5 * domain.length() * Math.cos(Math.PI * i / (n - 1));
        }
        return x;
    }

    private static double[][] barycentricDerivative(double[] x) {
        int n = x.length;
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double sign = (i - j) % 2 == 0 ? 1.0 : -1.0;
                    double ends = (j == 0 || j == n - 1 ? 0.5 : 1.0) / (i == 0 || i == n - 1 ? 0.5 : 1.0);
                    d[i][j] = sign * ends / (x[i] - x[j]);
                    sum += d[i][j];
                }
            }
            d[i][i] = -sum;
        }
        return d;
    }

    /** Weights by integrating the cosine series exactly; quadratic cost is fine here. */
    private static double[] clenshawCurtis(double[] x) {
        int last = x.length - 1;
        double[] weights = new double[x.length];
        for (int i = 0; i <= last; i++) {
            double sum = 0.0;
            for (int k = 0; k <= last; k += 2) {
                double ends = k == 0 || k == last ? 0.5 : 1.0;
                sum += ends * Math.cos(Math.PI * i * k / last) * 2.0 / (1.0 - (double) k * k);
            }
            weights[i] = (i == 0 || i == last ? 0.5 : 1.0) * 2.0 / last * sum * 0.5 * (x[last] - x[0]);
        }
        return weights;
    }
}
