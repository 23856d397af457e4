package org.thalweg.theory;

import java.util.List;
import org.thalweg.theory.bounds.OptimiserStability;
import org.thalweg.theory.bounds.SelectionBifurcation;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.escape.KramersEscape;
import org.thalweg.theory.escape.RidgeOdds;
import org.thalweg.theory.escape.SwitchingRates;
import org.thalweg.theory.law.Normalisability;
import org.thalweg.theory.law.Theorem;

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
            OptimiserStability.THEOREM,
            OptimiserSelection.THEOREM,
            AsymmetricBias.THEOREM,
            ShiftedMinimum.THEOREM,
            SwitchingRates.THEOREM,
            RidgeOdds.ITO,
            RidgeOdds.PUBLISHED,
            RidgeOdds.ISOTHERMAL,
            RidgeOdds.FREEZING,
            VarianceFlatnessLaw.THEOREM);

    private Theorems() {}
}
