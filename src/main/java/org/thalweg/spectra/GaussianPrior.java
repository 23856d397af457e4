package org.thalweg.spectra;

import java.util.Arrays;
import org.thalweg.network.Architecture;
import org.thalweg.network.Layer;

/**
 * A normal law of the parameters that is chosen before samples are seen, independent in each, and the one about a
 * trained point that curvature makes of it (PAC-Bayes, [LGZCB20]).
 *
 * <p>Moved along with {@link Rescaling}, point and prior together, every number here stays: variances go with the square
 * of the parameters that they are of.
 *
 * @param mean not to be modified
 * @param variance of each parameter, positive; not to be modified
 */
public record GaussianPrior(double[] mean, double[] variance) {
    /**
     * About a start that has seen no samples, as wide as the weights there: in each layer the mean square of its
     * weights, or 1 / inputs where they are 0. Biases of layer k have that of their weights, times what the layers
     * before make of a unit input: the product of inputs times mean square.
     */
    public static GaussianPrior about(Architecture architecture, double[] start) {
        double[] variance = new double[start.length];
        double before = 1.0;
        for (Layer layer : architecture.layers()) {
            int from = layer.weightsFrom();
            int end = layer.biasesFrom();
            double squares = 0.0;
            for (int i = from; i < end; i++) {
                squares += start[i] * start[i];
            }
            double own = squares > 0.0 ? squares / (end - from) : 1.0 / layer.inputs();
            Arrays.fill(variance, from, end, own);
            Arrays.fill(variance, end, layer.end(), own * before);
            before *= own * layer.inputs();
        }
        return new GaussianPrior(start.clone(), variance);
    }

    /** As wide as {@code factor} times the variance. */
    public GaussianPrior wider(double factor) {
        return new GaussianPrior(mean, Arrays.stream(variance).map(v -> factor * v).toArray());
    }

    /**
     * Variances of the posterior, 1 / max(H_jj, 1 / variance): those of the prior, but no more than curvature allows.
     *
     * @param curvature the diagonal of the Hessian of the mean loss; not modified
     */
    public double[] posterior(double[] curvature) {
        double[] posterior = new double[variance.length];
        Arrays.setAll(posterior, j -> 1.0 / Math.max(curvature[j], 1.0 / variance[j]));
        return posterior;
    }

    /**
     * The Kullback-Leibler divergence of a normal law from this prior.
     *
     * @param theta its mean; not modified
     * @param posterior its variances; not modified
     */
    public double divergence(double[] theta, double[] posterior) {
        double twice = 0.0;
        for (int j = 0; j < theta.length; j++) {
            double ratio = posterior[j] / variance[j];
            double shift = theta[j] - mean[j];
            twice += ratio - 1.0 - Math.log(ratio) + shift * shift / variance[j];
        }
        return 0.5 * twice;
    }

    /**
     * An upper bound of {@link #divergence} from {@link #posterior}, by what is sharp alone: half of the sum of
     * ln(variance H_jj) over parameters where it is positive (the effective curvature), and the shift.
     */
    public double sharpPart(double[] theta, double[] curvature) {
        double twice = 0.0;
        for (int j = 0; j < theta.length; j++) {
            double shift = theta[j] - mean[j];
            double sharp = variance[j] * curvature[j];
            twice += (sharp > 1.0 ? Math.log(sharp) : 0.0) + shift * shift / variance[j];
        }
        return 0.5 * twice;
    }
}
