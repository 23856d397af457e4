package org.thalweg.theory;

import java.util.List;

/** The catalogue of results: one line each. */
public final class Theorems {
    /** Every result of this package. */
    public static final List<Theorem> ALL = List.of(
            EffectiveLoss.THEOREM,
            NextOrder.THEOREM,
            GeneralNoise.THEOREM,
            FiniteLearningRate.THEOREM,
            ConvergenceTime.THEOREM,
            KramersEscape.THEOREM,
            SelectionBifurcation.THEOREM,
            Normalisability.THEOREM,
            StepSizeBound.THEOREM,
            AsymmetricBias.THEOREM,
            ShiftedMinimum.THEOREM,
            SwitchingRates.THEOREM,
            RidgeOdds.ITO,
            RidgeOdds.PUBLISHED,
            RidgeOdds.ISOTHERMAL,
            PublishedFreezing.THEOREM,
            VarianceFlatnessLaw.THEOREM);

    private Theorems() {}
}
