package org.thalweg.network;

import java.util.Arrays;
import java.util.BitSet;
import org.thalweg.compute.BlockMath;
import org.thalweg.compute.Transposition;

/**
 * From outputs z to losses, to their derivatives by z, and to the products of their second derivatives S with tangents.
 * Scratch memory of one thread; rows are outputs, columns samples, in whole lines.
 */
final class OutputUnits {
    private final Network network;
    private final BlockMath math;
    private final int units;
    private double[] probability;
    private final double[] largest;
    final double[] loss;
    /** Outputs z. */
    private final double[] z;
    /** p - y, or z - t: derivatives of the losses by the outputs. */
    final double[] delta;

    /** {@code delta} is where they go. */
    OutputUnits(Network network, BlockMath math, int capacity, double[] delta) {
        this.network = network;
        this.math = math;
        units = network.architecture().outputs();
        probability = new double[units * capacity];
        largest = new double[capacity];
        loss = new double[capacity];
        z = new double[units * capacity];
        this.delta = delta;
    }

    /** What {@link #curve} needs of a batch. */
    double[] probability() {
        return probability;
    }

    /** Goes on with that of another batch; not modified, unless samples are evaluated. */
    void resume(double[] other) {
        probability = other;
    }

    /** Sample after sample becomes output after output. */
    void turn(Batch batch, double[] samples, double[] result) {
        Transposition.transpose(batch.count, units, samples, 0, units, result, batch.stride);
    }

    private boolean squares() {
        return network.architecture().output() == Output.MSE;
    }

    /**
     * The losses, and their derivatives by the outputs.
     *
     * @param values outputs, sample after sample; not modified
     */
    void evaluate(Batch batch, double[] values) {
        turn(batch, values, z);
        if (squares()) {
            squares(batch);
        } else if (units == 1) {
            logistic(batch);
        } else {
            softmax(batch);
        }
    }

    private void squares(Batch batch) {
        Arrays.fill(loss, 0, batch.count, 0.0);
        for (int k = 0; k < units; k++) {
            int row = k * batch.stride;
            for (int n = 0; n < batch.count; n++) {
                double r = z[row + n] - network.target(batch.number[n], k);
                delta[row + n] = r;
                loss[n] += 0.5 * r * r;
            }
        }
    }

    /** The softmax of 0 and z. */
    private void logistic(Batch batch) {
        System.arraycopy(z, 0, loss, 0, batch.stride);
        Activation.SOFTPLUS.apply(math, loss, probability, batch.stride);
        for (int n = 0; n < batch.count; n++) {
            double y = network.samples().label(batch.number[n]);
            loss[n] -= y * z[n];
            delta[n] = probability[n] - y;
        }
    }

    private void softmax(Batch batch) {
        int stride = batch.stride;
        math.softmax(z, units, stride, probability, largest, loss);
        System.arraycopy(probability, 0, delta, 0, units * stride);
        for (int n = 0; n < batch.count; n++) {
            int at = network.samples().label(batch.number[n]) * stride + n;
            loss[n] -= z[at] - largest[n];
            delta[at] -= 1.0;
        }
    }

    /**
     * Replaces tangents of the outputs by those of the derivatives: S times them, with S = diag(p) - p p^T, or 1.
     *
     * @param tangent modified
     */
    void curve(Batch batch, double[] tangent) {
        if (squares()) {
            return;
        }
        int stride = batch.stride;
        if (units == 1) {
            for (int n = 0; n < stride; n++) {
                tangent[n] *= probability[n] * (1.0 - probability[n]);
            }
            return;
        }
        math.softmaxTangent(probability, units, stride, tangent);
    }

    /**
     * What {@link #curve} does, for the second derivatives of the probability p_y of a sample's class divided by
     * itself: e e^T - S with e = y - p; for squared errors those of e^(-r^2/2).
     *
     * @param delta p - y, or z - t; not modified
     */
    void curveProbability(Batch batch, double[] delta, double[] tangent) {
        int stride = batch.stride;
        double[] along = new double[stride];
        for (int k = 0; k < units; k++) {
            for (int n = 0; n < stride; n++) {
                along[n] += delta[k * stride + n] * tangent[k * stride + n];
            }
        }
        curve(batch, tangent);
        for (int k = 0; k < units; k++) {
            for (int n = 0; n < stride; n++) {
                tangent[k * stride + n] = delta[k * stride + n] * along[n] - tangent[k * stride + n];
            }
        }
    }

    /** The losses of the batch added to a sum, one after the other. */
    double addLosses(Batch batch, double before) {
        double sum = before;
        for (int n = 0; n < batch.count; n++) {
            sum += loss[n];
        }
        return sum;
    }

    /** Multiplies derivatives by the outputs, as many numbers as any layer has the fewest of. */
    void scale(Batch batch, double[] deltas, double factor) {
        int size = units * batch.stride;
        for (int i = 0; i < size; i++) {
            deltas[i] *= factor;
        }
    }

    /** How many of the samples are put into a class that is not theirs; NaN is no class. */
    int errors(Batch batch) {
        int errors = 0;
        for (int n = 0; n < batch.count; n++) {
            errors += chosen(n, batch.stride) == network.samples().label(batch.number[n]) ? 0 : 1;
        }
        return errors;
    }

    /** Marks those of the samples that are put into a class that is not theirs. */
    void mark(Batch batch, int from, BitSet mistakes) {
        for (int n = 0; n < batch.count; n++) {
            mistakes.set(from + n, chosen(n, batch.stride) != network.samples().label(batch.number[n]));
        }
    }

    /** The first of the largest outputs; of a single one whether it is above the border between classes 0 and 1. */
    private int chosen(int n, int stride) {
        if (units == 1) {
            double border = squares() ? 0.5 : 0.0;
            return z[n] > border ? 1 : z[n] <= border ? 0 : -1;
        }
        int best = 0;
        for (int k = 0; k < units; k++) {
            double value = z[k * stride + n];
            if (value != value) {
                return -1;
            }
            best = value > z[best * stride + n] ? k : best;
        }
        return best;
    }
}
