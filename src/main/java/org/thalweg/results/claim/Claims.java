package org.thalweg.results.claim;

import java.util.List;
import org.thalweg.model.Setting;
import org.thalweg.results.claim.bound.BifurcationPoint;
import org.thalweg.results.claim.bound.DivergencePoint;
import org.thalweg.results.claim.bound.NormalisabilityPoint;
import org.thalweg.results.claim.law.BrokenDegeneracy;
import org.thalweg.results.claim.law.EffectiveLossSlope;
import org.thalweg.results.claim.law.NoiseStrength;
import org.thalweg.results.claim.law.Stationarity;
import org.thalweg.results.claim.law.WitnessAgreement;
import org.thalweg.results.claim.learned.LeadingDirections;
import org.thalweg.results.claim.learned.NarrowedSpectrum;
import org.thalweg.results.claim.learned.OneBitWeights;
import org.thalweg.results.claim.learned.SharpnessOfFunctions;
import org.thalweg.results.claim.learned.SpreadLearners;
import org.thalweg.results.claim.learned.UnseenErrorBound;
import org.thalweg.results.claim.network.AveragedWeights;
import org.thalweg.results.claim.network.EigenvalueBounds;
import org.thalweg.results.claim.network.NetworkNoiseCurvature;
import org.thalweg.results.claim.network.NetworkVarianceFlatness;
import org.thalweg.results.claim.network.NormalisationAsymmetry;
import org.thalweg.results.claim.network.OneStepMoments;
import org.thalweg.results.claim.network.RescaledCurvature;
import org.thalweg.results.claim.network.RescalingInvariance;
import org.thalweg.results.claim.network.SecondMomentIdentity;
import org.thalweg.results.claim.network.SharpMinima;
import org.thalweg.results.claim.network.ShiftedTestLoss;
import org.thalweg.results.claim.optimiser.OptimiserDivergence;
import org.thalweg.results.claim.optimiser.OptimiserFlatness;
import org.thalweg.results.claim.passage.ConvergenceScaling;
import org.thalweg.results.claim.passage.EscapeTime;
import org.thalweg.results.claim.published.FlatSideBias;
import org.thalweg.results.claim.published.FrozenShare;
import org.thalweg.results.claim.published.InverseVarianceFlatness;
import org.thalweg.results.claim.published.RidgeShare;
import org.thalweg.results.claim.published.ShiftedMinimumGain;
import org.thalweg.results.claim.published.SwitchingRate;
import org.thalweg.results.claim.trial.ClaimExperiment;

/** The catalogue of claims, in the order in which they are judged. Many imports: it names every claim. */
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
            new NetworkNoiseCurvature(),
            new NormalisationAsymmetry(),
            new LeadingDirections(),
            new UnseenErrorBound(),
            new OneBitWeights(),
            new SharpnessOfFunctions(),
            new ShiftedTestLoss(),
            new AveragedWeights(),
            new OptimiserDivergence(),
            new OptimiserFlatness(),
            new NarrowedSpectrum(),
            new SpreadLearners());

    private Claims() {}

    /** The claims about a setting; empty where it is of a kind that no claim is about. */
    public static List<ClaimExperiment> about(Setting setting) {
        return ALL.stream().filter(claim -> claim.concerns(setting)).toList();
    }
}
