package org.thalweg.model.paths;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

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
}
