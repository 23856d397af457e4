package org.thalweg.model.loss;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Landmarks;
import org.thalweg.symbolic.Expression;

/**
 * The loss L(theta), with its exact derivatives.
 *
 * <p>Points are arrays of length {@link #dimension()}; blocks are structures of arrays, {@code theta[i][k]} being
 * coordinate i of particle k. Immutable and shared between threads.
 */
public interface LossSurface {
    /** The names of the coordinates, x (along) first. */
    List<String> coordinates();

    /** The number of parameters. */
    default int dimension() {
        return coordinates().size();
    }

    /** The loss at a point. */
    double value(double[] theta);

    /**
     * The gradient at a point.
     *
     * @param theta not modified
     * @param gradient modified: length {@link #dimension()}
     */
    void gradient(double[] theta, double[] gradient);

    /**
     * The Hessian at a point.
     *
     * @param theta not modified
     * @param hessian modified: {@link #dimension()} squared, symmetric
     */
    void hessian(double[] theta, double[][] hessian);

    /** Where the surface has something to show: known minima, and kinks where derivatives jump. */
    default Landmarks landmarks() {
        return Landmarks.NONE;
    }

    /** The units in which the surface speaks of coordinate {@code i}. */
    default Frame frame(int i) {
        return Frame.PLAIN;
    }

    /**
     * The x that belong to this surface's valleys, where the loss of one parameter does not rise for ever: beyond a
     * finite end it falls away. No walker gets there that the noise does not carry over the ridge, and a stationary
     * density on an open line is that within.
     */
    default Interval basin() {
        return Interval.LINE;
    }

    /** What kind of place this is; a valley says its shape by it. */
    default Geometry geometry() {
        return Geometry.open(dimension());
    }

    /** What is learned, if this surface is the loss of a network over samples. */
    default Optional<LearningTask> task() {
        return Optional.empty();
    }

    /** What is worth measuring along paths on this surface, beside the standard diagnostics. */
    default List<PathQuantity> pathQuantities() {
        return List.of();
    }

    /** True where the loss changes with learning time by itself; then {@link #at} tells what it is. */
    default boolean timeDependent() {
        return false;
    }

    /**
     * The loss as it is at a time, which does not change any more: what a step that begins then sees. All other methods
     * of a surface speak of time 0.
     *
     * @param time learning time, at least 0
     */
    default LossSurface at(double time) {
        return this;
    }

    /**
     * The gradient as expressions of the coordinates, where it can be written down: then a whole time step is compiled
     * into one loop.
     */
    default Optional<List<Expression>> gradientExpressions() {
        return Optional.empty();
    }

    /** A worker for blocks of up to {@code capacity} particles; it may own scratch memory, so use one per thread. */
    default SurfaceKernel bind(int capacity) {
        return new PointwiseSurfaceKernel(this);
    }
}
