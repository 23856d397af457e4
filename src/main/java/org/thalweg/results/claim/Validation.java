package org.thalweg.results.claim;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Laboratory;
import org.thalweg.results.plan.FirstOrder;

/** Judges every claim for one model. */
public final class Validation {
    private final Laboratory laboratory;
    private final Setting setting;

    private Validation(Laboratory laboratory, Setting setting) {
        this.laboratory = laboratory;
        this.setting = setting;
    }

    /**
     * A validation of which nothing has run yet, once it is known that the claims can be judged for the setting.
     *
     * @throws Refusal where they cannot be
     */
    public static Validation of(Laboratory laboratory, Setting literal) {
        if (literal.surface().task().isPresent() || !literal.sgd().descends()) {
            return new Validation(laboratory, literal);
        }
        FirstOrder.require(literal);
        if (Claims.about(literal).isEmpty()) {
            throw new Refusal("the claims are about valleys and asymmetric valleys, and this surface is neither; use a"
                    + " surface of kind valley or asymmetric");
        }
        if (literal.noise().structure() == NoiseStructure.GENERAL) {
            // Noise that couples x and y is too much for some grids: better known before anything is written.
            laboratory.density(literal.effective());
        }
        return new Validation(laboratory, literal);
    }

    /** Judges the claims one after the other, and then all of them as a family. */
    public Family judge(Progress progress) {
        List<Judgement> judgements = new ArrayList<>();
        List<Claims.Entry> claims = Claims.about(setting);
        int done = 0;
        for (Claims.Entry claim : claims) {
            judgements.addAll(claim.experiment().judge(laboratory, setting));
            progress.done((double) ++done / claims.size());
        }
        return Family.of(judgements);
    }
}
