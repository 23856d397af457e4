package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
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
 * within one group of parameters: 0 where sides are alike, 1 where the loss rises on the minus side alone.
 */
public final class NormalisationAsymmetry implements LearningClaim {
    private static final String STATEMENT = "along factors of batch normalisation the loss rises on the side where they"
            + " become smaller, A > 1/6; along directions of either sign, and in weights, sides are alike, |A| <= 1/6";

    /** Lines, each with its point and its two ends, of the length at which published sides differ. */
    private static final Scan LINES = new Scan(Direction.UNIFORM, 0.6, 3, 100);

    /** Rises in the ratio 5/7 to 7/5 are alike, as published. */
    private static final double ALIKE = 1.0 / 6.0;

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Architecture architecture = LearningClaim.network(setting).architecture();
        boolean batchNorm = architecture.batchNorm();
        boolean oneSign = batchNorm && oneSign(architecture, NetworkPoints.start(laboratory, setting));
        Ground ground = new Ground(STATEMENT, TrainedNetworks.trainable(setting)).and(
                new Hypothesis("batch normalisation", batchNorm, batchNorm ? "yes" : "none"),
                new Hypothesis("factors gamma of a layer begin with one sign", oneSign,
                        oneSign ? "yes" : "either sign"));
        return TrainedNetworks.judge("N7", ground, () -> TrainedNetworks.wholly(laboratory, setting),
                (networks, all) -> judge(networks, architecture, all));
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
                judgements.add(ground.mean(along(networks, name, Direction.UNIFORM), new Prediction.AtLeast(ALIKE),
                        asymmetry(networks, name, Direction.UNIFORM)));
                judgements.addAll(alike(networks, name, Direction.GAUSSIAN, ground));
            } else if (name.startsWith("W")) {
                judgements.addAll(alike(networks, name, Direction.UNIFORM, ground));
            }
        }
        return judgements;
    }

    private static List<Judgement> alike(
            TrainedNetworks networks, String group, Direction direction, Ground ground) {
        return ground.between(along(networks, group, direction), -ALIKE, ALIKE, asymmetry(networks, group, direction));
    }

    private static String along(TrainedNetworks networks, String group, Direction direction) {
        return "N7 A of " + group + ", " + direction.key() + " directions, mean of " + networks.seeds() + " seeds";
    }

    private static StreamingStatistics asymmetry(TrainedNetworks networks, String group, Direction direction) {
        Scan lines = new Scan(direction, LINES.reach(), LINES.points(), LINES.draws());
        StreamingStatistics over = new StreamingStatistics();
        for (double[] rises : networks.measure(List.of("rise_plus", "rise_minus"), group, lines)) {
            over.addValue((rises[1] - rises[0]) / (Math.abs(rises[1]) + Math.abs(rises[0])));
        }
        return over;
    }
}
