package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Landmarks;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * One sigmoid neuron that tells two classes apart, sigmoid(x u + y) for an input u: weight x, bias y, mean
 * cross-entropy over n inputs N(1, 1) with the label 0 and n inputs N(-1, 1) with the label 1, drawn by a seed. The
 * one-neuron case of the code of He, Huang and Yuan (NeurIPS 2019): n = 10.
 *
 * <p>Value, gradient and Hessian are written by hand: they are loops over the samples, which as expressions would be
 * code as long as the data.
 *
 * <ul>
 *   <li>Separable data (probable for few inputs) have no minimum: the loss falls for ever towards x = -infinity, and
 *       {@link #landmarks()} lists none.
 * </ul>
 */
public final class LogisticNeuron extends ByValue implements LossSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("logistic-neuron",
            "one sigmoid neuron, weight x and bias y, on two overlapping classes",
            List.of(Key.required("seed", Key.Type.NUMBER, "whole number that draws the data"),
                    Key.optional("samples", Key.Type.NUMBER, "inputs of each class; 10 if left out")),
            "{kind: logistic-neuron, seed: 1, samples: 10}",
            LogisticNeuron::read);

    private static final int SAMPLES = 10;

    /** Newton's method from the origin: quadratic, so that either these suffice or there is no minimum. */
    private static final int NEWTON_STEPS = 50;

    /** Gradient at what counts as the minimum: some hundred rounding errors of a mean of numbers of order one. */
    private static final double STATIONARY = 1e-13;

    private final long seed;
    private final double[] inputs;
    /** Found when first asked for, by Newton's method. */
    private volatile Landmarks landmarks;

    private LogisticNeuron(long seed, double[] inputs) {
        this.seed = seed;
        this.inputs = inputs;
    }

    /**
     * The neuron on data of its own.
     *
     * @param seed draws the data
     * @param samples inputs of each class, at least 1
     */
    public static LogisticNeuron of(long seed, int samples) {
        double[] inputs = new double[2 * samples];
        RandomStream random = new Seed(seed).stream(Purpose.DATA, 0);
        random.fillNormal(inputs, inputs.length);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] += i < samples ? 1.0 : -1.0;
        }
        return new LogisticNeuron(seed, inputs);
    }

    private static Optional<LossSurface> read(Fields fields) {
        double seed = fields.number("seed");
        double samples = fields.number("samples", SAMPLES);
        if (seed != Math.rint(seed)) {
            fields.problem("seed", "seed is " + seed, "give a whole number");
        }
        if (samples != Math.rint(samples) || samples < 1.0 || samples > 1e6) {
            fields.problem("samples", "samples is " + samples, "give a whole number from 1 to a million");
        }
        return fields.sound() ? Optional.of(of((long) seed, (int) samples)) : Optional.empty();
    }

    @Override
    public List<String> coordinates() {
        return List.of("x", "y");
    }

    private boolean label(int i) {
        return 2 * i >= inputs.length;
    }

    /** The mean of ln(1 + e^z) for the label 0 and ln(1 + e^-z) for the label 1, without overflow. */
    @Override
    public double value(double[] theta) {
        double sum = 0.0;
        for (int i = 0; i < inputs.length; i++) {
            double z = theta[0] * inputs[i] + theta[1];
            double wrong = label(i) ? -z : z;
            sum += Math.max(wrong, 0.0) + StrictMath.log1p(Math.exp(-Math.abs(z)));
        }
        return sum / inputs.length;
    }

    private static double sigmoid(double z) {
        return 1.0 / (1.0 + Math.exp(-z));
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        double byWeight = 0.0;
        double byBias = 0.0;
        for (int i = 0; i < inputs.length; i++) {
            double error = sigmoid(theta[0] * inputs[i] + theta[1]) - (label(i) ? 1.0 : 0.0);
            byWeight += error * inputs[i];
            byBias += error;
        }
        gradient[0] = byWeight / inputs.length;
        gradient[1] = byBias / inputs.length;
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        double xx = 0.0;
        double xy = 0.0;
        double yy = 0.0;
        for (double u : inputs) {
            double p = sigmoid(theta[0] * u + theta[1]);
            double q = p * (1.0 - p);
            xx += q * u * u;
            xy += q * u;
            yy += q;
        }
        hessian[0][0] = xx / inputs.length;
        hessian[0][1] = xy / inputs.length;
        hessian[1][0] = hessian[0][1];
        hessian[1][1] = yy / inputs.length;
    }

    /** The minimum, by Newton's method; none for separable data. */
    @Override
    public Landmarks landmarks() {
        Landmarks known = landmarks;
        if (known == null) {
            known = newton();
            landmarks = known;
        }
        return known;
    }

    private Landmarks newton() {
        double[] theta = new double[2];
        double[] g = new double[2];
        double[][] h = new double[2][2];
        for (int k = 0; k < NEWTON_STEPS; k++) {
            gradient(theta, g);
            if (Math.hypot(g[0], g[1]) < STATIONARY) {
                return new Landmarks(List.of(theta), List.of());
            }
            hessian(theta, h);
            double determinant = h[0][0] * h[1][1] - h[0][1] * h[0][1];
            theta[0] -= (h[1][1] * g[0] - h[0][1] * g[1]) / determinant;
            theta[1] -= (h[0][0] * g[1] - h[0][1] * g[0]) / determinant;
        }
        return Landmarks.NONE;
    }

    /** {@code averaged_x} and {@code averaged_y}: the running average of all iterates after the start. */
    @Override
    public List<PathQuantity> pathQuantities() {
        return List.of(
                PathQuantity.average(Quantity.AVERAGED_X, 0.0,
                        (theta, count, value) -> System.arraycopy(theta[0], 0, value, 0, count)),
                PathQuantity.average(Quantity.AVERAGED_Y, 0.0,
                        (theta, count, value) -> System.arraycopy(theta[1], 0, value, 0, count)));
    }

    @Override
    protected Object[] parts() {
        return new Object[] {seed, inputs};
    }

    /** How the data came about. */
    @Override
    public String toString() {
        return "logistic neuron on " + inputs.length + " inputs drawn by seed " + seed;
    }
}
