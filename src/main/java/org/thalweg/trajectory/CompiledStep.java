package org.thalweg.trajectory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * A time step whose new coordinates are expressions of the old ones and of white numbers: all of it is compiled
 * together, so that drift and noise share what they have in common and nothing passes through memory in between.
 */
final class CompiledStep implements Stepper {
    /** With more coordinates the rows of a block no longer fit into the first-level cache, and nothing is gained. */
    private static final int MOST_DIMENSIONS = 8;

    private final Increments increments;
    private final TapeKernel kernel;
    private final double[][] white;
    private final double[][] inputs;

    private CompiledStep(Tape tape, int dimension, Increments increments, int capacity) {
        this.increments = increments;
        this.kernel = tape.bind(capacity);
        this.white = new double[dimension][capacity];
        this.inputs = new double[2 * dimension][];
        System.arraycopy(white, 0, inputs, dimension, dimension);
    }

    /** The white numbers of a step in {@code dimension} coordinates, which are the variables before them. */
    static List<Expression> white(int dimension) {
        return IntStream.range(dimension, 2 * dimension).mapToObj(Expression.Variable::new)
                .collect(Collectors.toList());
    }

    /**
     * The step to the given coordinates; nothing where there are too many of them.
     *
     * @param next expressions of the coordinates and of {@link #white}
     */
    static Optional<Stepper> of(List<Expression> next, Increments increments, int capacity) {
        int dimension = next.size();
        return dimension > MOST_DIMENSIONS
                ? Optional.empty()
                : Optional.of(new CompiledStep(Tape.of(2 * dimension, next), dimension, increments, capacity));
    }

    @Override
    public void step(Block block, RandomStream random) {
        increments.fill(random, white, block.count());
        System.arraycopy(block.theta(), 0, inputs, 0, white.length);
        kernel.evaluate(inputs, block.count(), block.theta());
    }
}
