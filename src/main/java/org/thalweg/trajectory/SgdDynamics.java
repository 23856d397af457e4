package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Witness;
import org.thalweg.model.NoiseKernel;
import org.thalweg.model.Setting;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * Literal stochastic gradient descent, theta &lt;- theta - eta (grad L(theta) + xi), with one draw of the gradient
 * noise xi for each particle and iteration.
 *
 * <p>The recursion does not pass through the diffusion, so it is a witness against a mistake there.
 */
public final class SgdDynamics implements Dynamics {
    private final Setting setting;

    private SgdDynamics(Setting setting) {
        this.setting = setting;
    }

    /** The recursion with the surface, the gradient noise and the learning rate of a setting. */
    public static SgdDynamics of(Setting setting) {
        return new SgdDynamics(setting);
    }

    @Override
    public Witness witness() {
        return Witness.SGD;
    }

    /** One iteration: t = eta. */
    @Override
    public double timeStep() {
        return setting.sgd().time(1);
    }

    @Override
    public Purpose purpose() {
        return Purpose.GRADIENT_NOISE;
    }

    @Override
    public Stepper bind(int capacity) {
        if (setting.timeDependent()) {
            return new ChangingLandscape(time -> new Iteration(setting.at(time), capacity));
        }
        return compiled(capacity).orElseGet(() -> new Iteration(setting, capacity));
    }

    /** The iteration as one loop, where gradient and noise are expressions. */
    private Optional<Stepper> compiled(int capacity) {
        int dimension = setting.surface().dimension();
        Optional<List<Expression>> gradient = setting.surface().gradientExpressions();
        Optional<List<Expression>> deviation = setting.noise().colour(CompiledStep.white(dimension));
        if (gradient.isEmpty() || deviation.isEmpty() || !setting.noise().gaussian()) {
            return Optional.empty();
        }
        Expression learningRate = new Expression.Constant(setting.sgd().learningRate());
        List<Expression> next = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            Expression descended = Algebra.difference(
                    new Expression.Variable(i), Algebra.product(learningRate, gradient.get().get(i)));
            next.add(Algebra.difference(descended, Algebra.product(learningRate, deviation.get().get(i))));
        }
        return CompiledStep.of(next, Increments.NORMAL, capacity);
    }

    private static final class Iteration implements Stepper {
        private final SurfaceKernel surface;
        private final NoiseKernel noise;
        private final double learningRate;
        private final double[][] gradient;
        private final double[][] deviation;

        Iteration(Setting setting, int capacity) {
            this.surface = setting.surface().bind(capacity);
            this.noise = setting.noise().bind(capacity);
            this.learningRate = setting.sgd().learningRate();
            this.gradient = new double[setting.surface().dimension()][capacity];
            this.deviation = new double[setting.surface().dimension()][capacity];
        }

        @Override
        public void step(Block block, RandomStream random) {
            double[][] theta = block.theta();
            int count = block.count();
            surface.gradient(theta, count, gradient);
            noise.sample(theta, count, random, deviation);
            for (int i = 0; i < theta.length; i++) {
                descend(theta[i], gradient[i], deviation[i], count);
            }
        }

        private void descend(double[] coordinate, double[] slope, double[] xi, int count) {
            for (int k = 0; k < count; k++) {
                coordinate[k] -= learningRate * (slope[k] + xi[k]);
            }
        }
    }

    /** The witness. */
    @Override
    public String toString() {
        return witness().key();
    }
}
