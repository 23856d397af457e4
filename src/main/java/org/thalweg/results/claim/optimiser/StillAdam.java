package org.thalweg.results.claim.optimiser;

import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.BaseRule;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.ValleyAdaptor;

/** Rules over Adam whose preconditioner stands still: its epsilon is beyond every gradient. */
final class StillAdam {
    private StillAdam() {}

    /** The same rule, down to the moments. */
    static Optimiser of(Optimiser rule, double epsilon) {
        if (rule instanceof ValleyAdaptor valley) {
            return new ValleyAdaptor(valley.alpha(), valley.beta(), base(valley.base(), epsilon));
        }
        if (rule instanceof SharpnessAware sam) {
            return new SharpnessAware(sam.radius(), sam.normalised(), base(sam.base(), epsilon));
        }
        if (rule instanceof Decentralised many) {
            return new Decentralised(many.learners(), many.mixing(), of(many.base(), epsilon));
        }
        return rule instanceof BaseRule base ? base(base, epsilon) : rule;
    }

    private static BaseRule base(BaseRule rule, double epsilon) {
        return rule instanceof Adam adam ? new Adam(adam.beta1(), adam.beta2(), epsilon) : rule;
    }
}
