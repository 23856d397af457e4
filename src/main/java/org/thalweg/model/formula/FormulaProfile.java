package org.thalweg.model.formula;

import java.util.List;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** Makes a {@link Profile} of a formula of x. */
public final class FormulaProfile {
    private FormulaProfile() {}

    /** The profile of a formula whose only variable is x. */
    public static Profile of(Formula formula) {
        if (!formula.variables().equals(List.of("x"))) {
            throw new Refusal("profile '" + formula + "' has the variables " + formula.variables()
                    + "; it must have x only");
        }
        return new Profile(formula.text(), formula.expression(),
                new Profile.Traits(formula.kinks(), formula.frames("x"), Interval.LINE));
    }
}
