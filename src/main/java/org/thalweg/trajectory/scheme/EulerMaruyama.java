package org.thalweg.trajectory.scheme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.DiffusionKernel;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;

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
        return drift.isEmpty() || kick.isEmpty()
                ? Optional.empty()
                : CompiledStep.of(move(drift.get(), kick.get(), step), increments, capacity);
    }

    /** The step as expressions. */
    static StepMap compose(SdeExpressions sde, double step, Increments increments) {
        List<Expression> kick = sde.diffuse(CompiledStep.white(sde.dimension()));
        return new StepMap(move(sde.drift(), kick, step), Collections.nCopies(sde.dimension(), increments));
    }

    private static List<Expression> move(List<Expression> drift, List<Expression> kick, double step) {
        Expression time = new Expression.Constant(step);
        Expression root = new Expression.Constant(Math.sqrt(step));
        List<Expression> next = new ArrayList<>();
        for (int i = 0; i < drift.size(); i++) {
            Expression moved = Algebra.sum(new Expression.Variable(i), Algebra.product(time, drift.get(i)));
            next.add(Algebra.sum(moved, Algebra.product(root, kick.get(i))));
        }
        return next;
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
