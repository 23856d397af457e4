package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.data.Checkpoints;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Architecture;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Probe;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.Scan;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;

/**
 * A network trained to zero error from several seeds, and what probes say of it there: claims about trained networks
 * are about the mean over seeds, never about one run.
 *
 * @param ends the parameters at the end of each training
 * @param trained how many of them put every sample into its class
 */
record TrainedNetworks(Setting setting, List<double[]> ends, int trained, Seed seed) {
    /** Trainings, at least, where a mean is judged. */
    private static final int FEWEST_SEEDS = 5;

    /** Trainings, at least, where signs are counted: five that are alike are 1 in 16 by chance, these 1 in 5e5. */
    private static final int FEWEST_SIGNS = 20;

    private static final int EPOCHS = 200;

    /** Samples times parameters beyond which twenty trainings and what is measured of them take many minutes. */
    private static final double LARGEST = 1e7;

    /** Parameters, and iterations of ten epochs, below which a path has too few components. */
    private static final int FEWEST = 40;

    private static final double WINDOW = 10.0;

    /** What must hold for there to be trainings that end soon. */
    static List<Hypothesis> trainable(Setting setting) {
        return List.of(
                LearningClaim.derivatives(LearningClaim.network(setting)),
                LearningClaim.steps(setting), LearningClaim.classes(setting), LearningClaim.batches(setting),
                LearningClaim.small(setting, LARGEST));
    }

    /** What must hold before anything is trained whose samples' gradients and path are looked at. */
    static List<Hypothesis> hypotheses(Setting setting) {
        int samples = setting.surface().task().orElseThrow().samples();
        long points = setting.noise() instanceof SampleNoise n ? Math.round(WINDOW * samples / n.batch()) : 0;
        List<Hypothesis> hypotheses = new ArrayList<>(trainable(setting));
        hypotheses.add(NetworkPoints.sampleGradients(setting));
        hypotheses.addAll(List.of(
                new Hypothesis("at least " + FEWEST + " parameters in the middle layer",
                        middle(setting).size() >= FEWEST, Integer.toString(middle(setting).size())),
                new Hypothesis("at least " + FEWEST + " iterations in ten epochs", points >= FEWEST,
                        Long.toString(points))));
        return List.copyOf(hypotheses);
    }

    /** The weights that published figures are about: those of the middle layer, of two layers the first. */
    static ParameterGroup middle(Setting setting) {
        Architecture architecture = LearningClaim.network(setting).architecture();
        return architecture.group("W" + (architecture.layers().size() + 1) / 2);
    }

    /** Trains until every sample is in its class. */
    static TrainedNetworks of(Laboratory laboratory, Setting setting) {
        return of(laboratory, setting, Optional.of(new Training.Stop(0.0, 0)), FEWEST_SEEDS);
    }

    /**
     * As many as signs are counted of, where sides are looked at: under batch normalisation trained for all of the
     * epochs, since what weights come to takes longer than putting samples into classes, else until that is done.
     */
    static TrainedNetworks settled(Laboratory laboratory, Setting setting) {
        boolean batchNorm = LearningClaim.network(setting).architecture().batchNorm();
        return of(laboratory, setting, batchNorm ? Optional.empty() : Optional.of(new Training.Stop(0.0, 0)),
                FEWEST_SIGNS);
    }

    private static TrainedNetworks of(
            Laboratory laboratory, Setting setting, Optional<Training.Stop> stop, int fewest) {
        SampleNoise noise = (SampleNoise) setting.noise();
        Training training = new Training(setting, noise, EPOCHS * LearningClaim.epoch(setting), 2, stop);
        Propagation network = noise.task().train().bind();
        int seeds = LearningClaim.seeds(laboratory, fewest);
        List<double[]> ends = IntStream.range(0, seeds).parallel().mapToObj(s -> {
            List<double[]> checkpoints =
                    TrainingRunner.checkpoints(training, NetworkPoints.seed(laboratory, 5).child(s));
            return checkpoints.get(checkpoints.size() - 1);
        }).toList();
        int trained = (int) ends.stream().filter(end -> network.errorRate(end) == 0.0).count();
        return new TrainedNetworks(setting, ends, trained, NetworkPoints.seed(laboratory, 6));
    }

    /**
     * Trains where that makes sense, and judges where all trainings come to zero error.
     *
     * @param judge given the networks and all that the claim stands on
     */
    static List<Judgement> judge(String id, Ground ground, Supplier<TrainedNetworks> training,
            BiFunction<TrainedNetworks, Ground, List<Judgement>> judge) {
        return ground.judge(id, () -> {
            TrainedNetworks networks = training.get();
            Ground all = ground.and(networks.atZeroError());
            return all.judge(id, () -> judge.apply(networks, all));
        });
    }

    /** How many trainings. */
    int seeds() {
        return ends.size();
    }

    /** What training has to come to. */
    Hypothesis atZeroError() {
        return new Hypothesis("zero train error within " + EPOCHS + " epochs from each of " + seeds() + " seeds",
                trained == seeds(), trained + " of " + seeds());
    }

    /** Single numbers of one probe over the seeds, of the parameters of one layer. */
    List<StreamingStatistics> over(List<String> quantities, String layer) {
        List<StreamingStatistics> over = quantities.stream().map(q -> new StreamingStatistics()).toList();
        for (double[] numbers : measure(quantities, layer, Scan.DEFAULT)) {
            for (int k = 0; k < numbers.length; k++) {
                over.get(k).addValue(numbers[k]);
            }
        }
        return over;
    }

    /** Single numbers of one probe for each of the seeds, of the parameters of one layer. */
    List<double[]> measure(List<String> quantities, String layer, Scan scan) {
        Probe probe = Probes.of(quantities.get(0));
        ProbePlan plan = Probes.plan(setting, Optional.of(layer),
                new ProbeOptions(OptionalInt.empty(), WINDOW, scan), Set.of(probe));
        List<ProbeRunner.Point> points = new ArrayList<>();
        for (int s = 0; s < ends.size(); s++) {
            points.add(new ProbeRunner.Point(new Checkpoints.Entry(s, 0, 0, 0.0), ends.get(s)));
        }
        return new ProbeRunner(plan, seed).run(points, share -> { }).points().stream()
                .map(at -> quantities.stream().mapToDouble(quantity -> at.readings().stream()
                        .filter(r -> r.quantity().equals(quantity)).findFirst().orElseThrow().value()).toArray())
                .toList();
    }
}
