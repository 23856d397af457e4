package org.thalweg.model;

import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.refusal.Refusal;

/**
 * Stochastic gradient descent, theta_{k+1} = theta_k - eta g_k; with momentum v &lt;- beta v + g and theta &lt;-
 * theta - eta v, or theta &lt;- theta - eta (g + beta v) after Nesterov. Weight decay adds w theta to g. The only
 * place where iterations and learning time are related: t = eta k, whatever the momentum, and under a schedule with
 * the nominal eta.
 *
 * @param learningRate eta &gt; 0
 * @param momentum beta, from 0 to less than 1
 * @param nesterov whether the velocity is looked ahead
 * @param weightDecay w &ge; 0, in units of curvature
 * @param schedule what eta is multiplied by in each iteration
 * @param approximation which diffusion stands for it; literal SGD knows nothing of it
 * @param rule what makes a step of gradients instead, theta &lt;- theta - eta d: another optimiser of its own memory,
 *     without momentum here; {@link GradientDescent#PLAIN} where there is none
 */
public record Sgd(
        double learningRate, double momentum, boolean nesterov, double weightDecay, LearningRateSchedule schedule,
        DiffusionApproximation approximation, Optimiser rule) {
    /** Refuses what is not positive and finite, and momentum that never forgets. */
    public Sgd {
        if (!(learningRate > 0.0) || Double.isInfinite(learningRate)) {
            throw new Refusal("learning rate " + learningRate + ": must be positive and finite");
        }
        if (!(momentum >= 0.0 && momentum < 1.0)) {
            throw new Refusal("momentum " + momentum + ": must be at least 0 and less than 1");
        }
        if (nesterov && momentum == 0.0) {
            throw new Refusal("nesterov without momentum: give a momentum greater than 0");
        }
        if (!(weightDecay >= 0.0) || Double.isInfinite(weightDecay)) {
            throw new Refusal("weight decay " + weightDecay + ": must be finite and not negative");
        }
        if (momentum > 0.0 && !rule.equals(GradientDescent.PLAIN)) {
            throw new Refusal("momentum of sgd beside the optimiser " + rule.kind() + ": give it to the optimiser, as"
                    + " base: {kind: sgd, momentum: " + momentum + "}");
        }
    }

    /** SGD itself. */
    public Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay,
            LearningRateSchedule schedule, DiffusionApproximation approximation) {
        this(learningRate, momentum, nesterov, weightDecay, schedule, approximation, GradientDescent.PLAIN);
    }

    /** Plain gradient descent at a constant learning rate. */
    public Sgd(double learningRate) {
        this(learningRate, 0.0, false, 0.0, LearningRateSchedule.CONSTANT);
    }

    /** An optimiser that the first-order diffusion stands for. */
    public Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay,
            LearningRateSchedule schedule) {
        this(learningRate, momentum, nesterov, weightDecay, schedule, DiffusionApproximation.FIRST_ORDER);
    }

    /** The same optimiser at another learning rate. */
    public Sgd withLearningRate(double other) {
        return new Sgd(other, momentum, nesterov, weightDecay, schedule, approximation, rule);
    }

    /** The same optimiser with heavy-ball momentum. */
    public Sgd withMomentum(double beta) {
        return new Sgd(learningRate, beta, false, weightDecay, schedule, approximation, rule);
    }

    /** The same optimiser with weight decay. */
    public Sgd withWeightDecay(double decay) {
        return new Sgd(learningRate, momentum, nesterov, decay, schedule, approximation, rule);
    }

    /** The same optimiser with another diffusion to stand for it. */
    public Sgd withApproximation(DiffusionApproximation other) {
        return new Sgd(learningRate, momentum, nesterov, weightDecay, schedule, other, rule);
    }

    /** The same learning rate, decay and schedule with another rule. */
    public Sgd withRule(Optimiser other) {
        return new Sgd(learningRate, momentum, nesterov, weightDecay, schedule, approximation, other);
    }

    /** True where steps are those of SGD, with or without momentum; false with another optimiser that acts. */
    public boolean descends() {
        return rule.gradientAlone();
    }

    /** True where a diffusion stands for it: SGD at a constant learning rate. */
    public boolean diffuses() {
        return schedule.constant() && descends();
    }

    /** eta_k, the learning rate of iteration k. */
    public double rate(long k) {
        return schedule.constant() ? learningRate : learningRate * schedule.at(k);
    }

    /**
     * The effective learning rate eta / (1 - beta): a gradient acts with the weight 1 + beta + beta^2 + ..., and on the
     * scale of the slow motion at once (docs/theory/momentum.md).
     */
    public double effectiveRate() {
        return learningRate / (1.0 - momentum);
    }

    /**
     * Learning time per unit of drift time, in which the drift is -grad L: 1 - beta. In k iterations the drift time
     * eta k / (1 - beta) passes.
     */
    public double clock() {
        return 1.0 - momentum;
    }

    /** True without momentum, weight decay, schedule and another optimiser. */
    public boolean plain() {
        return momentum == 0.0 && weightDecay == 0.0 && diffuses();
    }

    /**
     * The largest eta lambda at which the recursion does not grow along a parabola of curvature lambda: 2 (1 + beta),
     * after Nesterov 2 (1 + beta) / (1 + 2 beta). Exact.
     */
    public double largestStableProduct() {
        return 2.0 * (1.0 + momentum) / (nesterov ? 1.0 + 2.0 * momentum : 1.0);
    }

    /** The learning time after a number of iterations, t = eta k. */
    public double time(double iterations) {
        return learningRate * iterations;
    }

    /** The number of iterations, rounded to the nearest, that a learning time takes. */
    public long iterations(double time) {
        return Math.round(time / learningRate);
    }
}
