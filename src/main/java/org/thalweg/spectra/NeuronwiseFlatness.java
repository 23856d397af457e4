package org.thalweg.spectra;

import org.thalweg.network.Layer;

/**
 * |w_s|^2 tr H_ss of each unit s of a layer, w_s its row of weights and H_ss the block of the Hessian of these weights:
 * the part of relative flatness [PKSAB21] that every unit has by itself. Moving size between layers leaves it alone.
 */
public final class NeuronwiseFlatness {
    private NeuronwiseFlatness() {}

    /**
     * Of the units of one layer.
     *
     * @param hessian of all parameters; a product for each weight
     * @param theta not modified
     */
    public static double[] of(Layer layer, SymmetricOperator hessian, double[] theta) {
        double[] unit = new double[hessian.dimension()];
        double[] product = new double[hessian.dimension()];
        double[] flatness = new double[layer.outputs()];
        for (int s = 0; s < layer.outputs(); s++) {
            double trace = 0.0;
            double squares = 0.0;
            for (int i = 0; i < layer.inputs(); i++) {
                int at = layer.weightsFrom() + s * layer.inputs() + i;
                unit[at] = 1.0;
                hessian.apply(unit, product);
                unit[at] = 0.0;
                trace += product[at];
                squares += theta[at] * theta[at];
            }
            flatness[s] = squares * trace;
        }
        return flatness;
    }
}
