package org.thalweg.results.claim.learned;

import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;

/**
 * The space of the leading eigenvectors of a Hessian. Single vectors change places where eigenvalues cross; the space
 * does not notice.
 *
 * @param vectors orthonormal; not to be modified
 */
record LeadingSpace(double[][] vectors) {
    /** Of residuals, relative to the largest eigenvalue: displacements are known to more digits than seeds scatter. */
    private static final double NEAR = 1e-6;
    private static final int MOST_PRODUCTS = 500;

    /** At a point. */
    static LeadingSpace at(Propagation network, double[] theta, int dimension, Seed seed) {
        return new LeadingSpace(new Lanczos(dimension, 0, NEAR, MOST_PRODUCTS).of(NetworkMatrix.HESSIAN.at(network, theta), seed)
                .first(dimension).vectors());
    }

    /**
     * How far it is from another of the same dimension K: 1 - |V^T W|^2 / K, 0 for the same space and 1 for orthogonal
     * ones.
     */
    double displacement(LeadingSpace other) {
        double squares = 0.0;
        for (double[] v : vectors) {
            for (double[] w : other.vectors) {
                double product = 0.0;
                for (int i = 0; i < v.length; i++) {
                    product += v[i] * w[i];
                }
                squares += product * product;
            }
        }
        return 1.0 - squares / vectors.length;
    }

    /**
     * On how few parameters it rests: sum_j p_j^2 with p_j the mean of v_j^2 over an orthonormal basis, whichever. Of one
     * vector it is the inverse participation ratio; between 1/n and 1.
     */
    double localisation() {
        double sum = 0.0;
        for (int j = 0; j < vectors[0].length; j++) {
            double share = 0.0;
            for (double[] v : vectors) {
                share += v[j] * v[j] / vectors.length;
            }
            sum += share * share;
        }
        return sum;
    }
}
