package org.thalweg.fokkerplanck.volumes;

import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.linear.SparseSolver;
import org.thalweg.model.space.Region;
import org.thalweg.refusal.Refusal;

/**
 * A jump process that ends where it enters one of two regions. A jump over the boundary goes only as far as that: its
 * rate is divided by the part of the way that lies outside, which keeps the second order of functions that vanish there
 * (the symmetric form of [GFCK02]).
 */
final class CutCells {
    /** A boundary that is nearer to a centre than this part of a jump counts as being there. */
    private static final double NEAREST = 1e-3;

    private final Generator process;
    private final boolean[] inFirst;
    private final boolean[] inSecond;
    private final double[] toFirst;
    private final double[] toSecond;

    private CutCells(Generator process, boolean[] inFirst, boolean[] inSecond, double[] toFirst, double[] toSecond) {
        this.process = process;
        this.inFirst = inFirst;
        this.inSecond = inSecond;
        this.toFirst = toFirst;
        this.toSecond = toSecond;
    }

    /** The process cut at two regions; refuses those that share a cell, or hold none. */
    static CutCells of(Generator whole, Region first, Region second) {
        Grid grid = whole.grid();
        double[] depthFirst = depths(grid, first);
        double[] depthSecond = depths(grid, second);
        boolean[] inFirst = inside(depthFirst, first);
        boolean[] inSecond = inside(depthSecond, second);
        double[][] rates = new double[whole.rates().length][whole.size()];
        double[] killed = new double[whole.size()];
        double[] toFirst = new double[whole.size()];
        double[] toSecond = new double[whole.size()];
        for (int c = 0; c < whole.size(); c++) {
            if (inFirst[c] && inSecond[c]) {
                throw new Refusal("the sets " + first + " and " + second + " overlap; keep them apart");
            }
            killed[c] = inFirst[c] || inSecond[c] ? 1.0 : whole.killed()[c];
            for (int d = 0; d < rates.length && !inFirst[c] && !inSecond[c]; d++) {
                double rate = whole.rates()[d][c];
                int to = rate > 0.0 ? grid.neighbour(c, d) : c;
                if (inFirst[to]) {
                    toFirst[c] += rate / outside(depthFirst, c, to);
                } else if (inSecond[to]) {
                    toSecond[c] += rate / outside(depthSecond, c, to);
                } else {
                    rates[d][c] = rate;
                }
            }
            killed[c] += toFirst[c] + toSecond[c];
        }
        return new CutCells(new Generator(grid, rates, killed), inFirst, inSecond, toFirst, toSecond);
    }

    private static double outside(double[] depth, int from, int to) {
        return Math.max(NEAREST, depth[from] / (depth[from] - depth[to]));
    }

    private static double[] depths(Grid grid, Region region) {
        double[] depth = new double[grid.size()];
        for (int c = 0; c < depth.length; c++) {
            depth[c] = region.depth(grid.x().centres()[c / grid.y().size()], grid.y().centres()[c % grid.y().size()]);
        }
        return depth;
    }

    private static boolean[] inside(double[] depth, Region region) {
        boolean[] inside = new boolean[depth.length];
        boolean any = false;
        for (int c = 0; c < depth.length; c++) {
            inside[c] = depth[c] >= 0.0;
            any |= inside[c];
        }
        if (!any) {
            throw new Refusal("the set " + region + " holds no cell of the grid; give a larger set, one within the"
                    + " domain, or a finer --grid");
        }
        return inside;
    }

    /** The probability to enter the second region before the first, from each cell. */
    double[] second() {
        return solved(toSecond, inSecond);
    }

    /** The probability to enter the first region before the second. */
    double[] first() {
        return solved(toFirst, inFirst);
    }

    private double[] solved(double[] rates, boolean[] inside) {
        double[] q = new double[process.size()];
        for (int c = 0; c < q.length; c++) {
            q[c] = inside[c] ? -1.0 : -rates[c];
        }
        SparseSolver.standard().factor(process).solveAdjoint(q);
        return q;
    }

    /** The rate at which mass enters the second region. */
    double flowToSecond(double[] mass) {
        double flow = 0.0;
        for (int c = 0; c < mass.length; c++) {
            flow += inFirst[c] || inSecond[c] ? 0.0 : mass[c] * toSecond[c];
        }
        return flow;
    }
}
