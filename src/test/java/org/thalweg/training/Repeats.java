package org.thalweg.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.thalweg.random.Seed;
import org.thalweg.work.Crew;

/** Repeats of a training, and nothing but what their checkpoints are worth. */
final class Repeats {
    private record Seen(TrainedRepeat repeat, OptionalLong arrived) {}

    private Repeats() {}

    static List<TrainedRepeat> of(Training training, int repeats, Seed seed) {
        return of(training, repeats, seed, arrived -> { });
    }

    static List<TrainedRepeat> of(Training training, int repeats, Seed seed, Consumer<OptionalLong> arrivals) {
        List<TrainedRepeat> all = new ArrayList<>();
        TrainingRunner.<Seen>watched(training, repeats, seed, Crew.ALONE, () -> new TrainingRunner.Look<>() {
            @Override
            public void passed(double[] theta) {
                // Not asked.
            }

            @Override
            public Seen ended(TrainedRepeat repeat, OptionalLong arrived) {
                return new Seen(repeat, arrived);
            }
        }, seen -> {
            all.add(seen.repeat());
            arrivals.accept(seen.arrived());
        });
        return all;
    }
}
