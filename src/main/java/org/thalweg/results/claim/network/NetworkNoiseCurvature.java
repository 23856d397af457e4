package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Layer;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.ClaimExperiment;

/**
 * N6: gradient noise follows curvature, C_ii ~ H_ii^gamma in the directions of the Hessian's eigenvectors with gamma
 * from 1 to 2 [ZYT26], in each layer of a trained network whose eigenvectors can all be had.
 */
public final class NetworkNoiseCurvature implements ClaimExperiment {
    private static final String STATEMENT = "C_ii ~ H_ii^gamma in the Hessian's eigenvectors of a layer, 1 <= gamma <= 2";

    /** Weights of a layer: twice as many products through the network, for each seed. */
    private static final int LARGEST_LAYER = 1000;

    /** Weights below which an exponent is fitted to too few directions. */
    private static final int SMALLEST_LAYER = 20;

    @Override
    public String title() {
        return "N6 noise against curvature";
    }

    @Override
    public boolean concerns(Setting setting) {
        return setting.surface().task().isPresent();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        List<Layer> layers = setting.surface().task().orElseThrow().train().architecture().layers().stream()
                .filter(l -> weights(l) >= SMALLEST_LAYER && weights(l) <= LARGEST_LAYER).toList();
        List<Hypothesis> hypotheses = Applicability.and(TrainedNetworks.hypotheses(setting),
                new Hypothesis("a layer of " + SMALLEST_LAYER + " to " + LARGEST_LAYER + " weights",
                        !layers.isEmpty(), layers.size() + " layers"));
        return Applicability.silence("N6", STATEMENT, hypotheses).orElseGet(() -> {
            TrainedNetworks networks = TrainedNetworks.of(laboratory, setting);
            List<Hypothesis> all = Applicability.and(hypotheses, networks.atZeroError());
            return Applicability.silence("N6", STATEMENT, all).orElseGet(() -> judge(networks, layers, all));
        });
    }

    private static int weights(Layer layer) {
        return layer.biasesFrom() - layer.weightsFrom();
    }

    private static List<Judgement> judge(TrainedNetworks networks, List<Layer> layers, List<Hypothesis> hypotheses) {
        List<Judgement> judgements = new ArrayList<>();
        for (Layer layer : layers) {
            String name = "W" + layer.number();
            Measurement gamma = Measurement.mean(networks.over(List.of("noise_curvature_exponent"), name).get(0));
            String id = "N6 gamma of " + name + ", mean of " + networks.seeds() + " seeds";
            ErrorBudget budget = ErrorBudget.EMPTY.withSampling(gamma);
            judgements.add(new Claim(id + ", lower bound", STATEMENT, hypotheses, new Prediction.AtLeast(1.0))
                    .judge(gamma, budget));
            judgements.add(new Claim(id + ", upper bound", STATEMENT, hypotheses, new Prediction.AtMost(2.0))
                    .judge(gamma, budget));
        }
        return judgements;
    }
}
