package org.thalweg.report;

import org.thalweg.reduction.ProfilePoint;
import org.thalweg.reduction.ValleyPlan;
import org.thalweg.results.claim.reduction.Trial;

/** The tables of a valley that was measured along a run, as {@link RunTables}. */
public final class ValleyTables {
    /** {@code comparison.csv}: one row for each learning rate and batch size, the network beside its valley. */
    public static final Columns<Trial> COMPARISON = Columns.<Trial>of("learning_rate", Trial::learningRate)
            .and("batch_size", Trial::batch)
            .measured("time_of_valley", Trial::predictedTime)
            .measured("time_of_network", Trial::measuredTime)
            .measured("advance_of_valley", Trial::predictedAdvance)
            .measured("advance_of_network", Trial::measuredAdvance)
            .measured("flatness_of_valley", Trial::predictedFlatness)
            .measured("flatness_of_network", Trial::measuredFlatness)
            .measured("variance_of_valley", Trial::predictedSpread)
            .measured("variance_of_network", Trial::measuredSpread);

    private ValleyTables() {}

    /** {@code profile.csv}: one row for each place, with errors over repeats. */
    public static Columns<ProfilePoint> profile(ValleyPlan plan) {
        double eta = plan.setting().sgd().learningRate();
        double batch = plan.batchFactor();
        Columns<ProfilePoint> columns = Columns.<ProfilePoint>of("x", p -> p.x().value())
                .and("x_error", p -> p.x().standardError())
                .and("x_shortening", ProfilePoint::shortening)
                .and("time", ProfilePoint::time)
                .measured("flatness", ProfilePoint::flatness);
        for (int k = 1; k <= plan.sharp(); k++) {
            int at = k - 1;
            columns = columns.measured("flatness_" + k, p -> p.flatnesses().get(at));
        }
        columns = columns.measured("floor", ProfilePoint::floor)
                .measured("floor_slope", ProfilePoint::slope)
                .measured("noise_along", ProfilePoint::along);
        for (int k = 1; k <= plan.sharp(); k++) {
            int at = k - 1;
            columns = columns.measured("noise_" + k, p -> p.across().get(at));
        }
        return columns.and("temperature", p -> 0.5 * eta * batch * p.across().get(0).value())
                .and("anisotropy", p -> p.across().get(0).value() / p.along().value())
                .measured("drift_of_noise", ProfilePoint::drift)
                .and("drift_of_half", p -> p.half().value())
                .measured("speed", ProfilePoint::speed)
                .measured("residual", ProfilePoint::residual)
                .measured("coupling", ProfilePoint::coupling)
                .measured("learning_rate_bound", ProfilePoint::bound)
                .measured("unrest", ProfilePoint::unrest);
    }
}
