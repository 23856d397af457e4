package org.thalweg.model.optimiser;

import java.util.Map;

/** How gradients become a step. Stateless, equal by value; work goes through {@link #bind}. */
public sealed interface Optimiser permits BaseRule, ValleyAdaptor, SharpnessAware, SpectralRange, Decentralised {
    /** The name in model files. */
    String kind();

    /** The rule that others feed, itself where there is none inside. */
    BaseRule innermost();

    /** True where it is plain gradient descent, whatever it remembers: its numbers leave the gradient alone. */
    boolean gradientAlone();

    /** Rows of numbers that are remembered from step to step for so many rows of coordinates; they begin at zero. */
    int memory(int rows);

    /** Batches drawn in an iteration. */
    default int learners() {
        return 1;
    }

    /** True where the gradient of one batch is asked for at more than one place. */
    default boolean asksAgain() {
        return false;
    }

    /** True where the bound of the Hessian is asked for. */
    default boolean asksBound() {
        return false;
    }

    /** A worker for points that lie in a given way. */
    OptimiserKernel bind(Layout layout);

    /** Its numbers, by their keys in model files. */
    Map<String, Object> settings();

    /** In a word or two, for figures: the kind, and the number that matters most. */
    default String brief() {
        return kind();
    }

    /** In words: kind and numbers. */
    default String description() {
        StringBuilder text = new StringBuilder(kind());
        String separator = " (";
        for (Map.Entry<String, Object> entry : settings().entrySet()) {
            Object value = entry.getValue() instanceof Optimiser inner ? inner.description() : entry.getValue();
            text.append(separator).append(entry.getKey()).append(' ').append(value);
            separator = ", ";
        }
        return settings().isEmpty() ? text.toString() : text.append(')').toString();
    }
}
