package org.thalweg.training;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.batch.SampleBatches;
import org.thalweg.model.optimiser.Iteration;
import org.thalweg.model.optimiser.Layout;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.OptimiserKernel;
import org.thalweg.model.optimiser.RangeGradient;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * The iterations of another optimiser than SGD on one network. Learner j draws its batches from the stream {@code
 * GRADIENT_NOISE} of block j, so that the first one sees those of SGD. Bound to one thread.
 */
final class OptimisedMoves implements Moves, Iteration {
    private static final int NOBODY = -1;

    private final Sgd sgd;
    private final Propagation network;
    private final OptimiserKernel optimiser;
    private final double[][] memory;
    private final double[][] direction;
    private final SampleBatches[] batches;
    private final RandomStream[] streams;
    private final Optional<RangeGradient> range;
    private long step;
    private int asked;
    private int[] batch;
    private boolean finite;

    OptimisedMoves(Training training, Propagation network, Seed seed) {
        int parameters = training.task().train().parameters();
        this.sgd = training.setting().sgd();
        this.network = network;
        Optimiser rule = sgd.rule();
        List<Integer> ends = training.task().train().architecture().groups().stream().map(ParameterGroup::end).toList();
        this.optimiser = rule.bind(Layout.ofOne(parameters, ends));
        this.memory = new double[rule.memory(1)][parameters];
        this.direction = new double[1][parameters];
        this.batches = new SampleBatches[rule.learners()];
        this.streams = new RandomStream[rule.learners()];
        for (int j = 0; j < batches.length; j++) {
            batches[j] = training.noise().batches();
            streams[j] = seed.stream(Purpose.GRADIENT_NOISE, j);
        }
        this.range = rule.asksBound() ? Optional.of(new RangeGradient(training.task().train())) : Optional.empty();
    }

    @Override
    public boolean move(long number, double[] theta) {
        step = number;
        asked = NOBODY;
        finite = true;
        optimiser.direction(this, 0, new double[][] {theta}, memory, direction);
        double rate = rate();
        for (int i = 0; i < theta.length; i++) {
            theta[i] -= rate * direction[0][i];
        }
        return finite;
    }

    /** What is remembered, {@link Optimiser#memory} rows. */
    double[][] memory() {
        return memory;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public double rate() {
        return sgd.rate(step);
    }

    @Override
    public int count() {
        return direction[0].length;
    }

    @Override
    public RandomStream random() {
        return streams[0];
    }

    @Override
    public void gradient(int learner, double[][] theta, double[][] gradient) {
        if (asked != learner) {
            asked = learner;
            batch = batches[learner].next(step, streams[learner]);
        }
        finite &= Double.isFinite(network.lossAndGradient(theta[0], batch, batch.length, gradient[0]));
        double decay = sgd.weightDecay();
        for (int i = 0; decay > 0.0 && i < theta[0].length; i++) {
            gradient[0][i] += decay * theta[0][i];
        }
    }

    @Override
    public void boundGradient(int learner, double[][] theta, double[][] bound) {
        range.orElseThrow().at(theta[0], batch, batch.length, bound[0]);
    }
}
