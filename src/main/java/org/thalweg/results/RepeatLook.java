package org.thalweg.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.thalweg.probes.face.Reading;
import org.thalweg.training.Freezing;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;
import org.thalweg.work.Meter;

/** What a sweep sees of repeats of a training as they go by, one after the other. Bound to one thread. */
final class RepeatLook implements TrainingRunner.Look<RepeatLook.Found> {
    /** Of a repeat. */
    private static final long REPORTS = 64;

    /**
     * Of one repeat.
     *
     * @param arrived iterations after which every sample was in its class, if that was ever so
     * @param readings of probes; none of a repeat that diverged
     * @param frozen learning time; NaN where it diverged or was not asked
     */
    record Found(TrainedRepeat repeat, OptionalLong arrived, List<Reading> readings, double frozen) {}

    private final Optional<EndProbes.Look> probes;
    private final Optional<Freezing> freezing;
    private final long iterations;
    private final Meter meter;
    private final List<double[]> checkpoints = new ArrayList<>();

    RepeatLook(Training training, Optional<EndProbes.Look> probes, boolean freezes, Meter meter) {
        this.iterations = training.iterations();
        this.meter = meter;
        this.probes = probes;
        this.freezing = freezes ? Optional.of(new Freezing(training)) : Optional.empty();
    }

    @Override
    public void passed(double[] theta) {
        if (freezing.isPresent() || probes.isPresent()) {
            checkpoints.add(theta.clone());
        }
    }

    @Override
    public void moved(long done) {
        if (done % Math.max(1, iterations / REPORTS) == 0) {
            meter.reached((double) done / iterations);
        }
    }

    @Override
    public Found ended(TrainedRepeat repeat, OptionalLong arrived) {
        boolean diverged = repeat.end() == TrainedRepeat.End.DIVERGED;
        List<Reading> readings = diverged || probes.isEmpty() ? List.of()
                : probes.get().readings(repeat.repeat(), checkpoints);
        double frozen = diverged || freezing.isEmpty() ? Double.NaN
                : repeat.rows().get(freezing.get().checkpoint(checkpoints)).time();
        checkpoints.clear();
        return new Found(repeat, arrived, readings, frozen);
    }
}
