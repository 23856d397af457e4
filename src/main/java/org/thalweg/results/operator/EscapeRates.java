package org.thalweg.results.operator;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.fokkerplanck.action.EscapeRate;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.action.StringPath;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.theory.escape.KramersEscape;

/** What a path of least action says of an escape, and beside it the density and Kramers; per unit of learning time. */
public final class EscapeRates {
    /** How often the flat set is reached: one over the mean time to it. */
    public static final Quantity ESCAPE_RATE = Quantity.of("escape_rate");

    /** Of the largest drift along a path. */
    private static final double AT_REST = 1e-3;

    private EscapeRates() {}

    /**
     * The quantities by witness.
     *
     * @param convergenceTime of the density, in learning time; undefined where it is not known
     */
    public static Map<Witness, Map<Quantity, Measurement>> of(PlainSetting setting, MinimumActionPath path,
            Measurement convergenceTime) {
        Map<Quantity, Measurement> density = new LinkedHashMap<>();
        density.put(Quantity.of("path_action"), path.action());
        int last = path.x().length - 1;
        if (fromRest(setting, path) && StringPath.balanced(setting.diffusion(), path.x(), path.y())) {
            density.put(Quantity.of("string_action"), StringPath.between(setting.diffusion(),
                    new double[] {path.x()[0], path.y()[0]}, new double[] {path.x()[last], path.y()[last]}).action());
        }
        EscapeRate.of(setting.diffusion(), path).ifPresent(rate ->
                density.put(Quantity.of("path_escape_rate"), rate.times(1.0 / setting.clock())));
        Map<Witness, Map<Quantity, Measurement>> all = new EnumMap<>(Witness.class);
        all.put(Witness.DENSITY, density);
        if (convergenceTime.defined() && convergenceTime.value() > 0.0) {
            double time = convergenceTime.value();
            density.put(ESCAPE_RATE,
                    Measurement.computed(1.0 / time, convergenceTime.standardError() / (time * time)));
        }
        if (setting.flatSet().isPresent() && setting.surface().geometry().valley()) {
            KramersEscape kramers = KramersEscape.of(setting);
            if (kramers.hypotheses().stream().allMatch(Hypothesis::holds)) {
                all.put(Witness.THEORY, new LinkedHashMap<>(Map.of(ESCAPE_RATE,
                        Measurement.exact(1.0 / (kramers.meanTime() * setting.clock())))));
            }
        }
        return all;
    }

    /**
     * Whether the path begins where nothing drifts. The string from anywhere else goes down to an attractor first, and
     * its action is that from there.
     */
    private static boolean fromRest(PlainSetting setting, MinimumActionPath path) {
        double[] drift = new double[2];
        double most = 0.0;
        double first = 0.0;
        for (int k = 0; k < path.x().length; k++) {
            setting.diffusion().drift(new double[] {path.x()[k], path.y()[k]}, drift);
            double size = Math.hypot(drift[0], drift[1]);
            first = k == 0 ? size : first;
            most = Math.max(most, size);
        }
        return first <= AT_REST * most;
    }
}
