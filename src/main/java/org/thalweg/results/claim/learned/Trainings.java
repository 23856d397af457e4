package org.thalweg.results.claim.learned;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.data.DataSet;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.surface.NetworkSurface;
import org.thalweg.network.Network;
import org.thalweg.network.Samples;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;

/** Trainings of one setting from several seeds, whose parameters are kept on the way. */
final class Trainings {
    /** Address of the random numbers of claims about what is learned. */
    private static final long LEARNED = 0x6C6561;

    /** Trajectories of an ensemble that a training stands for: it takes seconds. */
    private static final int PARTICLES_A_SEED = 800;

    private Trainings() {}

    /** The seed of a claim, by its number. */
    static Seed seed(Laboratory laboratory, int claim) {
        return laboratory.seed().child(LEARNED).child(claim);
    }

    /** How many seeds, more where more is asked of ensembles. */
    static int seeds(Laboratory laboratory, int fewest) {
        return Math.max(fewest, laboratory.particles() / PARTICLES_A_SEED);
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

    /** The network over the samples to train on. */
    static Network network(Setting setting) {
        return setting.surface().task().orElseThrow().train();
    }

    /** The iterations in which every sample is used once. */
    static long epoch(Setting setting) {
        SampleNoise noise = (SampleNoise) setting.noise();
        return Math.max(1, noise.task().samples() / noise.batch());
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

    /** A training takes batches of samples. */
    static Hypothesis batches(Setting setting) {
        return new Hypothesis("noise of mini-batches of the samples", setting.noise() instanceof SampleNoise,
                setting.noise().toString());
    }

    /** Steps are those of SGD. */
    static Hypothesis steps(Setting setting) {
        return new Hypothesis("steps of SGD", setting.sgd().rule() instanceof GradientDescent,
                setting.sgd().rule().kind());
    }

    /** Samples have classes. */
    static Hypothesis classes(Setting setting) {
        boolean classes = network(setting).samples().haveClasses();
        return new Hypothesis("samples in classes", classes, classes ? "yes" : "targets");
    }

    /** The Hessian exists. */
    static Hypothesis derivatives(Setting setting) {
        return new Hypothesis("the loss has derivatives", network(setting).withoutDerivatives().isEmpty(),
                network(setting).architecture().weights().key() + " weights");
    }

    /** No training diverged. */
    static Hypothesis allEnded(List<List<double[]>> paths, int checkpoints) {
        long ended = paths.stream().filter(path -> path.size() == checkpoints).count();
        return new Hypothesis("no training diverges", ended == paths.size(), ended + " of " + paths.size() + " ended");
    }

    /** What takes minutes is not done. */
    static Hypothesis small(Setting setting, double most) {
        double size = (double) network(setting).samples().count() * network(setting).parameters();
        return new Hypothesis("samples x parameters <= " + most, size <= most, Double.toString(size));
    }
}
