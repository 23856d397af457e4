package org.thalweg.model;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.symbolic.Expression;

/**
 * The Ito diffusion dX = b(X) dt + s(X) dW, whose density obeys dp/dt = -div(b p) + sum_ij d_i d_j (D_ij p) with
 * D = s s^T / 2.
 *
 * <p>This is the only place of the factor 1/2 between s s^T and D, {@link #half}: implementations give b and s, and the
 * tensor follows. Schemes for s have the halves of Ito's formula besides, each with its source. Time is learning time.
 * Immutable and shared between threads.
 */
public interface ItoDiffusion {
    /** The names of the coordinates. */
    List<String> coordinates();

    /** The number of coordinates. */
    default int dimension() {
        return coordinates().size();
    }

    /** What s may look like. */
    NoiseStructure noiseStructure();

    /**
     * The drift b at a point.
     *
     * @param point not modified
     * @param drift modified: length {@link #dimension()}
     */
    void drift(double[] point, double[] drift);

    /**
     * s s^T at a point, the covariance that the noise gathers per unit of time.
     *
     * @param point not modified
     * @param covariance modified: {@link #dimension()} squared, symmetric
     */
    void covarianceRate(double[] point, double[][] covariance);

    /**
     * The diffusion tensor D = s s^T / 2 at a point.
     *
     * @param point not modified
     * @param tensor modified: {@link #dimension()} squared, symmetric
     */
    default void diffusionTensor(double[] point, double[][] tensor) {
        covarianceRate(point, tensor);
        for (double[] row : tensor) {
            for (int j = 0; j < row.length; j++) {
                row[j] = half(row[j]);
            }
        }
    }

    /** D = s s^T / 2, of an entry of s s^T. */
    static double half(double covarianceRate) {
        return 0.5 * covarianceRate;
    }

    /** D_ii at a point. */
    default double diffusion(int i, double[] point) {
        double[][] tensor = new double[dimension()][dimension()];
        diffusionTensor(point, tensor);
        return tensor[i][i];
    }

    /** The valley L whose gradient the drift is, b = -grad L, if there is one. */
    default Optional<ValleyShape> valley() {
        return Optional.empty();
    }

    /** True where drift and amplitude change with time by themselves; this is the diffusion at time 0 then. */
    default boolean timeDependent() {
        return false;
    }

    /** The drift as expressions of the coordinates, where it can be written down. */
    default Optional<List<Expression>> driftExpressions() {
        return Optional.empty();
    }

    /**
     * s(theta) times white numbers of unit variance, where it can be written down.
     *
     * @param white expressions of them; the coordinates are the variables 0, 1, ...
     */
    default Optional<List<Expression>> diffuse(List<Expression> white) {
        return Optional.empty();
    }

    /** A worker for blocks of up to {@code capacity} particles; use one per thread. */
    DiffusionKernel bind(int capacity);
}
