package org.thalweg.trajectory.scheme;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;

/**
 * A time step whose new coordinates are expressions of the old ones and of white numbers: all of it is compiled
 * together, so that drift and noise share what they have in common and nothing passes through memory in between.
 */
public final class CompiledStep implements Stepper {
    /** With more coordinates the rows of a block no longer fit into the first-level cache, and nothing is gained. */
    static final int MOST_DIMENSIONS = 8;

    private final TapeKernel kernel;
    /** Coordinates, and after them what particles carry beside. */
    private final int dimension;
    private final int memory;
    /** Rows of white numbers, those of one law together: {@code groups[g]} are of law {@code laws[g]}. */
    private final double[][][] groups;
    private final Increments[] laws;
    private final double[][] inputs;

    private final double[][] outputs;

    private CompiledStep(StepMap map, int memory, int capacity) {
        this.kernel = Tape.of(map.variables(), map.next()).bind(capacity);
        this.dimension = map.dimension();
        this.memory = memory;
        this.outputs = new double[dimension][];
        this.inputs = new double[map.variables()][];
        for (int row = dimension; row < inputs.length; row++) {
            inputs[row] = new double[capacity];
        }
        this.laws = map.white().stream().distinct().toArray(Increments[]::new);
        this.groups = new double[laws.length][][];
        for (int g = 0; g < laws.length; g++) {
            Increments law = laws[g];
            groups[g] = IntStream.range(0, map.white().size()).filter(w -> map.white().get(w) == law)
                    .mapToObj(w -> inputs[dimension + w]).toArray(double[][]::new);
        }
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
        return of(new StepMap(next, Collections.nCopies(next.size(), increments)), capacity);
    }

    /** The step that has been written down; nothing where there are too many coordinates. */
    static Optional<Stepper> of(StepMap map, int capacity) {
        return withMemory(map, 0, capacity);
    }

    /** The same where the last {@code memory} of the coordinates are the memory of the block. */
    public static Optional<Stepper> withMemory(StepMap map, int memory, int capacity) {
        return map.dimension() > MOST_DIMENSIONS
                ? Optional.empty() : Optional.of(new CompiledStep(map, memory, capacity));
    }

    @Override
    public void step(Block block, RandomStream random) {
        for (int g = 0; g < laws.length; g++) {
            laws[g].fill(random, groups[g], block.numbers());
            if (block.numbers() > block.count()) {
                for (double[] row : groups[g]) {
                    block.deal(row);
                }
            }
        }
        System.arraycopy(block.theta(), 0, outputs, 0, dimension - memory);
        System.arraycopy(block.memory(), 0, outputs, dimension - memory, memory);
        System.arraycopy(outputs, 0, inputs, 0, dimension);
        kernel.evaluate(inputs, block.count(), outputs);
    }
}
