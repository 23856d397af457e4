package org.thalweg.explore;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;

/**
 * What the Fokker-Planck equation says on a screen: the density over the plane where there are two parameters, the
 * marginal along x, the numbers of a summary.
 */
final class DensityView {
    /** Cells of a marginal, as many as a density has along x. */
    static final int CELLS = 192;

    private DensityView() {}

    static Map<String, Object> of(Screen screen) {
        PlainSetting setting = screen.plain();
        DensitySolution solution = screen.solution();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("method", solution.method().key());
        view.put("notes", solution.notes());
        Interval range = solution.range();
        view.put("from", range.from());
        view.put("to", range.to());
        solution.density().ifPresent(density -> {
            view.put("x", Packed.of(density.x()));
            view.put("y", Packed.of(density.y()));
            view.put("density", Packed.of(density.values()));
        });
        Marginal marginal = solution.marginalOn(range, CELLS);
        view.put("cells", Packed.of(marginal.x()));
        view.put("marginal", Packed.of(marginal.density()));
        view.put("error", Packed.of(marginal.standardError()));
        Map<String, Double> quantities = new LinkedHashMap<>();
        solution.quantities().forEach((quantity, found) -> {
            if (found.defined()) {
                quantities.put(quantity.key(), found.value());
            }
        });
        view.put("quantities", quantities);
        view.putAll(TheoryView.of(setting, marginal, range));
        return view;
    }

    /** A number and its error; null where it is undefined. */
    static Map<String, Double> number(Measurement found) {
        return found.defined() ? Map.of("value", found.value(), "error", found.standardError()) : null;
    }

    /** -temperature ln (P/F), up to a constant; NaN where P is not known to its size. */
    static double[] effectiveLoss(Marginal marginal, double temperature) {
        double[] loss = new double[marginal.size()];
        Arrays.setAll(loss, i -> marginal.density()[i] > marginal.standardError()[i]
                ? -temperature * Math.log(marginal.density()[i] / marginal.flatness()[i]) : Double.NaN);
        return loss;
    }
}
