package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.DiffusionKernel;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

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

    /** The step as one loop, where drift and amplitude are expressions. */
    static Optional<Stepper> compiled(ItoDiffusion diffusion, double step, Increments increments, int capacity) {
        Optional<List<Expression>> drift = diffusion.driftExpressions();
        Optional<List<Expression>> kick = diffusion.diffuse(CompiledStep.white(diffusion.dimension()));
        if (drift.isEmpty() || kick.isEmpty()) {
            return Optional.empty();
        }
        Expression time = new Expression.Constant(step);
        Expression root = new Expression.Constant(Math.sqrt(step));
        List<Expression> next = new ArrayList<>();
        for (int i = 0; i < diffusion.dimension(); i++) {
            Expression moved = Algebra.sum(new Expression.Variable(i), Algebra.product(time, drift.get().get(i)));
            next.add(Algebra.sum(moved, Algebra.product(root, kick.get().get(i))));
        }
        return CompiledStep.of(next, increments, capacity);
    }

    @Override
    public void step(Block block, RandomStream random) {
        double[][] theta = block.theta();
        int count = block.count();
        increments.fill(random, white, count);
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
