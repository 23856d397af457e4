package org.thalweg.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.thalweg.random.Seed;
import org.thalweg.storage.NpyFile;
import org.thalweg.work.SlicedTasks;

/** A repeat whose checkpoints go to a file as they come; the file has its name once all are there. */
final class KeptRepeat implements SlicedTasks.Task {
    /** Reports of progress of a repeat. */
    private static final long REPORTS = 1000;
    /** Of them in a slice: what a thread has at hand of another repeat is in its caches long before the end of it. */
    private static final int IN_SLICE = 5;

    private final Training training;
    private final Path file;
    private final Path draft;
    private final NpyFile parameters;
    private final RepeatUnderWay repeat;
    private final LongConsumer moved;
    private final Consumer<TrainedRepeat> ended;
    private final long every;
    private long told;

    /**
     * At its start.
     *
     * @param file of the parameters
     * @param moved told of iterations since it was told last, those that an early end saves among them
     * @param ended told of the end, when the file is there
     * @throws UncheckedIOException where the file cannot be written
     */
    KeptRepeat(Training training, int repeat, Seed seed, Path file, LongConsumer moved,
            Consumer<TrainedRepeat> ended) {
        this.training = training;
        this.file = file;
        this.draft = file.resolveSibling("." + file.getFileName() + ".draft");
        this.moved = moved;
        this.ended = ended;
        this.every = Math.max(1, training.iterations() / REPORTS);
        try {
            this.parameters = NpyFile.create(draft, training.checkpoints(), training.task().train().parameters());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.repeat = new RepeatUnderWay(training, repeat, seed, parameters::write);
    }

    @Override
    public double proceed() {
        try {
            boolean on = true;
            for (int i = 0; on && i < IN_SLICE; i++) {
                on = repeat.advance(every);
                tell(on ? repeat.steps() : training.iterations());
            }
            if (!on) {
                end(repeat.trained());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return repeat.left();
    }

    private void tell(long steps) {
        moved.accept(steps - told);
        told = steps;
    }

    private void end(TrainedRepeat trained) throws IOException {
        double[] none = new double[training.task().train().parameters()];
        Arrays.fill(none, Double.NaN);
        for (int c = trained.rows().size(); c < training.checkpoints(); c++) {
            parameters.write(c, none);
        }
        parameters.close();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        ended.accept(trained);
    }

    @Override
    public void abandon() {
        try {
            parameters.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
