package org.thalweg.results.claim;

import java.util.List;
import org.thalweg.model.Setting;

/** The catalogue of claims, in the order in which they are judged. */
public final class Claims {
    /** All claims. */
    public static final List<ClaimExperiment> ALL = List.of(
            new Stationarity(),
            new WitnessAgreement(),
            new EffectiveLossSlope(),
            new NoiseStrength(),
            new BrokenDegeneracy(),
            new ConvergenceScaling(),
            new EscapeTime(),
            new BifurcationPoint(),
            new NormalisabilityPoint(),
            new DivergencePoint(),
            new ShiftedMinimumGain(),
            new FlatSideBias(),
            new SwitchingRate(),
            new FrozenShare(),
            new RidgeShare(),
            new InverseVarianceFlatness(),
            new RescalingInvariance(),
            new RescaledCurvature(),
            new SharpMinima(),
            new EigenvalueBounds(),
            new SecondMomentIdentity(),
            new OneStepMoments(),
            new NetworkVarianceFlatness(),
            new NetworkNoiseCurvature());

    private Claims() {}

    /** The claims about a setting; empty where it is of a kind that no claim is about. */
    public static List<ClaimExperiment> about(Setting setting) {
        return ALL.stream().filter(claim -> claim.concerns(setting)).toList();
    }
}
