package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Committor;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.law.Transition;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Region;
import org.thalweg.refusal.Refusal;

/**
 * Transitions between two regions of the plane: the committor q, that of the process run backwards, q-, and the rate
 * [EV06]
 *
 * <pre>
 *   k = (flow of P q- into the second region) / int P q-,
 * </pre>
 *
 * of which P q- is the law of those that were in the first region last. The process run backwards jumps from a to b at
 * the rate at which P b jumps to a. Exact but for the grid, whatever the barrier is like.
 */
public final class VolumeTransition {
    private VolumeTransition() {}

    /**
     * Between two regions.
     *
     * @param notes modified
     * @throws Refusal where there is no stationary density of the plane, or the regions overlap or hold no cell
     */
    public static Transition of(PlainSetting setting, Region first, Region second, Resolution resolution,
            List<String> notes) {
        Refusal.raise(Coefficients.refuses(setting));
        Truncation cut = Truncation.stationary(setting.atFirstOrder(), notes);
        Mesh mesh = Mesh.of(setting.atFirstOrder(), cut.x(), cut.y(), resolution, notes);
        double[] atStart = new double[Resolution.LEVELS];
        double[] there = new double[Resolution.LEVELS];
        double[] back = new double[Resolution.LEVELS];
        double[][] along = new double[Resolution.LEVELS][];
        Density field = null;
        for (int level = 0; level < atStart.length; level++) {
            Grid grid = mesh.grid(level);
            Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
            double[] mass = NullVector.of(generator, setting);
            CutCells forward = CutCells.of(generator, first, second);
            double[] q = forward.second();
            double[] lastInFirst = CutCells.of(reversed(generator, mass), first, second).first();
            double all = 0.0;
            double share = 0.0;
            for (int c = 0; c < mass.length; c++) {
                all += mass[c];
                lastInFirst[c] *= mass[c];
                share += lastInFirst[c];
            }
            double flow = forward.flowToSecond(lastInFirst);
            there[level] = flow / share;
            back[level] = flow / (all - share);
            atStart[level] = VolumePassage.interpolate(grid, q, setting.start());
            along[level] = VolumePassage.along(grid, q, mesh.grid(0).x().centres(), setting.start()[1]);
            field = VolumeCommittor.field(grid, q);
        }
        double unresolved = Richardson.unresolved(along);
        double[] at = setting.start();
        // Cells that the boundary cuts would say something else.
        Measurement start = first.depth(at[0], at[1]) >= 0.0 ? Measurement.exact(0.0)
                : second.depth(at[0], at[1]) >= 0.0 ? Measurement.exact(1.0) : Richardson.of(atStart, unresolved);
        return new Transition(new Committor(start, field), Richardson.ofTimes(there, unresolved),
                Richardson.ofTimes(back, unresolved));
    }

    /** The stationary process run backwards; where there is no mass to go by, as it is. */
    private static Generator reversed(Generator generator, double[] mass) {
        Grid grid = generator.grid();
        double[][] rates = new double[generator.rates().length][generator.size()];
        for (int c = 0; c < mass.length; c++) {
            for (int d = 0; d < rates.length; d++) {
                int neighbour = grid.neighbour(c, d);
                if (neighbour >= 0) {
                    double rate = generator.rates()[d ^ 1][neighbour] * (mass[neighbour] / mass[c]);
                    rates[d][c] = Double.isFinite(rate) ? rate : generator.rates()[d][c];
                }
            }
        }
        return new Generator(grid, rates, generator.killed());
    }
}
