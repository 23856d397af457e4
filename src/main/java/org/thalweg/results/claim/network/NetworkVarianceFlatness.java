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
 * [FT21]; with noise of the same total variance that is alike in all directions there is no such relation.
 *
 * <p>With isotropic noise psi = -2 in directions in which the path comes to rest within the window, and 0 in those in
 * which it does not: no more than 0 in any mixture of them. Most do not, and then flatness hardly differs between
 * components, so that psi is known badly; how much of the variance flatness says is known well.
 */
public final class NetworkVarianceFlatness implements LearningClaim {
    private static final String STATEMENT = "sigma_i^2 ~ F_i^(-psi) along the path's components with psi > 0 under SGD;"
            + " under isotropic noise psi <= 0, and flatness tells less than a quarter of ln sigma_i^2";

    /** Half of one: a relation that tells a quarter of the scatter. */
    private static final double NO_RELATION = -0.5;

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        return TrainedNetworks.judge("N5", new Ground(STATEMENT, TrainedNetworks.hypotheses(setting)),
                () -> TrainedNetworks.of(laboratory, setting), NetworkVarianceFlatness::judge);
    }

    private static List<Judgement> judge(TrainedNetworks networks, Ground ground) {
        String layer = TrainedNetworks.middle(networks.setting()).name();
        String where = " of " + layer + ", mean of " + networks.seeds() + " seeds";
        List<StreamingStatistics> found = networks.over(List.of("variance_flatness_exponent",
                "variance_flatness_exponent_isotropic", "variance_flatness_correlation_isotropic"), layer);
        return List.of(
                ground.mean("N5 psi" + where + " [sgd]", new Prediction.AtLeast(0.0), found.get(0)),
                ground.mean("N5 psi" + where + " [isotropic noise]", new Prediction.AtMost(0.0), found.get(1)),
                ground.mean("N5 correlation of ln sigma^2 and ln F" + where + " [isotropic noise]",
                        new Prediction.AtLeast(NO_RELATION), found.get(2)));
    }
}
