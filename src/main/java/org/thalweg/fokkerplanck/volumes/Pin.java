package org.thalweg.fokkerplanck.volumes;

import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.model.PlainSetting;

/**
 * Chooses the cell that is given mass 1 when a null vector is looked for. Any will do in exact arithmetic; in
 * doubles it must be one that mass from everywhere else comes back to at a rate above the smallest double, so one
 * where much of the law is.
 */
final class Pin {
    private Pin() {}

    /** The cell of the lowest loss: where the law of constant isotropic noise is highest. */
    static int lowest(Grid grid, PlainSetting setting) {
        int lowest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < grid.size(); c++) {
            double x = grid.x().centres()[c / grid.y().size()];
            double loss = setting.surface().value(new double[] {x, grid.y().centres()[c % grid.y().size()]});
            if (loss < least) {
                least = loss;
                lowest = c;
            }
        }
        return lowest;
    }

    /**
     * From a cell on to the neighbour with the largest ratio of the rate there to the rate back, which in detailed
     * balance is that of their masses, until no neighbour has more. Noise that varies along a valley, or is weaker
     * along than across, drives the law away from where the loss is low.
     */
    static int uphill(Generator generator, int from) {
        int at = from;
        for (int steps = 0; steps < generator.size(); steps++) {
            int best = at;
            double ratio = 1.0;
            for (int d = 0; d < generator.rates().length; d++) {
                int neighbour = generator.grid().neighbour(at, d);
                double there = generator.rates()[d][at];
                if (neighbour >= 0 && there > ratio * generator.rates()[d ^ 1][neighbour]) {
                    best = neighbour;
                    ratio = there / generator.rates()[d ^ 1][neighbour];
                }
            }
            if (best == at) {
                return at;
            }
            at = best;
        }
        return at;
    }
}
