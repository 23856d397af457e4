package org.thalweg.model.optimiser;

import org.thalweg.random.RandomStream;

/** Gradients of a parabola of one curvature in every coordinate, without noise; steps are taken here. */
final class ScriptedIteration implements Iteration {
    private final double curvature;
    private final double rate;
    private final RandomStream random;
    private final int count;
    private long step;
    private double offset;

    ScriptedIteration(double curvature, double rate, RandomStream random, int count) {
        this.curvature = curvature;
        this.rate = rate;
        this.random = random;
        this.count = count;
    }

    /** Adds a number to all gradients of the next steps. */
    void push(double gradient) {
        offset = gradient;
    }

    /** One step. */
    void move(OptimiserKernel kernel, double[][] theta, double[][] memory) {
        double[][] direction = new double[theta.length][theta[0].length];
        kernel.direction(this, 0, theta, memory, direction);
        for (int i = 0; i < theta.length; i++) {
            for (int c = 0; c < count; c++) {
                theta[i][c] -= rate * direction[i][c];
            }
        }
        step++;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public double rate() {
        return rate;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RandomStream random() {
        return random;
    }

    @Override
    public void gradient(int learner, double[][] theta, double[][] gradient) {
        for (int i = 0; i < theta.length; i++) {
            for (int c = 0; c < count; c++) {
                gradient[i][c] = curvature * theta[i][c] + offset * (learner + 1);
            }
        }
    }
}
