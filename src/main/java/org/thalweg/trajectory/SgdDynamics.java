package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;
import org.thalweg.trajectory.scheme.CompiledStep;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.StepMap;

/**
 * Literal stochastic gradient descent, theta &lt;- theta - eta (grad L(theta) + xi), with one draw of the gradient
 * noise xi for each particle and iteration; momentum, weight decay and schedule as {@link Sgd} has them.
 *
 * <p>Where the setting names another optimiser, its steps take the place of the recursion ({@code OptimisedSteps}).
 *
 * <p>The recursion does not pass through the diffusion, so it is a witness against a mistake there.
 */
public final class SgdDynamics implements Dynamics {
    private final Setting setting;
    private final double timeStep;

    private SgdDynamics(Setting setting, double timeStep) {
        this.setting = setting;
        this.timeStep = timeStep;
    }

    /**
     * The recursion with the surface, the gradient noise and the optimiser of a setting. Of the plain SGD that stands
     * for an optimiser it is that of the optimiser, its time told in drift time.
     */
    public static SgdDynamics of(Setting setting) {
        return new SgdDynamics(setting.literal(), setting.sgd().time(1));
    }

    @Override
    public Witness witness() {
        return Witness.SGD;
    }

    /** One iteration: t = eta. */
    @Override
    public double timeStep() {
        return timeStep;
    }

    @Override
    public Purpose purpose() {
        return Purpose.GRADIENT_NOISE;
    }

    /** The velocity, where there is momentum, or what an optimiser remembers. A wall acts on the place alone. */
    @Override
    public int memory() {
        int dimension = setting.surface().dimension();
        if (!setting.sgd().descends()) {
            return setting.sgd().rule().memory(dimension);
        }
        return setting.sgd().momentum() > 0.0 ? dimension : 0;
    }

    @Override
    public Stepper bind(int capacity) {
        if (setting.timeDependent()) {
            return new ChangingLandscape(timeStep, time -> recursion(setting.at(time), capacity));
        }
        if (!setting.sgd().descends()) {
            return recursion(setting, capacity);
        }
        return compiled(capacity).orElseGet(() -> new Iteration(setting, capacity));
    }

    private static Stepper recursion(Setting setting, int capacity) {
        return setting.sgd().descends() ? new Iteration(setting, capacity) : new OptimisedSteps(setting, capacity);
    }

    /** The iteration as one loop, where gradient and noise are expressions. */
    private Optional<Stepper> compiled(int capacity) {
        return written().flatMap(map -> CompiledStep.withMemory(map, memory(), capacity));
    }

    /** The iteration written down, velocities after the coordinates; empty where a part of it is no expression. */
    Optional<StepMap> written() {
        int dimension = setting.surface().dimension();
        Sgd sgd = setting.sgd();
        int state = dimension + memory();
        List<Expression> white = IntStream.range(state, state + dimension)
                .<Expression>mapToObj(Expression.Variable::new).toList();
        Optional<List<Expression>> gradient = setting.surface().gradientExpressions();
        Optional<List<Expression>> deviation = setting.noise().colour(white);
        if (gradient.isEmpty() || deviation.isEmpty() || !setting.noise().gaussian() || !sgd.schedule().constant()) {
            return Optional.empty();
        }
        Expression learningRate = new Expression.Constant(sgd.learningRate());
        List<Expression> next = new ArrayList<>();
        List<Expression> velocities = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            Expression here = new Expression.Variable(i);
            Expression slope = sgd.weightDecay() == 0.0 ? gradient.get().get(i) : Algebra.sum(
                    gradient.get().get(i), Algebra.product(new Expression.Constant(sgd.weightDecay()), here));
            if (sgd.momentum() == 0.0) {
                Expression descended = Algebra.difference(here, Algebra.product(learningRate, slope));
                next.add(Algebra.difference(descended, Algebra.product(learningRate, deviation.get().get(i))));
            } else {
                Expression beta = new Expression.Constant(sgd.momentum());
                Expression sampled = Algebra.sum(slope, deviation.get().get(i));
                Expression velocity = Algebra.sum(
                        Algebra.product(beta, new Expression.Variable(dimension + i)), sampled);
                Expression move = sgd.nesterov() ? Algebra.sum(sampled, Algebra.product(beta, velocity)) : velocity;
                velocities.add(velocity);
                next.add(Algebra.difference(here, Algebra.product(learningRate, move)));
            }
        }
        next.addAll(velocities);
        return Optional.of(new StepMap(next, Collections.nCopies(dimension, Increments.NORMAL)));
    }

    private static final class Iteration implements Stepper {
        private final SurfaceKernel surface;
        private final NoiseKernel noise;
        private final Sgd sgd;
        private final double[][] gradient;
        private final double[][] deviation;

        Iteration(Setting setting, int capacity) {
            this.surface = setting.surface().bind(capacity);
            this.noise = setting.noise().bind(capacity);
            this.sgd = setting.sgd();
            this.gradient = new double[setting.surface().dimension()][capacity];
            this.deviation = new double[setting.surface().dimension()][capacity];
        }

        @Override
        public void step(Block block, RandomStream random) {
            double[][] theta = block.theta();
            int count = block.count();
            double rate = sgd.rate(block.step());
            // Where samples make the noise the deviation stays 0: the gradient of all of them is never computed.
            if (!noise.batchGradient(theta, count, block.particlesInSlots(), block.step(), random, gradient)) {
                surface.gradient(theta, count, gradient);
                noise.sample(theta, count, block.particlesInSlots(), block.step(), random, deviation);
            }
            for (int i = 0; i < theta.length; i++) {
                if (sgd.weightDecay() > 0.0) {
                    decay(theta[i], gradient[i], count);
                }
                if (sgd.momentum() > 0.0) {
                    descend(rate, theta[i], gradient[i], deviation[i], block.memory()[i], count);
                } else {
                    descend(rate, theta[i], gradient[i], deviation[i], count);
                }
            }
        }

        private void decay(double[] coordinate, double[] slope, int count) {
            for (int k = 0; k < count; k++) {
                slope[k] += sgd.weightDecay() * coordinate[k];
            }
        }

        private static void descend(double rate, double[] coordinate, double[] slope, double[] xi, int count) {
            for (int k = 0; k < count; k++) {
                coordinate[k] -= rate * (slope[k] + xi[k]);
            }
        }

        private void descend(
                double rate, double[] coordinate, double[] slope, double[] xi, double[] velocity, int count) {
            double beta = sgd.momentum();
            boolean ahead = sgd.nesterov();
            for (int k = 0; k < count; k++) {
                double sampled = slope[k] + xi[k];
                double v = beta * velocity[k] + sampled;
                velocity[k] = v;
                coordinate[k] -= rate * (ahead ? sampled + beta * v : v);
            }
        }
    }

    /** The witness. */
    @Override
    public String toString() {
        return witness().key();
    }
}
