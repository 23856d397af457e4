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
    /** A claim under its number in docs/claims.md, with which the ids of its judgements begin. */
    public record Entry(String number, ClaimExperiment experiment) {}

    /** All claims. */
    public static final List<Entry> ALL = List.of(
            new Entry("S1", new Stationarity()),
            new Entry("W1", new WitnessAgreement()),
            new Entry("C1", new EffectiveLossSlope()),
            new Entry("C2", new NoiseStrength()),
            new Entry("C3", new BrokenDegeneracy()),
            new Entry("C4", new ConvergenceScaling()),
            new Entry("C4", new EscapeTime()),
            new Entry("C5(i)", new BifurcationPoint()),
            new Entry("C5(ii)", new NormalisabilityPoint()),
            new Entry("C5(iii)", new DivergencePoint()),
            new Entry("A1", new ShiftedMinimumGain()),
            new Entry("A2", new FlatSideBias()),
            new Entry("F1", new SwitchingRate()),
            new Entry("F2", new FrozenShare()),
            new Entry("F5", new RidgeShare()),
            new Entry("V1", new InverseVarianceFlatness()),
            new Entry("N1", new RescalingInvariance()),
            new Entry("N1", new RescaledCurvature()),
            new Entry("N1", new SharpMinima()),
            new Entry("N2", new EigenvalueBounds()),
            new Entry("N3", new SecondMomentIdentity()),
            new Entry("N4", new OneStepMoments()),
            new Entry("N5", new NetworkVarianceFlatness()),
            new Entry("N6", new NetworkNoiseCurvature()),
            new Entry("N7", new NormalisationAsymmetry()),
            new Entry("N8", new LeadingDirections()),
            new Entry("N9", new UnseenErrorBound()),
            new Entry("N10", new OneBitWeights()),
            new Entry("N12", new SharpnessOfFunctions()),
            new Entry("A4", new ShiftedTestLoss()),
            new Entry("A5", new AveragedWeights()),
            new Entry("O1", new OptimiserDivergence()),
            new Entry("O2", new OptimiserFlatness()),
            new Entry("O3", new NarrowedSpectrum()),
            new Entry("O4", new SpreadLearners()));

    private Claims() {}

    /** The claims about a setting; empty where it is of a kind that no claim is about. */
    public static List<Entry> about(Setting setting) {
        return ALL.stream().filter(claim -> claim.experiment().concerns(setting)).toList();
    }
}
