package org.thalweg.spectra;

import org.thalweg.network.Propagation;

/** theta^T M theta = E (theta . g)^2, g the gradients of the samples: the squared Fisher-Rao norm [LPRS19]. */
public final class FisherRao {
    private FisherRao() {}

    /** At a point, without any gradient being formed. */
    public static double squaredNorm(Propagation network, double[] theta) {
        double[] products = new double[network.network().samples().count()];
        network.sampleProducts(theta, theta, products);
        double sum = 0.0;
        for (double product : products) {
            sum += product * product;
        }
        return sum / products.length;
    }
}
