package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.data.DataSet;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.formula.Key.Type;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.Output;
import org.thalweg.network.Weights;
import org.thalweg.refusal.Refusal;

/** Reads {@link NetworkSurface} from a model file. */
final class NetworkReader {
    /** The keys beside {@code kind}. */
    static final List<Key> KEYS = List.of(
            Key.mapping("data", "the data set", DataReader.KEYS.toArray(Key[]::new)),
            Key.required("layers", Type.NUMBERS, "a list: inputs, units of each hidden layer, outputs"),
            Key.optional("activation", Type.TEXT,
                    "of hidden units: tanh (if left out), relu, softplus, sigmoid, shifted-relu or identity"),
            Key.optional("biases", Type.TEXT, "true or false; true if left out"),
            Key.optional("output", Type.TEXT, "cross-entropy (of the softmax; if left out) or mse, half the squared"
                    + " distance; both as means over samples"),
            Key.optional("batch-norm", Type.TEXT, "true: inputs of hidden units are normalised, by the batch in"
                    + " training, by all samples to train on elsewhere, tests included; false if left out"),
            Key.optional("weights", Type.TEXT, "real (if left out), or one-bit: their signs alone, times sqrt(2/inputs)"));

    /** Layers of more parameters, or units, than anything that this engine is for. */
    private static final double MOST_UNITS = 1e6;

    /**
     * A start as a list, its copies, and gradient, velocity and parameters of a worker; measured with 1.5e6 parameters.
     */
    private static final long BYTES_PER_PARAMETER = 128;

    /** Inputs and weights of this size, on two layers, have a Hessian whose squares are doubles. */
    private static final double MOST_SIZE = 1e30;

    private NetworkReader() {}

    static Optional<LossSurface> read(Fields fields) {
        List<Double> layers = fields.positives("layers");
        layers.stream().filter(w -> !w.isNaN() && (w != Math.rint(w) || w > MOST_UNITS)).findFirst().ifPresent(width ->
                fields.problem("layers", "the width of a layer is " + width, "give whole numbers from 1 to "
                        + (int) MOST_UNITS));
        Activation activation =
                fields.choice("activation", List.of(Activation.values()), Activation::key, Activation.TANH);
        Output output = fields.choice("output", List.of(Output.values()), Output::key, Output.CROSS_ENTROPY);
        boolean biases = !fields.has("biases") || fields.flag("biases");
        boolean batchNorm = fields.has("batch-norm") && fields.flag("batch-norm");
        Weights weights = fields.choice("weights", List.of(Weights.values()), Weights::key, Weights.REAL);
        boolean soundBefore = fields.sound();
        boolean numbers = output == Output.MSE && layers.get(layers.size() - 1) == 1.0;
        Fields source = fields.mapping("data");
        Optional<DataSet> data = fields.isMapping("data") ? DataReader.read(source, numbers) : Optional.empty();
        if (!soundBefore || data.isEmpty()) {
            return Optional.empty();
        }
        try {
            Architecture architecture = new Architecture(
                    layers.stream().map(Double::intValue).toList(), activation, output, biases, batchNorm,
                    weights);
            if (beyondMemory(fields, architecture.parameters()) || beyondNumbers(fields, data.get())) {
                return Optional.empty();
            }
            return Optional.of(new NetworkSurface(LearningTask.of(architecture, data.get())));
        } catch (Refusal refusal) {
            DataReader.report(fields, Stream.of("output", "batch-norm").filter(refusal.getMessage()::startsWith)
                    .findFirst().orElse("layers"), refusal);
            return Optional.empty();
        }
    }

    private static boolean beyondMemory(Fields fields, int parameters) {
        long most = Runtime.getRuntime().maxMemory() / BYTES_PER_PARAMETER;
        if (parameters > most) {
            fields.problem("layers", parameters + " parameters do not fit into memory", "use layers of at most " + most
                    + ", or more memory (JAVA_OPTS=-Xmx16g)");
        }
        return parameters > most;
    }

    /** Whether the largest input is so large, or so small, that squares of second derivatives are no doubles. */
    private static boolean beyondNumbers(Fields fields, DataSet data) {
        double largest = data.train().largest();
        boolean beyond = largest != 0.0 && !(largest >= 1.0 / MOST_SIZE && largest <= MOST_SIZE);
        if (beyond) {
            fields.problem("data", "the largest input is " + largest, "choose scale, shift and max so that it is"
                    + " from " + 1.0 / MOST_SIZE + " to " + MOST_SIZE);
        }
        return beyond;
    }
}
