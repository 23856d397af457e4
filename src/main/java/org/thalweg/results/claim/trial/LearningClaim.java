package org.thalweg.results.claim.trial;

import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.network.Network;
import org.thalweg.results.Laboratory;

/** A claim about networks: it concerns whatever learns from samples, unless it says otherwise. */
public interface LearningClaim extends ClaimExperiment {
    /** Trajectories of an ensemble that a training stands for: it takes seconds. */
    int PARTICLES_A_SEED = 800;

    @Override
    default boolean concerns(Setting setting) {
        return setting.surface().task().isPresent();
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

    /** How many trainings there are, more where more is asked of ensembles. */
    static int seeds(Laboratory laboratory, int fewest) {
        return Math.max(fewest, laboratory.particles() / PARTICLES_A_SEED);
    }

    /** The Hessian exists. */
    static Hypothesis derivatives(Network network) {
        return new Hypothesis("the loss has derivatives", network.withoutDerivatives().isEmpty(),
                network.architecture().weights().key() + " weights");
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

    /** There are samples to test on. */
    static Hypothesis tested(Setting setting) {
        boolean tested = setting.surface().task().orElseThrow().test().isPresent();
        return new Hypothesis("samples to test on", tested, tested ? "yes" : "none");
    }

    /** What takes minutes is not done. */
    static Hypothesis small(Setting setting, double most) {
        double size = (double) network(setting).samples().count() * setting.surface().dimension();
        return new Hypothesis("samples x parameters <= " + most, size <= most, Double.toString(size));
    }
}
