package org.thalweg.network;

import java.util.Locale;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Where training begins: independent normal weights of a variance that depends on the layer, biases 0. */
public enum StartLaw {
    /** Variance 2 / inputs, which keeps the size of signals through rectified units (He et al. 2015). */
    HE_NORMAL {
        @Override
        public double variance(Layer layer) {
            return 2.0 / layer.inputs();
        }
    },
    /** Variance 2 / (inputs + outputs), a compromise between signals and gradients (Glorot and Bengio 2010). */
    GLOROT_NORMAL {
        @Override
        public double variance(Layer layer) {
            return 2.0 / (layer.inputs() + layer.outputs());
        }
    };

    /** The name in model files: "he-normal". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the weights of a layer. */
    public abstract double variance(Layer layer);

    /** Parameters drawn from a seed, factors of batch normalisation 1: each layer has its own stream. */
    public double[] draw(Architecture architecture, Seed seed) {
        return draw(architecture, FactorStart.ONE, seed);
    }

    /** As above, with the factors gamma drawn after the weights of their layer: these stay as they are. */
    public double[] draw(Architecture architecture, FactorStart factors, Seed seed) {
        double[] theta = new double[architecture.parameters()];
        for (Layer layer : architecture.layers()) {
            double[] weights = new double[layer.inputs() * layer.outputs()];
            RandomStream random = seed.stream(Purpose.START, layer.number());
            random.fillNormal(weights, weights.length);
            double deviation = Math.sqrt(variance(layer));
            for (int k = 0; k < weights.length; k++) {
                theta[layer.weightsFrom() + k] = deviation * weights[k];
            }
            double[] gamma = new double[layer.betaFrom() - layer.gammaFrom()];
            factors.draw(random, gamma);
            System.arraycopy(gamma, 0, theta, layer.gammaFrom(), gamma.length);
        }
        return theta;
    }
}
