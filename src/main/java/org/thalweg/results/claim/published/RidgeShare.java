package org.thalweg.results.claim.published;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.start.StartsInTurn;
import org.thalweg.model.surface.PublishedTwoValleys;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.theory.escape.RidgeOdds;
import org.thalweg.trajectory.Protocol;

/**
 * The stationary share of the flat valley at a fixed place along the published two valleys: F5, the law of Ito has it,
 * and literal SGD tends to it; F6, the published formula; F7, isothermal noise.
 */
public final class RidgeShare implements DiffusionClaim {
    private static final String ITO = "D P is continuous at the ridge, as the law of Ito has it";
    private static final String PUBLISHED = "the stationary share follows the published formula";
    private static final String ISOTHERMAL = "the stationary share is that of isothermal noise";

    /** Relaxation times of an ensemble: each walker has some ten independent samples. */
    private static final double RELAXATIONS = 20.0;
    /** Starting points, of which the nearest whole number lies in the flat valley. */
    private static final int POINTS = 32;
    /** The smaller learning rate. */
    private static final double REFINED = 8.0;
    /**
     * Changes between the two learning rates that the rest of the way may take. A kink leaves errors of the order
     * eta^(1/3), between them a factor 2: one change, and here up to one and a half.
     */
    private static final double CHANGES = 2.0;
    /** A difference of this share of the smaller of two shares matters. */
    private static final double RESOLUTION = 0.5;
    /** Digits of a quadrature of smooth functions between kinks. */
    private static final double QUADRATURE = 1e-9;

    @Override
    public boolean concerns(PlainSetting setting) {
        return RidgeOdds.of(setting).isPresent() && setting.optimiser().plain();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        RidgeOdds odds = RidgeOdds.of(setting).orElseThrow();
        Ground ground = new Ground(ITO, odds.hypotheses());
        return ground.judge("F5", () -> {
            Measurement density = laboratory.density(setting).quantities().get(Quantity.FLAT_FRACTION);
            List<Judgement> judgements = new ArrayList<>();
            judgements.add(computed("F5 share by Ito [density]", ground, odds.ito(), density));
            judgements.add(literal(laboratory, setting, odds, ground));
            judgements.add(computed("F6 published stationary share [density]", ground.saying(PUBLISHED),
                    odds.published(), density));
            Ground same = ground.saying(ISOTHERMAL).and(odds.sameNoise());
            judgements.addAll(same.judge("F7 isothermal share", () -> List.of(
                    computed("F7 isothermal share [density]", same, odds.isothermal(), density))));
            return judgements;
        });
    }

    private static Judgement computed(String id, Ground ground, double predicted, Measurement measured) {
        return ground.claim(id, new Prediction.Equals(predicted, resolution(predicted)))
                .judge(measured, ErrorBudget.EMPTY.withSystematic("grid", measured.standardError() + QUADRATURE));
    }

    private static double resolution(double share) {
        return RESOLUTION * Math.min(share, 1.0 - share);
    }

    private static Judgement literal(
            Laboratory laboratory, PlainSetting setting, RidgeOdds odds, Ground ground) {
        double rate = setting.sgd().learningRate();
        Measurement coarse = share(laboratory, setting, odds);
        Measurement fine = share(laboratory, setting.withLearningRateAtFixedTemperature(rate / REFINED), odds);
        double change = fine.value() - coarse.value();
        return ground.claim("F5 share by Ito [sgd, step towards 0]",
                new Prediction.Equals(odds.ito(), resolution(odds.ito()))).judge(fine, ErrorBudget.EMPTY
                        .withSampling(fine)
                        .withSystematic("learning rate, order 1/3 at a kink", CHANGES * change));
    }

    /** The share of time in the flat valley, of walkers that start with the shares of the law. */
    static Measurement share(Laboratory laboratory, PlainSetting setting, RidgeOdds odds) {
        PublishedTwoValleys valleys = (PublishedTwoValleys) setting.surface();
        double y = valleys.at().orElseThrow();
        long inFlat = Math.round(POINTS * odds.ito());
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(List.of(i < inFlat ? valleys.flatMinimum(y) : valleys.sharpMinimum(y)));
        }
        long iterations = setting.sgd().iterations(RELAXATIONS * odds.relaxationTime());
        return laboratory.sgd(setting.withStart(new StartsInTurn(points)), Protocol.atTime(iterations),
                laboratory.particles()).quantities().get(Quantity.FLAT_FRACTION);
    }
}
