package org.thalweg.results.claim.trial;

import java.util.List;
import org.thalweg.measure.Judgement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.results.Laboratory;

/** A claim about the diffusion that stands for SGD: its experiments are about the effective plain SGD. */
public interface DiffusionClaim extends ClaimExperiment {
    /** True for settings that the claim is about, inside its hypotheses or not: valleys, unless it says otherwise. */
    default boolean concerns(PlainSetting setting) {
        return setting.surface().geometry().valley();
    }

    /** Runs the experiment and judges, as {@link ClaimExperiment} has it. */
    List<Judgement> judge(Laboratory laboratory, PlainSetting setting);

    /** Never of a network, whose noise of samples need not have a diffusion, nor of another optimiser. */
    @Override
    default boolean concerns(Setting literal) {
        return literal.surface().task().isEmpty() && literal.sgd().descends() && concerns(literal.effective());
    }

    @Override
    default List<Judgement> judge(Laboratory laboratory, Setting literal) {
        return judge(laboratory, literal.effective());
    }
}
