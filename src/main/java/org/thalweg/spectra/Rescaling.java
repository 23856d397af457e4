package org.thalweg.spectra;

import java.util.Arrays;
import org.thalweg.network.Architecture;
import org.thalweg.network.Layer;
import org.thalweg.refusal.Refusal;

/**
 * Moving size between the layers of a positively homogeneous network, which leaves its function alone [DPBB17]: weights
 * of layer k times alpha_k, biases of layer k times alpha_1 ... alpha_k, where the product of all alpha is 1.
 *
 * <p>With f_i the factor of parameter i, the gradient at the new point is g_i / f_i and the Hessian H_ij / (f_i f_j), H
 * and g those at the old one. Derived in {@code docs/theory/networks.md}.
 */
public final class Rescaling {
    private final double[] factors;

    private Rescaling(double[] factors) {
        this.factors = factors;
    }

    /**
     * By a factor for each layer; refuses batch normalisation, units that are not positively homogeneous, and factors
     * that are not positive or whose product is not 1.
     */
    public static Rescaling of(Architecture architecture, double... alpha) {
        if (!architecture.activation().positivelyHomogeneous() && architecture.layers().size() > 1) {
            throw new Refusal("rescaling: units of kind " + architecture.activation().key()
                    + " are not positively homogeneous; use relu or identity");
        }
        if (!architecture.weights().smooth()) {
            throw new Refusal("rescaling: of one-bit weights only signs matter; write weights: real");
        }
        if (architecture.batchNorm()) {
            throw new Refusal("rescaling: batch normalisation takes away the size of what it normalises; write"
                    + " batch-norm: false");
        }
        double product = Arrays.stream(alpha).reduce(1.0, (a, b) -> a * b);
        if (alpha.length != architecture.layers().size() || !Arrays.stream(alpha).allMatch(a -> a > 0.0)
                || Math.abs(product - 1.0) > 1e-12 * alpha.length) {
            throw new Refusal("rescaling: factors " + Arrays.toString(alpha) + "; one for each of the "
                    + architecture.layers().size() + " layers, positive, with the product 1");
        }
        double[] factors = new double[architecture.parameters()];
        double soFar = 1.0;
        for (Layer layer : architecture.layers()) {
            double own = alpha[layer.number() - 1];
            soFar *= own;
            Arrays.fill(factors, layer.weightsFrom(), layer.biasesFrom(), own);
            Arrays.fill(factors, layer.biasesFrom(), layer.end(), soFar);
        }
        return new Rescaling(factors);
    }

    /**
     * One layer's weights times alpha, another one's divided by it.
     *
     * @param larger number of the first, from 1
     * @param smaller number of the second
     */
    public static Rescaling between(Architecture architecture, int larger, int smaller, double alpha) {
        double[] factors = new double[architecture.layers().size()];
        if (larger == smaller || Math.min(larger, smaller) < 1 || Math.max(larger, smaller) > factors.length) {
            throw new Refusal("rescaling between layers " + larger + " and " + smaller + ": two of 1 to "
                    + factors.length);
        }
        Arrays.fill(factors, 1.0);
        factors[larger - 1] = alpha;
        factors[smaller - 1] = 1.0 / alpha;
        return of(architecture, factors);
    }

    /** The factor of each parameter, f. */
    public double[] factors() {
        return factors.clone();
    }

    /** The new point: theta_i f_i. */
    public double[] point(double[] theta) {
        double[] there = new double[theta.length];
        Arrays.setAll(there, i -> theta[i] * factors[i]);
        return there;
    }
}
