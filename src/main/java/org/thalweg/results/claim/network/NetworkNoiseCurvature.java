package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.model.Setting;
import org.thalweg.network.Layer;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * N6: gradient noise follows curvature, C_ii ~ H_ii^gamma in the directions of the Hessian's eigenvectors with gamma
 * from 1 to 2 [ZYT26], in each layer of a trained network whose eigenvectors can all be had.
 */
public final class NetworkNoiseCurvature implements LearningClaim {
    private static final String STATEMENT =
            "C_ii ~ H_ii^gamma in the Hessian's eigenvectors of a layer, 1 <= gamma <= 2";

    /** Weights of a layer: twice as many products through the network, for each seed. */
    private static final int LARGEST_LAYER = 1000;

    /** Weights below which an exponent is fitted to too few directions. */
    private static final int SMALLEST_LAYER = 20;

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        List<Layer> layers = setting.surface().task().orElseThrow().train().architecture().layers().stream()
                .filter(l -> weights(l) >= SMALLEST_LAYER && weights(l) <= LARGEST_LAYER).toList();
        Ground ground = new Ground(STATEMENT, TrainedNetworks.hypotheses(setting))
                .and(new Hypothesis("a layer of " + SMALLEST_LAYER + " to " + LARGEST_LAYER + " weights",
                        !layers.isEmpty(), layers.size() + " layers"));
        return TrainedNetworks.judge("N6", ground, () -> TrainedNetworks.of(laboratory, setting),
                (networks, all) -> judge(networks, layers, all));
    }

    private static int weights(Layer layer) {
        return layer.biasesFrom() - layer.weightsFrom();
    }

    private static List<Judgement> judge(TrainedNetworks networks, List<Layer> layers, Ground ground) {
        List<Judgement> judgements = new ArrayList<>();
        for (Layer layer : layers) {
            String name = "W" + layer.number();
            judgements.addAll(ground.between("N6 gamma of " + name + ", mean of " + networks.seeds() + " seeds",
                    1.0, 2.0, networks.over(List.of("noise_curvature_exponent"), name).get(0)));
        }
        return judgements;
    }
}
