package org.thalweg.trajectory;

import org.thalweg.model.DiffusionKernel;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.random.RandomStream;

/** The worker of {@link Schemes#EULER_MARUYAMA}. */
final class EulerMaruyama implements Stepper {
    private final DiffusionKernel diffusion;
    private final Increments increments;
    private final double step;
    private final double rootStep;
    private final double[][] drift;
    private final double[][] white;
    private final double[][] displacement;

    EulerMaruyama(ItoDiffusion diffusion, double step, Increments increments, int capacity) {
        this.diffusion = diffusion.bind(capacity);
        this.increments = increments;
        this.step = step;
        this.rootStep = Math.sqrt(step);
        this.drift = new double[diffusion.dimension()][capacity];
        this.white = new double[diffusion.dimension()][capacity];
        this.displacement = new double[diffusion.dimension()][capacity];
    }

    @Override
    public void step(Block block, RandomStream random) {
        double[][] theta = block.theta();
        int count = block.count();
        for (double[] row : white) {
            increments.fill(random, row, count);
        }
        diffusion.drift(theta, count, drift);
        diffusion.diffuse(theta, count, white, displacement);
        for (int i = 0; i < theta.length; i++) {
            move(theta[i], drift[i], displacement[i], count);
        }
    }

    private void move(double[] coordinate, double[] velocity, double[] kick, int count) {
        for (int k = 0; k < count; k++) {
            coordinate[k] += velocity[k] * step + kick[k] * rootStep;
        }
    }
}
