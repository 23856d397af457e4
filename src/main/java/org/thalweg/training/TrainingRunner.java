package org.thalweg.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.thalweg.data.Checkpoints;
import org.thalweg.measure.Progress;
import org.thalweg.random.Seed;
import org.thalweg.storage.NpyFile;
import org.thalweg.work.Crew;
import org.thalweg.work.SlicedTasks;

/**
 * Runs the repeats of a training side by side.
 *
 * <p>Parameters of checkpoints after an early end are NaN.
 *
 * @param folder where the parameters go, repeat by repeat, and all of them in the end
 */
public record TrainingRunner(Training training, int repeats, Seed seed, int threads, Path folder) {
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
            Look<T> own = look.get();
            return repeat -> {
                try {
                    RepeatUnderWay underWay = new RepeatUnderWay(training, repeat, seed.child(repeat),
                            (checkpoint, theta) -> own.passed(theta)).watching();
                    while (underWay.advance(1)) {
                        own.moved(underWay.steps());
                    }
                    own.moved(training.iterations());
                    order.add(repeat, own.ended(underWay.trained(), underWay.arrived()));
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
            new RepeatUnderWay(training, 0, seed, (checkpoint, theta) -> parameters.add(theta.clone())).trained();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parameters;
    }

    /**
     * Trains the repeats that the journal does not know, and gives all of them. All threads end together: see {@link
     * SlicedTasks}.
     */
    public List<TrainedRepeat> run(TrainingJournal journal, Progress progress) {
        TrainedRepeat[] trained = new TrainedRepeat[repeats];
        double all = (double) repeats * training.iterations();
        AtomicLong done = new AtomicLong();
        LongConsumer moved = iterations -> progress.done(done.addAndGet(iterations) / all);
        try {
            SlicedTasks.all(repeats, training.iterations(), threads, r -> {
                Optional<TrainedRepeat> known = journal.find(r);
                if (known.isPresent()) {
                    trained[r] = known.get();
                    moved.accept(training.iterations());
                    return () -> 0.0;
                }
                return new KeptRepeat(training, r, seed.child(r), folder.resolve(TrainingJournal.parameters(r)), moved,
                        ended -> {
                            journal.add(ended);
                            trained[r] = ended;
                        });
            });
        } catch (UncheckedIOException e) {
            throw failure(e.getCause());
        }
        return List.of(trained);
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
