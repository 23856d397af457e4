package org.thalweg.results;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.PlainSetting;
import org.thalweg.results.plan.RunPlan;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.training.Training;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.block.Block;

/**
 * How much work an experiment is, by kinds whose paces are found out while it is done. Of an ensemble it is the
 * particle-steps that are to be expected.
 */
public final class Effort {
    /** Kinds: literal SGD, the simulated SDE, stationary densities, passage times, trainings of networks. */
    public static final String SGD = "sgd";
    public static final String SDE = "sde";
    public static final String DENSITY = "density";
    public static final String PASSAGE = "passage";
    public static final String TRAINING = "training";

    /** What a cell of a sweep takes beside its ensembles, densities and trainings, such as its plan; amount 1. */
    public static final String CELL = "cell";

    /**
     * Processor seconds of a kind on the machine of docs/scaling.md, for one of its amount; of ensembles a step of a
     * particle in two parameters.
     */
    private static final Map<String, Double> GUESSES =
            Map.of(SGD, 8.5e-9, SDE, 6.5e-8, DENSITY, 1.0, PASSAGE, 0.011, TRAINING, 1.2e-10, CELL, 0.1);

    /** What a step of the SDE costs by a covariance that is not diagonal, against one that is. */
    private static final double OF_A_COVARIANCE = 3.0;

    /** Parameters that take as long as what a sample costs however small the network is. */
    private static final double OF_A_SAMPLE = 1500.0;

    /** Of a step's work: itself, and the errors over all samples at the end of an epoch, a third as much a sample. */
    private static final double EPOCH = 4.0 / 3.0;

    /** Loss, errors and gradient over all samples, where a checkpoint is. */
    private static final double LOOKS = 5.0 / 3.0;

    private final Map<String, Double> amounts = new LinkedHashMap<>();

    /** Nothing to do. */
    public static Effort none() {
        return new Effort();
    }

    /** Of one kind. */
    public static Effort of(String kind, double amount) {
        return new Effort().with(kind, amount);
    }

    /** Adds an amount. */
    Effort with(String kind, double amount) {
        amounts.merge(kind, amount, Double::sum);
        return this;
    }

    /** So many times as much work. */
    public Effort times(double factor) {
        Effort more = new Effort();
        amounts.forEach((kind, amount) -> more.with(kind, factor * amount));
        return more;
    }

    /** The amounts, by kind. */
    public Map<String, Double> amounts() {
        return Map.copyOf(amounts);
    }

    /** About how long an amount of one takes, in seconds, before anything is timed. */
    public static double guess(String kind) {
        return GUESSES.get(kind);
    }

    /** Seconds by guesses: which of two experiments is longer. */
    public double guess() {
        return amounts.entrySet().stream().mapToDouble(e -> guess(e.getKey()) * e.getValue()).sum();
    }

    /**
     * The amount of one repeat of a training: parameters times samples that are looked at, by its steps, by what is
     * watched at the end of each epoch, and at each checkpoint.
     */
    static double ofRepeat(Training training) {
        double stepped = (double) training.iterations() * training.noise().batch();
        double looked = LOOKS * training.checkpoints() * training.epoch() * training.noise().batch();
        return (EPOCH * stepped + looked) * (OF_A_SAMPLE + training.task().train().parameters());
    }

    /**
     * The amount of so many steps of a particle: each sharp direction is a parameter with a profile of its own, a
     * single parameter half as much. Literal SGD by mini-batches has a gradient of each sample beside; the SDE a
     * covariance that depends on both parameters.
     */
    static double ofSteps(PlainSetting setting, String kind, double steps) {
        double each = setting.noise().batchSize().stream()
                .mapToDouble(batch -> kind.equals(SGD) ? 1.0 + batch : OF_A_COVARIANCE).findFirst().orElse(1.0);
        return Math.max(0.5, setting.surface().dimension() - 1.0) * each * steps;
    }

    /**
     * The amount of an ensemble.
     *
     * @param arrival the theory of the first passage; empty without a flat set
     */
    static double ofEnsemble(
            PlainSetting setting, RunPlan plan, Optional<ConvergenceTime> arrival, String kind, double timeStep,
            int size) {
        int block = Block.size(setting.surface().dimension());
        double sum = 0.0;
        for (int b = 0; (long) b * block < size; b++) {
            sum += ofBlock(setting, plan, arrival, kind, timeStep, size, b);
        }
        return sum;
    }

    /**
     * The amount of a block of an ensemble. Arrivals are taken to be exponential, with the mean of the theory: those
     * that are averaged go on until the end, and who has not arrived then until it has; the others until they arrive.
     */
    static double ofBlock(
            PlainSetting setting, RunPlan plan, Optional<ConvergenceTime> arrival, String kind, double timeStep,
            int size, int block) {
        int capacity = Block.size(setting.surface().dimension());
        Protocol protocol = plan.protocol(timeStep, size);
        int particles = Math.min(capacity, size - block * capacity);
        boolean watched = arrival.isPresent();
        boolean averaged = !watched || (long) block * capacity < protocol.averagedParticles();
        double end = averaged ? protocol.averaging().to() : 0.0;
        double limit = watched ? plan.passageLimit() / timeStep : 0.0;
        double mean = arrival.map(time -> Math.min(limit, time.meanTime() / timeStep)).orElse(0.0);
        double late = mean > 0.0 ? Math.exp(-end / mean) : 0.0;
        double last = Math.max(end, Math.min(limit, mean * (1.0 + Math.log(particles))));
        return ofSteps(setting, kind, particles * (end + late * mean) + Ensemble.PARTICLES_OF_A_STEP * last);
    }
}
