package org.thalweg.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.thalweg.model.Setting;
import org.thalweg.network.Evaluation;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

/** Carries out repeats, one after the other. Bound to one thread. */
final class TrainingWorker {
    /** Keeps the parameters of checkpoints. */
    @FunctionalInterface
    interface Keeper {
        /** Keeps those of one, numbered from 0; not modified. */
        void keep(int checkpoint, double[] theta) throws IOException;
    }

    private final Training training;
    private final Propagation train;
    private final Optional<Propagation> test;
    private final double[] theta;
    private final double[] gradient;
    private boolean watching;
    private long arrived;

    TrainingWorker(Training training) {
        this.training = training;
        this.train = training.task().train().bind();
        this.test = training.task().test().map(network -> network.bind());
        this.theta = new double[training.task().train().parameters()];
        this.gradient = new double[theta.length];
    }

    /** The same worker, which looks after each epoch whether every sample is in its class, until that is so. */
    TrainingWorker watching() {
        watching = true;
        return this;
    }

    /** Iterations after which the last repeat had every sample in its class; empty where it never had. */
    OptionalLong arrived() {
        return arrived < 0 ? OptionalLong.empty() : OptionalLong.of(arrived);
    }

    /**
     * One repeat, from its start to its end.
     *
     * @param keep is handed the parameters of each checkpoint, which are not to be kept as they are
     * @param done told of every iteration how many there were
     * @throws CancellationException where the thread is interrupted
     */
    TrainedRepeat run(int repeat, Seed seed, Keeper keep, LongConsumer done) throws IOException {
        start(repeat, seed);
        arrived = -1;
        Moves moves = Moves.of(training, train, seed);
        List<TrainingRow> rows = new ArrayList<>();
        TrainedRepeat.End end = TrainedRepeat.End.TIME;
        long last = training.iterations();
        for (long step = 0; ; step++) {
            if (step == training.step(rows.size()) || step == last) {
                moves.settle(theta);
                TrainingRow row = row(step);
                if (!Double.isFinite(row.trainLoss() + row.gradientNorm())) {
                    end = TrainedRepeat.End.DIVERGED;
                    break;
                }
                keep.keep(rows.size(), theta);
                rows.add(row);
            }
            if (step == last) {
                break;
            }
            if (!moves.move(step, theta)) {
                end = TrainedRepeat.End.DIVERGED;
                break;
            }
            boolean epoch = (step + 1) % training.epoch() == 0;
            if (epoch && (training.stop().isPresent() || watching)) {
                moves.settle(theta);
            }
            if (epoch && last == training.iterations() && lowEnough()) {
                last = Math.min(last, step + 1 + training.stop().get().thenEpochs() * training.epoch());
                end = last < training.iterations() ? TrainedRepeat.End.ERROR : end;
            }
            if (epoch && watching && arrived < 0 && train.errorRate(theta) == 0.0) {
                arrived = step + 1;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            done.accept(step + 1);
        }
        done.accept(training.iterations());
        return new TrainedRepeat(repeat, rows, end);
    }

    private void start(int repeat, Seed seed) {
        start(training.setting(), repeat, seed, theta);
    }

    /** Where a repeat begins; modifies {@code theta}. */
    static void start(Setting setting, int repeat, Seed seed, double[] theta) {
        System.arraycopy(setting.start(), 0, theta, 0, theta.length);
        setting.startDistribution().ifPresent(distribution -> {
            double[][] drawn = new double[theta.length][1];
            distribution.draw(seed.stream(Purpose.START, 0), drawn, 1, repeat);
            Arrays.setAll(theta, i -> drawn[i][0]);
        });
    }

    private boolean lowEnough() {
        return training.stop().isPresent() && train.errorRate(theta) <= training.stop().get().trainError();
    }

    private TrainingRow row(long step) {
        Evaluation trained = train.evaluate(theta);
        train.lossAndGradient(theta, gradient);
        double squares = 0.0;
        for (double slope : gradient) {
            squares += slope * slope;
        }
        Evaluation tested = test.map(t -> t.evaluate(theta)).orElse(new Evaluation(Double.NaN, Double.NaN));
        return new TrainingRow(step, training.setting().sgd().time(step), trained.loss(), trained.errorRate(),
                tested.loss(), tested.errorRate(), Math.sqrt(squares));
    }
}
