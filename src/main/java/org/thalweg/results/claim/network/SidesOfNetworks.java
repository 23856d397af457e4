package org.thalweg.results.claim.network;

import java.util.List;
import java.util.function.BiFunction;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.model.Setting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Applicability;

/** What claims about the sides of trained networks and the loss of other samples have in common. */
final class SidesOfNetworks {
    private SidesOfNetworks() {}

    /**
     * Judges a claim at the end of trainings that have settled; silent where networks do not come to that.
     *
     * @param judge given the networks and all hypotheses
     */
    static List<Judgement> judge(Laboratory laboratory, Setting setting, String id, String statement,
            BiFunction<TrainedNetworks, List<Hypothesis>, List<Judgement>> judge) {
        List<Hypothesis> hypotheses =
                Applicability.and(TrainedNetworks.trainable(setting), TrainedNetworks.tested(setting));
        return Applicability.silence(id, statement, hypotheses).orElseGet(() -> {
            TrainedNetworks networks = TrainedNetworks.settled(laboratory, setting);
            List<Hypothesis> all = Applicability.and(hypotheses, networks.atZeroError());
            return Applicability.silence(id, statement, all).orElseGet(() -> judge.apply(networks, all));
        });
    }
}
