package org.thalweg.results.claim.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.plan.Horizon;
import org.thalweg.theory.AsymmetricBias;
import org.thalweg.trajectory.Protocol;

/**
 * A2, theorem 2 of asymmetric valleys: averaged SGD lies on the flat side; and A3, what holds for two slopes under any
 * noise: the balance of slopes and of squares, and what the diffusion makes of it.
 */
public final class FlatSideBias implements DiffusionClaim {
    private static final String BIAS = "the averaged iterate of SGD lies on the flat side of two slopes";
    private static final String BALANCE = "in the stationary state E L' = 0 and E w^2 does not change";
    private static final String DIFFUSION = "the diffusion has two exponentials for a density, and no overshoot";

    /** A measurement that cannot tell a difference of this share says nothing about the balance. */
    private static final double RESOLUTION = 0.01;

    /** The same for the mean, of which a limit is claimed and bounds far apart. */
    private static final double BIAS_RESOLUTION = 0.1;

    /** The density's own accuracy, relative: a quadrature. */
    private static final double QUADRATURE = 1e-9;

    @Override
    public boolean concerns(PlainSetting setting) {
        return AsymmetricBias.of(setting).isPresent();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        AsymmetricBias theory = AsymmetricBias.of(setting).orElseThrow();
        Ground bias = new Ground(BIAS, theory.hypotheses());
        Ground balance = new Ground(BALANCE, theory.balance());
        if (!theory.balance().stream().allMatch(Hypothesis::holds)) {
            // Without a balance there is no bias either.
            List<Judgement> silent = new ArrayList<>(bias.judge("A2", List::of));
            silent.addAll(balance.judge("A3", List::of));
            return silent;
        }
        long run = Horizon.ofPaths(setting);
        long window = run - run / 10;
        Map<Quantity, Measurement> sgd =
                laboratory.sgd(setting, Protocol.atTime(run), laboratory.particles()).quantities();
        List<Judgement> judgements = new ArrayList<>(
                bias.judge("A2", () -> bias(theory, bias, sgd.get(Quantity.AVERAGED_X), window)));
        judgements.addAll(balance(theory, balance, sgd, window));
        judgements.addAll(diffusion(theory, laboratory.density(setting).quantities()));
        return judgements;
    }

    private static List<Judgement> bias(AsymmetricBias theory, Ground ground, Measurement averaged, long window) {
        ErrorBudget budget = ErrorBudget.EMPTY.withSampling(averaged)
                .withSystematic("finite window", theory.windowOfBias(window));
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(ground.claim("A2 averaged iterate, lower bound [sgd]",
                new Prediction.AtLeast(theory.leastBias())).judge(averaged, budget));
        judgements.add(ground.claim("A2 averaged iterate, upper bound [sgd]",
                new Prediction.AtMost(theory.mostBias())).judge(averaged, budget));
        Ground limit = new Ground(BIAS, theory.hypothesesOfLimit());
        judgements.addAll(limit.judge("A2 averaged iterate", () -> List.of(limit.claim("A2 averaged iterate [sgd]",
                new Prediction.Equals(theory.bias(), BIAS_RESOLUTION * theory.bias()))
                .judge(averaged, budget.withSystematic("finite c", theory.allowance())))));
        return judgements;
    }

    private static List<Judgement> balance(
            AsymmetricBias theory, Ground ground, Map<Quantity, Measurement> sgd, long window) {
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(judge("A3 share on the left [sgd]", ground, theory.shareLeft(), RESOLUTION * theory.shareLeft(),
                sgd.get(Quantity.NEGATIVE_FRACTION), theory.windowOfShare(window)));
        judgements.add(judge("A3 mean loss [sgd]", ground, theory.meanLoss(), RESOLUTION * theory.meanLoss(),
                sgd.get(Quantity.AVERAGED_LOSS), theory.windowOfLoss(window)));
        if (theory.symmetric()) {
            // No distance from the minimum is larger than the upper bound of the mean; a tenth of it would be seen.
            judgements.add(judge("A3 control c = 1, averaged iterate [sgd]", ground, 0.0,
                    BIAS_RESOLUTION * theory.mostBias(), sgd.get(Quantity.AVERAGED_X), theory.windowOfBias(window)));
        }
        return judgements;
    }

    private static Judgement judge(String id, Ground ground, double predicted, double resolution,
            Measurement measured, double window) {
        return ground.claim(id, new Prediction.Equals(predicted, resolution)).judge(measured,
                ErrorBudget.EMPTY.withSampling(measured)
                        .withSystematic("finite window", window));
    }

    private static List<Judgement> diffusion(AsymmetricBias theory, Map<Quantity, Measurement> density) {
        return List.of(
                computed("A3 share on the left [density]", theory, theory.shareLeft(), theory.shareLeft(),
                        density.get(Quantity.NEGATIVE_FRACTION)),
                computed("A3 mean of the diffusion [density]", theory, theory.biasOfDiffusion(), theory.mostBias(),
                        density.get(Quantity.AVERAGED_X)));
    }

    private static Judgement computed(
            String id, AsymmetricBias theory, double predicted, double scale, Measurement measured) {
        return new Claim(id, DIFFUSION, theory.balance(), new Prediction.Equals(predicted, RESOLUTION * scale)).judge(
                measured, ErrorBudget.EMPTY.withSystematic("grid", measured.standardError() + QUADRATURE * scale));
    }
}
