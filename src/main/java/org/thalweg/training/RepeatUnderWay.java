package org.thalweg.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.thalweg.model.Setting;
import org.thalweg.network.Evaluation;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

/** A repeat of a training, which goes on as far as it is told to. Used by one thread at a time. */
final class RepeatUnderWay {
    /** Keeps the parameters of checkpoints. */
    @FunctionalInterface
    interface Keeper {
        /** Keeps those of one, numbered from 0; not modified. */
        void keep(int checkpoint, double[] theta) throws IOException;
    }

    private final Training training;
    private final int repeat;
    private final Keeper keeper;
    private final Propagation train;
    private final Optional<Propagation> test;
    private final double[] theta;
    private final double[] gradient;
    private final Moves moves;
    private final List<TrainingRow> rows = new ArrayList<>();
    private long step;
    private long last;
    private TrainedRepeat.End end = TrainedRepeat.End.TIME;
    private boolean ended;
    private boolean watching;
    private long arrived = -1;

    /**
     * At its start.
     *
     * @param keeper is handed the parameters of each checkpoint, which are not to be kept as they are
     */
    RepeatUnderWay(Training training, int repeat, Seed seed, Keeper keeper) {
        this.training = training;
        this.repeat = repeat;
        this.keeper = keeper;
        this.train = training.task().train().bind();
        this.test = training.task().test().map(network -> network.bind());
        this.theta = new double[training.task().train().parameters()];
        this.gradient = new double[theta.length];
        start(training.setting(), repeat, seed, theta);
        this.moves = Moves.of(training, train, seed);
        this.last = training.iterations();
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

    /** The same, which looks after each epoch whether every sample is in its class, until that is so. */
    RepeatUnderWay watching() {
        watching = true;
        return this;
    }

    /** Iterations after which every sample was in its class; empty where that never was. */
    OptionalLong arrived() {
        return arrived < 0 ? OptionalLong.empty() : OptionalLong.of(arrived);
    }

    /**
     * Goes on for so many iterations, or to the end.
     *
     * @return false at the end
     * @throws CancellationException where the thread is interrupted
     */
    boolean advance(long iterations) throws IOException {
        for (long i = 0; i < iterations && !ended; i++) {
            iterate();
        }
        return !ended;
    }

    /** Iterations that are done. */
    long steps() {
        return step;
    }

    /** Iterations that are left, as far as that is known; 0 at the end alone. */
    long left() {
        return ended ? 0 : Math.max(1, last - step);
    }

    /** The repeat, gone on with to its end. */
    TrainedRepeat trained() throws IOException {
        while (!ended) {
            iterate();
        }
        return new TrainedRepeat(repeat, rows, end);
    }

    private void iterate() throws IOException {
        if ((step == training.step(rows.size()) || step == last) && !checkpoint()) {
            diverge();
            return;
        }
        if (step == last) {
            ended = true;
            return;
        }
        if (!moves.move(step, theta)) {
            diverge();
            return;
        }
        step++;
        if (step % training.epoch() == 0 && (training.stop().isPresent() || watching)) {
            moves.settle(theta);
            afterEpoch();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    private void diverge() {
        end = TrainedRepeat.End.DIVERGED;
        ended = true;
    }

    /** False where what is there is no number. */
    private boolean checkpoint() throws IOException {
        moves.settle(theta);
        TrainingRow row = row();
        if (!Double.isFinite(row.trainLoss() + row.gradientNorm())) {
            return false;
        }
        keeper.keep(rows.size(), theta);
        rows.add(row);
        return true;
    }

    private void afterEpoch() {
        if (last == training.iterations() && lowEnough()) {
            last = Math.min(last, step + training.stop().get().thenEpochs() * training.epoch());
            end = last < training.iterations() ? TrainedRepeat.End.ERROR : end;
        }
        if (watching && arrived < 0 && train.errorRate(theta) == 0.0) {
            arrived = step;
        }
    }

    private boolean lowEnough() {
        return training.stop().isPresent() && train.errorRate(theta) <= training.stop().get().trainError();
    }

    private TrainingRow row() {
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
