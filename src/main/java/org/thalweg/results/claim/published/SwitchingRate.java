package org.thalweg.results.claim.published;

import java.util.List;
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
import org.thalweg.theory.escape.SwitchingRates;
import org.thalweg.trajectory.Protocol;

/**
 * F1, two valleys that stand still are left at Kramers' rate: switches of walkers from the sharp one, over the time in
 * which one in two or so leaves. Where the model's barrier is too low to tell, the noise is turned down until it is
 * high enough.
 */
public final class SwitchingRate implements DiffusionClaim {
    private static final String STATEMENT =
            "walkers leave the sharp valley at the rate D_v sqrt(|phi_v''| phi_b'') exp(-phi_v)/(2 pi)";

    /** Temperatures: high enough, and still crossed in some hundred relaxation times. */
    private static final double HEIGHT = 6.0;
    /** Steps of the SDE in units of the shortest relaxation time. */
    private static final double STEP = 0.04;
    /** A walker that waits this many times costs as much as so many. */
    private static final int SHARE = 4;

    @Override
    public boolean concerns(PlainSetting setting) {
        return SwitchingRates.of(setting).isPresent();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting changing) {
        PlainSetting setting = quiet(changing.at(0.0));
        SwitchingRates rates = SwitchingRates.of(setting).orElseThrow();
        Hypothesis begins = new Hypothesis("the start is in the sharp valley", setting.start()[0] < -0.5,
                "x = " + setting.start()[0]);
        Ground ground = Ground.of(STATEMENT, rates.high(), begins);
        return ground.judge("F1", () -> compare(laboratory, setting, rates, ground));
    }

    private static PlainSetting quiet(PlainSetting setting) {
        double height = SwitchingRates.of(setting).orElseThrow().heightFromSharp();
        return height >= HEIGHT ? setting : setting.withNoise(setting.noise().times(height / HEIGHT));
    }

    private static List<Judgement> compare(
            Laboratory laboratory, PlainSetting setting, SwitchingRates rates, Ground ground) {
        double time = 1.0 / rates.fluxFromSharp();
        double[][] hessian = new double[1][1];
        setting.surface().hessian(new double[] {-1.0}, hessian);
        double step = STEP / hessian[0][0];
        Measurement fine = switches(laboratory, setting, step, time);
        Measurement coarse = switches(laboratory, setting, 2.0 * step, time);
        double predicted = SwitchingRates.switches(rates.fromSharp(), rates.fromFlat(), time);
        double flux = SwitchingRates.switches(rates.fluxFromSharp(), rates.fluxFromFlat(), time);
        // What is left at the fine step is the difference of the two, of which half as much again is allowed.
        ErrorBudget budget = ErrorBudget.EMPTY.withSampling(fine)
                .withSystematic("time step", 1.5 * (coarse.value() - fine.value()));
        return List.of(
                ground.claim("F1 switches from the sharp valley, Kramers [sde]",
                        new Prediction.Equals(predicted, 0.5 * predicted))
                        .judge(fine, budget.withSystematic("asymptotic order", 1.5 * (flux - predicted))),
                ground.claim("F1 switches from the sharp valley, flux over population [sde]",
                        new Prediction.Equals(flux, 0.2 * flux))
                        // Walkers that have not relaxed, and those that turn round on the slope.
                        .judge(fine, budget.withSystematic("low barrier", flux * Math.exp(-rates.heightFromSharp()))));
    }

    private static Measurement switches(Laboratory laboratory, PlainSetting setting, double step, double time) {
        return laboratory.sde(setting, step, Protocol.atTime(Math.round(time / step)),
                Math.max(2, laboratory.particles() / SHARE)).quantities().get(Quantity.SWITCHES);
    }
}
