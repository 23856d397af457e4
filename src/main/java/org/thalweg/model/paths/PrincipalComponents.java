package org.thalweg.model.paths;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.thalweg.compute.ScalarProduct;

/**
 * The axes of a cloud of points, and its variance along each of them.
 *
 * @param mean the centre of the cloud; not to be modified
 * @param variances falling; not to be modified
 * @param directions [component][coordinate], unit vectors at right angles; not to be modified
 */
public record PrincipalComponents(double[] mean, double[] variances, double[][] directions) {
    /**
     * The components of a cloud.
     *
     * @param mean its centre, kept
     * @param covariance symmetric, positive semi-definite; not modified
     */
    public static PrincipalComponents of(double[] mean, double[][] covariance) {
        // Decreasing order of the eigenvalues is Hipparchus' promise.
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance));
        double[][] directions = new double[mean.length][];
        for (int i = 0; i < mean.length; i++) {
            directions[i] = eigen.getEigenvector(i).toArray();
        }
        return new PrincipalComponents(mean, eigen.getEigenvalues(), directions);
    }

    /**
     * The components of a cloud of fewer points than coordinates, by the matrix of products between points: as many as
     * points, the last one without variance.
     *
     * @param points [point][coordinate]; not modified
     */
    public static PrincipalComponents ofPoints(double[][] points) {
        int n = points.length;
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / n;
            }
        }
        double[][] away = new double[n][mean.length];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < mean.length; i++) {
                away[k][i] = points[k][i] - mean[i];
            }
        }
        double[][] products = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int l = 0; l <= k; l++) {
                products[k][l] = ScalarProduct.of(away[k], away[l]) / n;
                products[l][k] = products[k][l];
            }
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(products, false));
        double[][] directions = new double[n][mean.length];
        for (int c = 0; c < n; c++) {
            double[] weights = eigen.getEigenvector(c).toArray();
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < mean.length; i++) {
                    directions[c][i] += weights[k] * away[k][i];
                }
            }
            double length = Math.sqrt(ScalarProduct.of(directions[c], directions[c]));
            for (int i = 0; i < mean.length; i++) {
                directions[c][i] /= length;
            }
        }
        return new PrincipalComponents(mean, eigen.getEigenvalues(), directions);
    }
}
