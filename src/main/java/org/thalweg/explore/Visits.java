package org.thalweg.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.measure.Marginal;
import org.thalweg.model.space.Interval;
import org.thalweg.trajectory.block.Block;

/**
 * Where particles were of late along x, in cells: what was counted fades, so that the way from the start is forgotten.
 * Looks at the same particle are not independent of each other, particles are:
 * the error of a cell is the scatter between groups of particles, each with its own histogram.
 */
final class Visits {
    private static final int GROUPS = 16;
    private static final int CELLS = Marginal.HISTOGRAM_BINS;

    /** What is left of each count from one look to the next: the last fifty looks, a few seconds, are what counts. */
    private static final double FADING = 0.98;

    private final Interval range;
    private final double[][] counts = new double[GROUPS][CELLS];
    private final double[] all = new double[GROUPS];

    /** Cells over a range with both ends finite. */
    Visits(Interval range) {
        this.range = range;
    }

    void count(List<Block> blocks) {
        for (int g = 0; g < GROUPS; g++) {
            all[g] *= FADING;
            for (int c = 0; c < CELLS; c++) {
                counts[g][c] *= FADING;
            }
        }
        for (Block block : blocks) {
            double[] x = block.theta()[0];
            for (int slot = 0; slot < block.count(); slot++) {
                int group = block.particle(slot) % GROUPS;
                int cell = (int) Math.floor((x[slot] - range.from()) / range.length() * CELLS);
                if (cell >= 0 && cell < CELLS) {
                    counts[group][cell]++;
                }
                all[group]++;
            }
        }
    }

    /** The density in each cell and its standard error. */
    Map<String, Object> look() {
        double[] x = new double[CELLS];
        double[] density = new double[CELLS];
        double[] error = new double[CELLS];
        double width = range.length() / CELLS;
        for (int c = 0; c < CELLS; c++) {
            x[c] = range.from() + (c + 0.5) * width;
            double sum = 0.0;
            double squares = 0.0;
            int groups = 0;
            for (int g = 0; g < GROUPS; g++) {
                if (all[g] > 0.0) {
                    double here = counts[g][c] / (all[g] * width);
                    sum += here;
                    squares += here * here;
                    groups++;
                }
            }
            density[c] = groups == 0 ? Double.NaN : sum / groups;
            error[c] = groups < 2 ? Double.NaN
                    : Math.sqrt(Math.max(0.0, squares / groups - density[c] * density[c]) / (groups - 1));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("cells", Packed.of(x));
        view.put("visits", Packed.of(density));
        view.put("error", Packed.of(error));
        return view;
    }
}
