package org.thalweg.report;

import java.util.function.Function;
import org.thalweg.measure.Measurement;
import org.thalweg.reduction.ProfilePoint;
import org.thalweg.reduction.ValleyPlan;
import org.thalweg.results.claim.reduction.Trial;

/** The tables of a valley that was measured along a run, as {@link RunTables}. */
public final class ValleyTables {
    /** {@code comparison.csv}: one row for each learning rate and batch size, the network beside its valley. */
    public static final Columns<Trial> COMPARISON = comparison();

    private ValleyTables() {}

    private static Columns<Trial> comparison() {
        Columns<Trial> columns = Columns.<Trial>of("learning_rate", Trial::learningRate).and("batch_size", Trial::batch);
        columns = number(columns, "time_of_valley", Trial::predictedTime);
        columns = number(columns, "time_of_network", Trial::measuredTime);
        columns = number(columns, "advance_of_valley", Trial::predictedAdvance);
        columns = number(columns, "advance_of_network", Trial::measuredAdvance);
        columns = number(columns, "flatness_of_valley", Trial::predictedFlatness);
        columns = number(columns, "flatness_of_network", Trial::measuredFlatness);
        columns = number(columns, "variance_of_valley", Trial::predictedSpread);
        return number(columns, "variance_of_network", Trial::measuredSpread);
    }

    /** {@code profile.csv}: one row for each place, with errors over repeats. */
    public static Columns<ProfilePoint> profile(ValleyPlan plan) {
        double eta = plan.setting().sgd().learningRate();
        double batch = plan.batchFactor();
        Columns<ProfilePoint> columns = Columns.<ProfilePoint>of("x", p -> p.x().value())
                .and("x_error", p -> p.x().standardError())
                .and("x_shortening", ProfilePoint::shortening)
                .and("time", ProfilePoint::time);
        columns = number(columns, "flatness", ProfilePoint::flatness);
        for (int k = 1; k <= plan.sharp(); k++) {
            int at = k - 1;
            columns = number(columns, "flatness_" + k, p -> p.flatnesses().get(at));
        }
        columns = number(columns, "floor", ProfilePoint::floor);
        columns = number(columns, "floor_slope", ProfilePoint::slope);
        columns = number(columns, "noise_along", ProfilePoint::along);
        for (int k = 1; k <= plan.sharp(); k++) {
            int at = k - 1;
            columns = number(columns, "noise_" + k, p -> p.across().get(at));
        }
        columns = columns.and("temperature", p -> 0.5 * eta * batch * p.across().get(0).value())
                .and("anisotropy", p -> p.across().get(0).value() / p.along().value());
        columns = number(columns, "drift_of_noise", ProfilePoint::drift);
        columns = columns.and("drift_of_half", p -> p.half().value());
        columns = number(columns, "speed", ProfilePoint::speed);
        columns = number(columns, "residual", ProfilePoint::residual);
        columns = number(columns, "coupling", ProfilePoint::coupling);
        columns = number(columns, "learning_rate_bound", ProfilePoint::bound);
        return number(columns, "unrest", ProfilePoint::unrest);
    }

    private static <R> Columns<R> number(Columns<R> columns, String name, Function<R, Measurement> value) {
        return columns.and(name, p -> value.apply(p).value())
                .and(name + "_error", p -> value.apply(p).standardError());
    }
}
