package org.thalweg.spectra;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * The density of the eigenvalues of a symmetric matrix that is known by its products, each eigenvalue as a Gaussian of
 * some width: stochastic Lanczos quadrature [UCS17] on what is left when the largest eigenpairs are taken out.
 *
 * <p>A random unit vector v at right angles to the known eigenvectors gives, after m products, m nodes and weights for
 * which sum w g(node) is v^T g(A) v, exactly for polynomials up to degree 2m - 1; the mean over v is the mean of g over
 * the eigenvalues that are left. The scatter over v is the sampling error. What m/2 products say differently is taken
 * for the error of the quadrature.
 *
 * @param width standard deviation of each eigenvalue's Gaussian
 * @param probes random vectors, at least 2
 * @param steps products for each of them
 */
public record SpectralDensity(double width, int probes, int steps) {
    /**
     * Mean densities, whose integral is 1.
     *
     * @param error standard error, sampling and quadrature
     */
    public record Curve(double[] place, double[] density, double[] error) {}

    /**
     * The density of eigenvalues that are all known, without error.
     *
     * @param eigenvalues in any order; not modified
     * @param width standard deviation of each eigenvalue's Gaussian
     */
    public static Curve exact(double[] eigenvalues, double width, double[] places) {
        double[] density = Arrays.stream(places).map(place ->
                Arrays.stream(eigenvalues).map(value -> gaussian(place - value, width)).sum() / eigenvalues.length)
                .toArray();
        return new Curve(places, density, new double[places.length]);
    }

    /**
     * The density at some places.
     *
     * @param pairs the largest eigenvalues with their vectors, which are known; may be none
     */
    public Curve of(SymmetricOperator operator, Lanczos.Pairs pairs, double[] places, Seed seed) {
        int n = operator.dimension();
        int known = pairs.vectors().length;
        double left = (double) (n - known) / n;
        StreamingStatistics[] whole = statistics(places.length);
        StreamingStatistics[] half = statistics(places.length);
        for (int probe = 0; probe < probes && known < n; probe++) {
            RandomStream random = seed.stream(Purpose.OTHER, probe + 1);
            LanczosBasis basis = new LanczosBasis(operator, pairs.vectors(), random);
            int count = Math.min(steps, n - known);
            basis.extend(count);
            add(whole, places, basis, count);
            add(half, places, basis, Math.max(1, count / 2));
        }
        double[] density = new double[places.length];
        double[] error = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            for (int i = 0; i < known; i++) {
                density[k] += gaussian(places[k] - pairs.values()[i], width) / n;
            }
            if (known < n) {
                density[k] += left * whole[k].getMean();
                double quadrature = whole[k].getMean() - half[k].getMean();
                error[k] = left * Math.hypot(quadrature,
                        whole[k].getStandardDeviation() / Math.sqrt(whole[k].getN()));
            }
        }
        return new Curve(places, density, error);
    }

    private void add(StreamingStatistics[] sums, double[] places, LanczosBasis basis, int count) {
        Spectrum nodes = basis.values(count, 0);
        for (int k = 0; k < places.length; k++) {
            double sum = 0.0;
            for (int i = 0; i < nodes.values().length; i++) {
                double first = nodes.vectors()[i][0];
                sum += first * first * gaussian(places[k] - nodes.values()[i], width);
            }
            sums[k].addValue(sum);
        }
    }

    private static StreamingStatistics[] statistics(int count) {
        StreamingStatistics[] all = new StreamingStatistics[count];
        Arrays.setAll(all, k -> new StreamingStatistics());
        return all;
    }

    private static double gaussian(double distance, double width) {
        double z = distance / width;
        return Math.exp(-0.5 * z * z) / (width * Math.sqrt(2.0 * Math.PI));
    }
}
