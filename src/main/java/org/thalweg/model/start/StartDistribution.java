package org.thalweg.model.start;

import java.util.List;
import org.thalweg.random.RandomStream;

/**
 * Where particles start, if not all at one point. What a wall does to a step that ends beyond it, it does to a start
 * beyond it.
 */
public sealed interface StartDistribution permits IndependentStarts, StartsInTurn {
    /** The mean of each coordinate. */
    double[] mean();

    /** True where everybody starts at one place. */
    boolean point();

    /**
     * The starts of particles.
     *
     * @param theta modified: shape [dimension][at least {@code count}]
     * @param firstParticle the number in the ensemble of the first of them
     */
    void draw(RandomStream random, double[][] theta, int count, long firstParticle);

    /** The distribution as a mixture of products. */
    List<Part> parts();

    /** A rule for means over the distribution. */
    List<Node> nodes();

    /** A coarser rule: the difference tells the error of {@link #nodes()}. */
    List<Node> coarseNodes();

    /**
     * One product of laws, with its share.
     *
     * @param laws in the order of the coordinates
     * @param weight weights sum to 1
     */
    record Part(List<StartLaw> laws, double weight) {}

    /**
     * A start of a rule for means over the distribution.
     *
     * @param at the point; not to be modified
     * @param weight weights sum to 1
     */
    record Node(double[] at, double weight) {}
}
