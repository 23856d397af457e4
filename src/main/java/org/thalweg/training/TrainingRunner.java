package org.thalweg.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.thalweg.data.Checkpoints;
import org.thalweg.measure.Progress;
import org.thalweg.random.Seed;
import org.thalweg.storage.NpyFile;
import org.thalweg.work.Crew;

/**
 * Runs the repeats of a training side by side, one a thread; a thread that is free takes the next.
 *
 * <p>Parameters of checkpoints after an early end are NaN.
 *
 * @param folder where the parameters go, repeat by repeat, and all of them in the end
 */
public record TrainingRunner(Training training, int repeats, Seed seed, int threads, Path folder) {
    /** Reports of progress of a repeat. */
    private static final long REPORTS = 1000;

    /**
     * Sees repeats go by, one after the other. Bound to one thread.
     *
     * @param <T> what is found in a repeat
     */
    public interface Look<T> {
        /** The parameters of a checkpoint, which are not to be kept as they are. */
        void passed(double[] theta);

        /** So many iterations of the repeat are done. */
        default void moved(long iterations) {
            // Who waits for the end only need not know.
        }

        /**
         * The end of a repeat.
         *
         * @param arrived iterations after which every sample was in its class, if that was ever so
         */
        T ended(TrainedRepeat repeat, OptionalLong arrived);
    }

    /**
     * Trains repeats, watches for when every sample is in its class, and keeps nothing but what is found.
     *
     * @param crew does the repeats
     * @param look asked once by each thread
     * @param found is handed what was found in the order of the repeats, one at a time
     */
    public static <T> void watched(Training training, int repeats, Seed seed, Crew crew, Supplier<Look<T>> look,
            Consumer<T> found) {
        InOrder<T> order = new InOrder<>(found);
        crew.each(repeats, () -> {
            TrainingWorker worker = new TrainingWorker(training).watching();
            Look<T> own = look.get();
            return repeat -> {
                try {
                    TrainedRepeat trained = worker.run(repeat, seed.child(repeat),
                            (checkpoint, theta) -> own.passed(theta), own::moved);
                    order.add(repeat, own.ended(trained, worker.arrived()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        });
    }

    /** The parameters of the checkpoints of one repeat, as far as it got before it diverged. */
    public static List<double[]> checkpoints(Training training, Seed seed) {
        List<double[]> parameters = new ArrayList<>();
        try {
            new TrainingWorker(training).run(
                    0, seed, (checkpoint, theta) -> parameters.add(theta.clone()), steps -> { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parameters;
    }

    /** Trains the repeats that the journal does not know, and gives all of them. */
    public List<TrainedRepeat> run(TrainingJournal journal, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, repeats));
        ThreadLocal<TrainingWorker> worker = ThreadLocal.withInitial(() -> new TrainingWorker(training));
        AtomicLong done = new AtomicLong();
        List<Future<TrainedRepeat>> running = new ArrayList<>();
        try {
            for (int r = 0; r < repeats; r++) {
                int repeat = r;
                running.add(pool.submit(() -> repeat(repeat, worker, journal, done, progress)));
            }
            List<TrainedRepeat> trained = new ArrayList<>();
            for (Future<TrainedRepeat> each : running) {
                trained.add(each.get());
            }
            return trained;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure
                    : e.getCause() instanceof IOException failure ? failure(failure)
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            pool.shutdownNow();
        }
    }

    private TrainedRepeat repeat(int repeat, ThreadLocal<TrainingWorker> worker, TrainingJournal journal,
            AtomicLong done, Progress progress) throws IOException {
        double all = (double) repeats * training.iterations();
        Optional<TrainedRepeat> known = journal.find(repeat);
        if (known.isPresent()) {
            progress.done(done.addAndGet(training.iterations()) / all);
            return known.get();
        }
        Path file = folder.resolve(TrainingJournal.parameters(repeat));
        Path draft = folder.resolve("." + file.getFileName() + ".draft");
        long every = Math.max(1, training.iterations() / REPORTS);
        long[] told = new long[1];
        TrainedRepeat trained;
        try (NpyFile parameters = NpyFile.create(draft, training.checkpoints(), training.task().train().parameters())) {
            trained = worker.get().run(repeat, seed.child(repeat), parameters::write, steps -> {
                if (steps - told[0] >= every || steps == training.iterations()) {
                    progress.done(done.addAndGet(steps - told[0]) / all);
                    told[0] = steps;
                }
            });
            double[] none = new double[training.task().train().parameters()];
            Arrays.fill(none, Double.NaN);
            for (int c = trained.rows().size(); c < training.checkpoints(); c++) {
                parameters.write(c, none);
            }
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        journal.add(trained);
        return trained;
    }

    /** Puts the parameters of all repeats into one file, repeats x checkpoints x parameters. */
    public void join() {
        int parameters = training.task().train().parameters();
        Path draft = folder.resolve("." + Checkpoints.FILE + ".draft");
        try {
            try (NpyFile all = NpyFile.create(draft, repeats, training.checkpoints(), parameters)) {
                for (int r = 0; r < repeats; r++) {
                    try (NpyFile one = NpyFile.open(folder.resolve(TrainingJournal.parameters(r)))) {
                        for (int c = 0; c < training.checkpoints(); c++) {
                            all.write((long) r * training.checkpoints() + c, one.read(c));
                        }
                    }
                }
            }
            Files.move(draft, folder.resolve(Checkpoints.FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Removes the files of single repeats, once all is written. */
    public void clear() {
        try {
            for (int r = 0; r < repeats; r++) {
                Files.deleteIfExists(folder.resolve(TrainingJournal.parameters(r)));
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private UncheckedIOException failure(IOException cause) {
        return new UncheckedIOException(folder + " cannot be written (" + cause.getMessage()
                + "); free some space or name another folder with --out", cause);
    }
}
