package org.thalweg.results.claim.learned;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.data.DataSet;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.model.surface.NetworkSurface;
import org.thalweg.network.Samples;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;

/** Trainings of one setting from several seeds, whose parameters are kept on the way. */
final class Trainings {
    /** Address of the random numbers of claims about what is learned. */
    private static final long LEARNED = 0x6C6561;

    private Trainings() {}

    /** The seed of a claim, by its number. */
    static Seed seed(Laboratory laboratory, int claim) {
        return laboratory.seed().child(LEARNED).child(claim);
    }

    /** The parameters at equally spaced checkpoints of each training; fewer where one has diverged. */
    static List<List<double[]>> paths(Setting setting, long iterations, int checkpoints, Seed seed, int seeds) {
        Training training = new Training(
                setting, (SampleNoise) setting.noise(), iterations, checkpoints, Optional.empty());
        return IntStream.range(0, seeds).parallel()
                .mapToObj(s -> TrainingRunner.checkpoints(training, seed.child(s))).toList();
    }

    /** Where each training ends, or was seen last before it diverged. */
    static List<double[]> ends(Setting setting, long iterations, Seed seed, int seeds) {
        return paths(setting, iterations, 2, seed, seeds).stream().map(path -> path.get(path.size() - 1)).toList();
    }

    /** The same setting with other samples to train on, as many, and none to test on. */
    static Setting over(Setting setting, Samples samples) {
        LearningTask task = setting.surface().task().orElseThrow();
        DataSet data = new DataSet(task.data().name(), samples, Optional.empty(), task.data().max(),
                task.data().sha256());
        return over(setting, new LearningTask(task.train().over(samples), Optional.empty(), data));
    }

    /** The same setting with another network of as many parameters. */
    static Setting over(Setting setting, LearningTask task) {
        SampleNoise noise = (SampleNoise) setting.noise();
        return new Setting(setting.name(), setting.summary(), new NetworkSurface(task), setting.domain(),
                new SampleNoise(task, noise.sampling(), noise.batch()), setting.sgd(), setting.start(),
                Optional.empty(), setting.startDistribution());
    }

    /** No training diverged. */
    static Hypothesis allEnded(List<List<double[]>> paths, int checkpoints) {
        long ended = paths.stream().filter(path -> path.size() == checkpoints).count();
        return new Hypothesis("no training diverges", ended == paths.size(), ended + " of " + paths.size() + " ended");
    }
}
