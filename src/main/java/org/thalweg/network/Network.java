package org.thalweg.network;

import org.thalweg.refusal.Refusal;

/**
 * The loss of a network over samples, as a function of its parameters: one more loss surface. Immutable and shared;
 * work goes through {@link #bind()}.
 *
 * @param architecture the layers
 * @param samples over which the loss is a mean
 */
public record Network(Architecture architecture, Samples samples) {
    /** Refuses samples that do not fit the layers. */
    public Network {
        if (samples.features() != architecture.inputs()) {
            throw new Refusal("layers: the first width is " + architecture.inputs() + ", samples have "
                    + samples.features() + " numbers; make it " + samples.features());
        }
        boolean twoByOne = samples.haveClasses() && samples.outputs() == 2 && architecture.outputs() == 1;
        boolean fit = samples.haveClasses() ? samples.outputs() <= architecture.outputs()
                : samples.outputs() == architecture.outputs();
        if (!fit && !twoByOne) {
            throw new Refusal("layers: the last width is " + architecture.outputs() + ", samples have "
                    + samples.outputs() + (samples.haveClasses() ? " classes" : " targets") + "; make it "
                    + samples.outputs());
        }
        if (architecture.output() == Output.CROSS_ENTROPY && !samples.haveClasses()) {
            throw new Refusal("output: cross-entropy needs a class for each sample; give labels, or use mse");
        }
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

    /** The same layers over other samples, such as a test set. */
    public Network over(Samples others) {
        return new Network(architecture, others);
    }

    /** A worker with its own memory, for one thread. */
    public Propagation bind() {
        return new Propagation(this);
    }
}
