package org.thalweg.results.claim.trial;

import java.util.List;
import org.thalweg.measure.Judgement;
import org.thalweg.model.Setting;
import org.thalweg.results.Laboratory;

/** A claim of the theory with the experiment that could contradict it. */
public interface ClaimExperiment {
    /** True for settings that the claim is about, inside its hypotheses or not. */
    boolean concerns(Setting literal);

    /**
     * Runs the experiment and judges.
     *
     * @return one judgement for each witness or part; where the claim does not apply, a single NOT_APPLICABLE
     */
    List<Judgement> judge(Laboratory laboratory, Setting literal);
}
