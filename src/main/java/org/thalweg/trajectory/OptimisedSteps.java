package org.thalweg.trajectory;

import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.model.optimiser.Iteration;
import org.thalweg.model.optimiser.Layout;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.OptimiserKernel;
import org.thalweg.model.optimiser.RangeGradient;
import org.thalweg.random.RandomStream;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;

/**
 * Literal steps of another optimiser than SGD, theta &lt;- theta - eta d. Every learner has batches of its own, drawn
 * from the block's stream one learner after the other. Where a batch is asked for again at another place, samples are
 * the same; noise that comes from no samples keeps the deviation that was drawn. Bound to one thread.
 */
final class OptimisedSteps implements Stepper, Iteration {
    private static final int NOBODY = -1;

    private final Sgd sgd;
    private final SurfaceKernel surface;
    /** One for each learner: those that reshuffle remember what they have drawn. */
    private final NoiseKernel[] noises;
    private final OptimiserKernel optimiser;
    private final double[][] direction;
    private final double[][] deviation;
    private final Optional<RangeGradient> range;
    private final double[] point;
    private final double[] slope;
    private Block block;
    private RandomStream random;
    private int asked;
    private boolean ofSamples;

    OptimisedSteps(Setting setting, int capacity) {
        Optimiser rule = setting.sgd().rule();
        int dimension = setting.surface().dimension();
        this.sgd = setting.sgd();
        this.surface = setting.surface().bind(capacity);
        this.noises = new NoiseKernel[rule.learners()];
        for (int j = 0; j < noises.length; j++) {
            noises[j] = setting.noise().bind(capacity);
        }
        this.optimiser = rule.bind(Layout.ofParticles(dimension, capacity));
        this.direction = new double[dimension][capacity];
        this.deviation = new double[dimension][capacity];
        this.range = rule.asksBound()
                ? setting.surface().task().map(task -> new RangeGradient(task.train())) : Optional.empty();
        this.point = new double[dimension];
        this.slope = new double[dimension];
    }

    @Override
    public void step(Block moved, RandomStream stream) {
        block = moved;
        random = stream;
        asked = NOBODY;
        optimiser.direction(this, 0, block.theta(), block.memory(), direction);
        double rate = rate();
        for (int i = 0; i < direction.length; i++) {
            double[] coordinate = block.theta()[i];
            for (int k = 0; k < block.count(); k++) {
                coordinate[k] -= rate * direction[i][k];
            }
        }
    }

    @Override
    public long step() {
        return block.step();
    }

    @Override
    public double rate() {
        return sgd.rate(block.step());
    }

    @Override
    public int count() {
        return block.count();
    }

    @Override
    public RandomStream random() {
        return random;
    }

    @Override
    public void gradient(int learner, double[][] theta, double[][] gradient) {
        int count = block.count();
        NoiseKernel noise = noises[learner];
        if (asked != learner) {
            asked = learner;
            ofSamples = noise.batchGradient(theta, count, block.particlesInSlots(), block.step(), random, gradient);
            if (!ofSamples) {
                noise.sample(theta, count, block.particlesInSlots(), block.step(), random, deviation);
            }
        } else if (ofSamples) {
            noise.batchGradientAgain(theta, count, gradient);
        }
        if (!ofSamples) {
            surface.gradient(theta, count, gradient);
        }
        for (int i = 0; i < gradient.length; i++) {
            complete(gradient[i], theta[i], deviation[i]);
        }
    }

    /** Adds the noise and the decay, in the order in which SGD does. */
    private void complete(double[] gradient, double[] coordinate, double[] xi) {
        double decay = sgd.weightDecay();
        for (int k = 0; k < block.count(); k++) {
            double whole = decay > 0.0 ? gradient[k] + decay * coordinate[k] : gradient[k];
            gradient[k] = ofSamples ? whole : whole + xi[k];
        }
    }

    @Override
    public void boundGradient(int learner, double[][] theta, double[][] bound) {
        if (range.isEmpty()) {
            Iteration.super.boundGradient(learner, theta, bound);
        }
        for (int k = 0; k < block.count(); k++) {
            for (int i = 0; i < point.length; i++) {
                point[i] = theta[i][k];
            }
            int[] batch = noises[learner].batch(k);
            range.get().at(point, batch, batch.length, slope);
            for (int i = 0; i < point.length; i++) {
                bound[i][k] = slope[i];
            }
        }
    }
}
