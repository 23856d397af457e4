package org.thalweg.results.claim.network;

import java.util.List;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.ClaimExperiment;

/**
 * N5: about a trained network SGD wanders least where the loss is flattest, sigma_i^2 ~ F_i^(-psi) with psi &gt; 0
 * [FT21]; with noise of the same total variance that is alike in all directions, not so: psi is no more than 0.
 */
public final class NetworkVarianceFlatness implements ClaimExperiment {
    private static final String STATEMENT =
            "sigma_i^2 ~ F_i^(-psi) along the path's components: psi > 0 under SGD, psi <= 0 under isotropic noise";

    @Override
    public String title() {
        return "N5 variance against flatness";
    }

    @Override
    public boolean concerns(Setting setting) {
        return setting.surface().task().isPresent();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        List<Hypothesis> hypotheses = TrainedNetworks.hypotheses(setting);
        return Applicability.silence("N5", STATEMENT, hypotheses).orElseGet(() -> {
            TrainedNetworks networks = TrainedNetworks.of(laboratory, setting);
            List<Hypothesis> all = Applicability.and(hypotheses, networks.atZeroError());
            return Applicability.silence("N5", STATEMENT, all).orElseGet(() -> judge(networks, all));
        });
    }

    private static List<Judgement> judge(TrainedNetworks networks, List<Hypothesis> hypotheses) {
        String layer = TrainedNetworks.middle(networks.setting()).name();
        String where = " of " + layer + ", mean of " + networks.seeds() + " seeds";
        List<StreamingStatistics> psi = networks.over(
                List.of("variance_flatness_exponent", "variance_flatness_exponent_isotropic"), layer);
        return List.of(
                judge("N5 psi" + where + " [sgd]", hypotheses, new Prediction.AtLeast(0.0),
                        Measurement.mean(psi.get(0))),
                judge("N5 psi" + where + " [isotropic noise]", hypotheses, new Prediction.AtMost(0.0),
                        Measurement.mean(psi.get(1))));
    }

    private static Judgement judge(
            String id, List<Hypothesis> hypotheses, Prediction prediction, Measurement measured) {
        return new Claim(id, STATEMENT, hypotheses, prediction)
                .judge(measured, ErrorBudget.EMPTY.withSampling(measured));
    }
}
