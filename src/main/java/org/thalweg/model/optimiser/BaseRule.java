package org.thalweg.model.optimiser;

/** An optimiser that sees one gradient an iteration and nothing else: what others feed with another gradient. */
public sealed interface BaseRule extends Optimiser permits GradientDescent, Adam, Lamb {
    /** Turns a gradient into a direction. */
    @FunctionalInterface
    interface Turn {
        /**
         * Turns.
         *
         * @param step the number of the iteration, from 0
         * @param theta where the gradient was taken; not modified
         * @param memory modified
         * @param gradient modified: becomes the direction
         */
        void turn(long step, int count, double[][] theta, double[][] memory, double[][] gradient);
    }

    /** A worker for points that lie in a given way. */
    Turn turn(Layout layout);

    @Override
    default BaseRule innermost() {
        return this;
    }

    @Override
    default OptimiserKernel bind(Layout layout) {
        Turn turn = turn(layout);
        return (iteration, learner, theta, memory, direction) -> {
            iteration.gradient(learner, theta, direction);
            turn.turn(iteration.step(), iteration.count(), theta, memory, direction);
        };
    }
}
