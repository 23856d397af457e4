package org.thalweg.spectra;

import org.thalweg.network.Layer;

/**
 * sum over rows s, s' of W of (w_s . w_s') tr H_{s s'}, H_{s s'} the block of the Hessian of rows s and s': flatness of
 * a layer that rescaling between layers leaves alone [PKSAB21].
 *
 * <p>With the columns w_j of W it is the sum over inputs a and j of v^T H v, where v is w_j in column a and 0
 * elsewhere: inputs^2 products. Where a layer has fewer outputs than inputs, unit vectors are fewer: inputs x outputs
 * products.
 */
public final class RelativeFlatness {
    private RelativeFlatness() {}

    /**
     * Of one layer.
     *
     * @param hessian of all parameters
     * @param theta not modified
     */
    public static double of(Layer layer, SymmetricOperator hessian, double[] theta) {
        double[] v = new double[hessian.dimension()];
        double[] product = new double[hessian.dimension()];
        return layer.outputs() < layer.inputs() ? byUnits(layer, hessian, theta, v, product)
                : byColumns(layer, hessian, theta, v, product);
    }

    private static double byColumns(
            Layer layer, SymmetricOperator hessian, double[] theta, double[] v, double[] product) {
        double sum = 0.0;
        for (int j = 0; j < layer.inputs(); j++) {
            for (int a = 0; a < layer.inputs(); a++) {
                for (int s = 0; s < layer.outputs(); s++) {
                    v[at(layer, s, a)] = theta[at(layer, s, j)];
                }
                hessian.apply(v, product);
                for (int s = 0; s < layer.outputs(); s++) {
                    sum += v[at(layer, s, a)] * product[at(layer, s, a)];
                    v[at(layer, s, a)] = 0.0;
                }
            }
        }
        return sum;
    }

    private static double byUnits(
            Layer layer, SymmetricOperator hessian, double[] theta, double[] v, double[] product) {
        double[] overlaps = new double[layer.outputs()];
        double sum = 0.0;
        for (int s = 0; s < layer.outputs(); s++) {
            for (int t = 0; t < layer.outputs(); t++) {
                overlaps[t] = 0.0;
                for (int j = 0; j < layer.inputs(); j++) {
                    overlaps[t] += theta[at(layer, s, j)] * theta[at(layer, t, j)];
                }
            }
            for (int a = 0; a < layer.inputs(); a++) {
                v[at(layer, s, a)] = 1.0;
                hessian.apply(v, product);
                v[at(layer, s, a)] = 0.0;
                for (int t = 0; t < layer.outputs(); t++) {
                    sum += overlaps[t] * product[at(layer, t, a)];
                }
            }
        }
        return sum;
    }

    private static int at(Layer layer, int output, int input) {
        return layer.weightsFrom() + output * layer.inputs() + input;
    }
}
