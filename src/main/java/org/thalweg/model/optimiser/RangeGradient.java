package org.thalweg.model.optimiser;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;
import org.thalweg.network.Output;

/**
 * The upper bound of the largest eigenvalue of a Hessian by Wolkowicz and Styan, B = m + s sqrt(n - 1) with m = tr H /
 * n and s^2 = tr H^2 / n - m^2, and its exact gradient, for softmax cross-entropy of a network with one hidden layer of
 * smooth units (OSK26; docs/theory/optimisers.md). Both traces are closed forms, sums over samples and over pairs of
 * samples; the gradient goes backwards through them. Bound to one thread.
 */
public final class RangeGradient {
    private final Network network;
    private final boolean biases;
    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final int weights2;
    private final int biases2;
    private RangeTerms[] terms = new RangeTerms[0];
    private double trace;
    private double squareTrace;

    /** A worker; see {@link #refuses}. */
    public RangeGradient(Network network) {
        Architecture layers = network.architecture();
        this.network = network;
        this.biases = layers.biases();
        this.inputs = layers.widths().get(0);
        this.hidden = layers.widths().get(1);
        this.outputs = layers.widths().get(2);
        this.weights2 = hidden * inputs + (biases ? hidden : 0);
        this.biases2 = weights2 + outputs * hidden;
    }

    /** Why a network has no such bound in closed form; empty where it has. */
    public static Optional<String> refuses(Network network) {
        Architecture layers = network.architecture();
        boolean smooth = layers.activation() == Activation.TANH || layers.activation() == Activation.SIGMOID
                || layers.activation() == Activation.SOFTPLUS;
        if (layers.widths().size() != 3 || !smooth || layers.output() != Output.CROSS_ENTROPY
                || network.withoutSampleGradients().isPresent()) {
            return Optional.of("the bound is a closed form for cross-entropy of one hidden layer of tanh, sigmoid or"
                    + " softplus units without batch normalisation, of real weights");
        }
        return Optional.empty();
    }

    /** tr H of the samples asked for last. */
    public double trace() {
        return trace;
    }

    /** tr H^2 of the samples asked for last. */
    public double squareTrace() {
        return squareTrace;
    }

    /**
     * The bound over some samples and its gradient.
     *
     * @param list the samples; not modified
     * @param gradient modified: zero where the Hessian is a multiple of the identity, which has no direction to go
     * @return B
     */
    public double at(double[] theta, int[] list, int count, double[] gradient) {
        prepare(theta, list, count);
        int n = network.parameters();
        trace = 0.0;
        squareTrace = 0.0;
        for (int i = 0; i < count; i++) {
            trace += terms[i].trace() / count;
            for (int j = 0; j < count; j++) {
                squareTrace += terms[i].pair(terms[j]) / ((double) count * count);
            }
        }
        double mean = trace / n;
        double s = Math.sqrt(Math.max(0.0, squareTrace / n - mean * mean));
        Arrays.fill(gradient, 0.0);
        if (s > 0.0) {
            double root = Math.sqrt(n - 1.0);
            backwards(theta, count, (1.0 - root * mean / s) / n / count,
                    root / (2.0 * n * s) / ((double) count * count), gradient);
        }
        return mean + s * Math.sqrt(n - 1.0);
    }

    private void prepare(double[] theta, int[] list, int count) {
        if (terms.length < count) {
            terms = new RangeTerms[count];
            Arrays.setAll(terms, i -> new RangeTerms(inputs, hidden, outputs, biases));
        }
        double[] x = new double[inputs];
        for (int i = 0; i < count; i++) {
            int sample = list[i];
            Arrays.setAll(x, j -> network.samples().input(sample, j));
            terms[i].forward(network.architecture().activation(), theta, weights2, biases2, x,
                    network.samples().label(sample));
        }
    }

    private void backwards(double[] theta, int count, double ofTrace, double ofSquare, double[] gradient) {
        for (int i = 0; i < count; i++) {
            terms[i].begin(ofTrace);
            for (int j = 0; j < count; j++) {
                terms[i].add(terms[j], ofSquare);
            }
            terms[i].backward(theta, weights2, biases2, gradient);
        }
    }
}
