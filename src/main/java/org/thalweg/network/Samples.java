package org.thalweg.network;

import java.util.Arrays;
import org.thalweg.refusal.Refusal;

/** Inputs, and what should come of them: a class for each, or numbers. Immutable; arrays are copied. */
public final class Samples {
    private final int count;
    private final int features;
    private final double[] inputs;
    private final int[] labels;
    private final double[] targets;
    private final int outputs;

    private Samples(int features, double[] rows, int[] labels, double[] targets, int outputs) {
        if (features < 1 || rows.length == 0 || rows.length % features != 0) {
            throw new Refusal("samples: " + rows.length + " numbers are no whole rows of " + features);
        }
        this.features = features;
        this.count = rows.length / features;
        this.labels = labels;
        this.targets = targets;
        this.outputs = outputs;
        this.inputs = rows.clone();
        for (int k = 0; k < rows.length; k++) {
            if (!Double.isFinite(rows[k])) {
                throw new Refusal("samples: input " + (k % features + 1) + " of sample " + (k / features + 1) + " is "
                        + rows[k] + "; finite numbers are needed");
            }
        }
    }

    /**
     * Samples of classes.
     *
     * @param rows sample after sample, {@code features} numbers each; not modified
     * @param labels the class of each sample, 0 to {@code classes} - 1; not modified
     */
    public static Samples ofClasses(int features, double[] rows, int[] labels, int classes) {
        Samples samples = new Samples(features, rows, labels.clone(), null, classes);
        if (labels.length != samples.count) {
            throw new Refusal("samples: " + labels.length + " labels for " + samples.count + " samples");
        }
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] < 0 || labels[n] >= classes) {
                throw new Refusal("samples: label " + labels[n] + " of sample " + (n + 1) + " is not one of the "
                        + classes + " classes 0 to " + (classes - 1));
            }
        }
        return samples;
    }

    /**
     * Samples with numbers that should come of them.
     *
     * @param rows sample after sample, {@code features} numbers each; not modified
     * @param targets sample after sample, {@code outputs} numbers each; not modified
     */
    public static Samples ofTargets(int features, double[] rows, int outputs, double[] targets) {
        Samples samples = new Samples(features, rows, null, targets.clone(), outputs);
        if (targets.length != samples.count * outputs) {
            throw new Refusal("samples: " + targets.length + " targets for " + samples.count + " samples of "
                    + outputs + " outputs");
        }
        for (int k = 0; k < targets.length; k++) {
            if (!Double.isFinite(targets[k])) {
                throw new Refusal("samples: target " + (k % outputs + 1) + " of sample " + (k / outputs + 1) + " is "
                        + targets[k] + "; finite numbers are needed");
            }
        }
        return samples;
    }

    /** The first ones, in their order; all where there are no more. */
    public Samples first(int most) {
        int fewer = Math.min(most, count);
        double[] rows = Arrays.copyOf(inputs, fewer * features);
        return labels != null ? ofClasses(features, rows, Arrays.copyOf(labels, fewer), outputs)
                : ofTargets(features, rows, outputs, Arrays.copyOf(targets, fewer * outputs));
    }

    /** The same inputs with other classes, as many as before; not modified. */
    public Samples withLabels(int[] others) {
        return ofClasses(features, inputs, others, outputs);
    }

    /** The same inputs with one number each that should come of them; not modified. */
    public Samples withTarget(double[] target) {
        return ofTargets(features, inputs, 1, target);
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Numbers in each. */
    public int features() {
        return features;
    }

    /** Classes, or targets of each. */
    public int outputs() {
        return outputs;
    }

    /** True where every sample has a class. */
    public boolean haveClasses() {
        return labels != null;
    }

    /** A number of a sample. */
    public double input(int sample, int feature) {
        return inputs[sample * features + feature];
    }

    /** The largest absolute value of all inputs. */
    public double largest() {
        double largest = 0.0;
        for (double input : inputs) {
            largest = Math.max(largest, Math.abs(input));
        }
        return largest;
    }

    /** The class of a sample; only where there are classes. */
    public int label(int sample) {
        return labels[sample];
    }

    /** What output {@code k} should be: 1 for the sample's class and 0 for others, or its target. */
    public double target(int sample, int k) {
        return labels == null ? targets[sample * outputs + k] : labels[sample] == k ? 1.0 : 0.0;
    }

    /** Sample after sample; not to be modified. */
    double[] rows() {
        return inputs;
    }

    /** By all numbers. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Samples s && s.features == features && s.outputs == outputs
                && Arrays.equals(s.labels, labels) && Arrays.equals(s.targets, targets)
                && Arrays.equals(s.inputs, inputs);
    }

    /** Of the sizes alone: sets of the same size are few. */
    @Override
    public int hashCode() {
        return 31 * (31 * count + features) + outputs;
    }
}
