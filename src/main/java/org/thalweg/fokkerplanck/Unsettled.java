package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;

/**
 * What a mean along the valley may be off where three grids have not settled on the law itself.
 *
 * <p>A law that starts within a cell or two of a wall, or of where the noise vanishes, is another one on every grid.
 * Its means then may go past the limit from one grid to the next as if they converged, and three values of one
 * number cannot tell. The law can: with second_i what a second extrapolation moves of the mass in cell i (see {@link
 * org.thalweg.fokkerplanck.law.Richardson}), a mean of f may be off by 3 sum |second_i| |f(x_i) - mean f|, counted without signs. That counts as
 * much as the last refinement still moved of the law, sum |last_i|, is of {@value #SETTLED}: next to nothing where
 * grids resolve it.
 */
final class Unsettled {
    /** Found on gamma laws in time, where grids of 32 to 256 cells were up to 110 stated errors off. */
    private static final double SETTLED = 0.04;
    private static final double OF_SECOND = 3.0;

    private final double[] x;
    private final double[] mass;
    private final double[] second;
    private double moved;

    private Unsettled(List<? extends Law> laws) {
        double[] edges = laws.get(0).breakpoints();
        int cells = edges.length - 1;
        double[][] levels = new double[laws.size()][cells];
        this.x = new double[cells];
        Arrays.setAll(x, i -> 0.5 * (edges[i] + edges[i + 1]));
        for (int l = 0; l < levels.length; l++) {
            Law law = laws.get(l);
            Arrays.setAll(levels[l], i -> law.marginal(x[i]) * (edges[i + 1] - edges[i]));
        }
        this.mass = levels[2];
        this.second = new double[cells];
        for (int i = 0; i < cells; i++) {
            double last = levels[2][i] - levels[1][i];
            second[i] = Math.abs(4.0 * last - (levels[1][i] - levels[0][i])) / 45.0;
            moved += Math.abs(last);
        }
    }

    /**
     * Errors of the means over x, by quantity.
     *
     * @param laws on three grids, the finest last
     */
    static Map<Quantity, Double> errors(Setting setting, List<? extends Law> laws) {
        Unsettled law = new Unsettled(laws);
        double mean = law.mean(law.x);
        double[] square = Arrays.stream(law.x).map(x -> (x - mean) * (x - mean)).toArray();
        Map<Quantity, Double> errors = new LinkedHashMap<>();
        errors.put(Quantity.VARIANCE_X, law.error(square));
        double[] theta = new double[setting.surface().dimension()];
        for (Diagnostic diagnostic : Diagnostic.ofLaw(setting)) {
            if (diagnostic.dependence() == Diagnostic.Dependence.ALONG) {
                errors.put(diagnostic.quantity(), law.error(Arrays.stream(law.x).map(x -> {
                    theta[0] = x;
                    return diagnostic.at(theta);
                }).toArray()));
            }
        }
        return errors;
    }

    private double mean(double[] f) {
        double sum = 0.0;
        double total = 0.0;
        for (int i = 0; i < f.length; i++) {
            sum += mass[i] * f[i];
            total += mass[i];
        }
        return sum / total;
    }

    private double error(double[] f) {
        double mean = mean(f);
        double sum = 0.0;
        for (int i = 0; i < f.length; i++) {
            sum += second[i] * Math.abs(f[i] - mean);
        }
        return OF_SECOND * sum * moved / SETTLED;
    }
}
