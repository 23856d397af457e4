package org.thalweg.network;

import java.util.Optional;
import org.thalweg.refusal.Refusal;

/**
 * The loss of a network over samples, as a function of its parameters: one more loss surface. Immutable and shared;
 * work goes through {@link #bind()}.
 *
 * @param architecture the layers
 * @param samples over which the loss is a mean
 * @param statistics the samples over which batch normalisation takes means and variances; where empty, as without batch
 *         normalisation, those that are asked for themselves
 */
public record Network(Architecture architecture, Samples samples, Optional<Samples> statistics) {
    /** What is wrong, and what can be done, where samples' gradients are asked for under batch normalisation. */
    public static final String NO_SAMPLE_GRADIENTS = "needs the gradient of each sample, and under batch normalisation"
            + " a sample has none of its own, since its loss depends on the others of its batch; use literal SGD, or"
            + " write batch-norm: false";

    /** The same where derivatives are asked for of one-bit weights. */
    public static final String NO_DERIVATIVES = "needs derivatives of the loss, and by one-bit weights it has none: it is"
            + " constant between changes of sign; use literal SGD, or write weights: real";

    /** Refuses samples that do not fit the layers, and statistics of a single sample. */
    public Network {
        if (samples.features() != architecture.inputs()) {
            throw new Refusal("layers: the first width is " + architecture.inputs() + ", samples have "
                    + samples.features() + " numbers; make it " + samples.features());
        }
        if (architecture.output() == Output.CROSS_ENTROPY && !samples.haveClasses()) {
            throw new Refusal("output: cross-entropy needs a class for each sample; give labels and no outputs, or use"
                    + " mse");
        }
        boolean twoByOne = samples.haveClasses() && samples.outputs() == 2 && architecture.outputs() == 1;
        boolean fit = samples.haveClasses() ? samples.outputs() <= architecture.outputs()
                : samples.outputs() == architecture.outputs();
        if (!fit && !twoByOne) {
            throw new Refusal("layers: the last width is " + architecture.outputs() + ", samples have "
                    + samples.outputs() + (samples.haveClasses()
                            ? " classes, labels 0 to " + (samples.outputs() - 1)
                            : samples.outputs() == 1 ? " target" : " targets")
                    + "; make it " + samples.outputs());
        }
        if (architecture.batchNorm() && statistics.orElse(samples).count() < 2) {
            throw new Refusal("batch-norm: " + Normalisation.ONE_SAMPLE);
        }
    }

    /** The mean loss over samples which are, where there is batch normalisation, normalised by themselves. */
    public Network(Architecture architecture, Samples samples) {
        this(architecture, samples, Optional.empty());
    }

    /** How many parameters there are. */
    public int parameters() {
        return architecture.parameters();
    }

    /**
     * What output {@code k} should be for a sample: its target, or 1 for its class and 0 for others. A single output of
     * two classes is 1 for class 1.
     */
    public double target(int sample, int k) {
        return architecture.outputs() == 1 && samples.haveClasses() ? samples.label(sample) : samples.target(sample, k);
    }

    /** The same layers over other samples, which are normalised by themselves. */
    public Network over(Samples others) {
        return new Network(architecture, others);
    }

    /** The same layers over samples to test on, which are normalised by the statistics of these samples. */
    public Network testedOn(Samples others) {
        return architecture.batchNorm() ? new Network(architecture, others, Optional.of(samples)) : over(others);
    }

    /** Why samples have no gradients of their own, and what can be done; empty where they have. */
    public Optional<String> withoutSampleGradients() {
        return architecture.batchNorm() ? Optional.of(NO_SAMPLE_GRADIENTS) : withoutDerivatives();
    }

    /** Why the loss has no derivatives, and what can be done; empty where it has. */
    public Optional<String> withoutDerivatives() {
        return architecture.weights().smooth() ? Optional.empty() : Optional.of(NO_DERIVATIVES);
    }

    /**
     * Refuses networks whose samples have no gradients of their own.
     *
     * @param what needs them
     */
    public void requireSampleGradients(String what) {
        refuse(what, withoutSampleGradients());
    }

    /** Refuses networks whose loss has no second derivatives. */
    void requireDerivatives(String what) {
        refuse(what, withoutDerivatives());
    }

    private static void refuse(String what, Optional<String> why) {
        if (why.isPresent()) {
            throw new Refusal(what + ": " + why.get());
        }
    }

    /** A worker with its own memory, for one thread. */
    public Propagation bind() {
        return new Propagation(this);
    }
}
