package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.model.Setting;
import org.thalweg.network.Architecture;
import org.thalweg.network.Layer;
import org.thalweg.network.ParameterGroup;
import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.Scan;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * N7: batch normalisation makes valleys asymmetric [HHY19]. Its factors keep the sign that they begin with, so that
 * random directions of one sign make all of them larger or all smaller: the loss rises where they become smaller.
 * Directions of either sign, and directions in weights, which have either sign themselves, have no such side.
 *
 * <p>Judged is A = (R- - R+) / (|R-| + |R+|) with R+ and R- the median rises of the loss at the two ends of many lines
 * within one group of parameters: 0 where sides are alike, 1 where the loss rises on the minus side alone, which takes
 * all scatter from it: whether it is large is therefore counted by seeds.
 *
 * <p>Where factors begin with either sign, a single start has a side, by the sum of so few factors. Over starts the law
 * of A is even: a start with all factors and the weights before them negated is as likely, and is the same function
 * with plus and minus exchanged.
 */
public final class NormalisationAsymmetry implements LearningClaim {
    private static final String STATEMENT = "along factors of batch normalisation the loss rises on the side where they"
            + " become smaller, A > 1/6; along directions of either sign, and in weights, sides are alike, |A| <= 1/6";
    private static final String EITHER_STATEMENT = "factors of batch normalisation that begin with either sign have no"
            + " side over many starts: |A| <= 1/3";

    /** Lines, each with its point and its two ends, of the length at which published sides differ. */
    private static final Scan LINES = new Scan(Direction.UNIFORM, 0.6, 3, 100);

    /** Rises in the ratio 5/7 to 7/5 are alike, as published. */
    private static final double ALIKE = 1.0 / 6.0;

    /** Rises in a ratio below 2, as published of factors that begin normal. */
    private static final double NO_SIDE = 1.0 / 3.0;

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Architecture architecture = LearningClaim.network(setting).architecture();
        boolean batchNorm = architecture.batchNorm();
        Ground ground = new Ground(STATEMENT, TrainedNetworks.trainable(setting)).and(
                new Hypothesis("batch normalisation", batchNorm, batchNorm ? "yes" : "none"));
        return ground.judge("N7", () -> oneSign(architecture, NetworkPoints.start(laboratory, setting))
                ? TrainedNetworks.judge("N7", ground, () -> TrainedNetworks.settled(laboratory, setting),
                        (networks, all) -> judge(networks, architecture, all))
                : either(laboratory, setting, architecture, ground));
    }

    private static List<Judgement> either(
            Laboratory laboratory, Setting setting, Architecture architecture, Ground ground) {
        boolean drawn = setting.startDistribution().isPresent();
        Ground starts = ground.saying(EITHER_STATEMENT).and(new Hypothesis(
                "factors gamma of a layer begin with one sign, or each training at a start of its own", drawn,
                drawn ? "its own" : "either sign at one start"));
        return TrainedNetworks.judge("N7", starts, () -> TrainedNetworks.settled(laboratory, setting),
                (networks, all) -> architecture.groups().stream().map(group -> group.name())
                        .filter(name -> name.startsWith("gamma")).flatMap(name -> all.between(
                                mean(networks, name, Direction.UNIFORM), -NO_SIDE, NO_SIDE,
                                over(asymmetries(networks, name, Direction.UNIFORM))).stream()).toList());
    }

    private static boolean oneSign(Architecture architecture, double[] theta) {
        for (Layer layer : architecture.layers()) {
            for (int i = layer.gammaFrom(); i < layer.betaFrom(); i++) {
                if (theta[i] * theta[layer.gammaFrom()] < 0.0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Judgement> judge(TrainedNetworks networks, Architecture architecture, Ground ground) {
        List<Judgement> judgements = new ArrayList<>();
        for (ParameterGroup group : architecture.groups()) {
            String name = group.name();
            if (name.startsWith("gamma")) {
                judgements.add(ground.signs("N7 share of seeds in which A > 1/6 along " + name + ", uniform directions",
                        ALIKE, asymmetries(networks, name, Direction.UNIFORM)));
                judgements.addAll(alike(networks, name, Direction.GAUSSIAN, ground));
            } else if (name.startsWith("W")) {
                judgements.addAll(alike(networks, name, Direction.UNIFORM, ground));
            }
        }
        return judgements;
    }

    private static List<Judgement> alike(
            TrainedNetworks networks, String group, Direction direction, Ground ground) {
        return ground.between(
                mean(networks, group, direction), -ALIKE, ALIKE, over(asymmetries(networks, group, direction)));
    }

    private static String mean(TrainedNetworks networks, String group, Direction direction) {
        return "N7 A of " + group + ", " + direction.key() + " directions, mean of " + networks.seeds() + " seeds";
    }

    private static StreamingStatistics over(double[] values) {
        StreamingStatistics over = new StreamingStatistics();
        for (double value : values) {
            over.addValue(value);
        }
        return over;
    }

    /** Of each seed. */
    private static double[] asymmetries(TrainedNetworks networks, String group, Direction direction) {
        Scan lines = new Scan(direction, LINES.reach(), LINES.points(), LINES.draws());
        return networks.measure(List.of("rise_plus", "rise_minus"), group, lines).stream()
                .mapToDouble(r -> (r[1] - r[0]) / (Math.abs(r[1]) + Math.abs(r[0]))).toArray();
    }
}
