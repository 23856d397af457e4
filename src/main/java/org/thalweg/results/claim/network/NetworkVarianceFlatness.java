package org.thalweg.results.claim.network;

import java.util.List;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * N5: about a trained network SGD wanders least where the loss is flattest, sigma_i^2 ~ F_i^(-psi) with psi &gt; 0
 * [FT21]; with noise of the same total variance that is alike in all directions, not so: psi is no more than 0.
 */
public final class NetworkVarianceFlatness implements LearningClaim {
    private static final String STATEMENT =
            "sigma_i^2 ~ F_i^(-psi) along the path's components: psi > 0 under SGD, psi <= 0 under isotropic noise";

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        return TrainedNetworks.judge("N5", new Ground(STATEMENT, TrainedNetworks.hypotheses(setting)),
                () -> TrainedNetworks.of(laboratory, setting), NetworkVarianceFlatness::judge);
    }

    private static List<Judgement> judge(TrainedNetworks networks, Ground ground) {
        String layer = TrainedNetworks.middle(networks.setting()).name();
        String where = " of " + layer + ", mean of " + networks.seeds() + " seeds";
        List<StreamingStatistics> psi = networks.over(
                List.of("variance_flatness_exponent", "variance_flatness_exponent_isotropic"), layer);
        return List.of(
                ground.mean("N5 psi" + where + " [sgd]", new Prediction.AtLeast(0.0), psi.get(0)),
                ground.mean("N5 psi" + where + " [isotropic noise]", new Prediction.AtMost(0.0), psi.get(1)));
    }
}
