package org.thalweg.results.claim;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;

/** Judges every claim for one model. */
public final class Validation {
    private final Laboratory laboratory;
    private final Setting setting;

    /** A validation; nothing runs yet. */
    public Validation(Laboratory laboratory, Setting setting) {
        this.laboratory = laboratory;
        this.setting = setting;
    }

    /** Judges the claims one after the other, and then all of them as a family. */
    public Family judge(Progress progress) {
        List<Judgement> judgements = new ArrayList<>();
        List<ClaimExperiment> claims = Claims.about(setting);
        int done = 0;
        for (ClaimExperiment claim : claims) {
            judgements.addAll(claim.judge(laboratory, setting));
            progress.done((double) ++done / claims.size());
        }
        return Family.of(judgements);
    }
}
