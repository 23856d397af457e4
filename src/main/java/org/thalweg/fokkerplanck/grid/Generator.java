package org.thalweg.fokkerplanck.grid;

/**
 * The Fokker-Planck operator on a grid as a Markov jump process: rates from each cell to its neighbours, and a rate at
 * which each cell loses mass through absorbing faces.
 *
 * <p>Acts on cell masses. Off-diagonal elements are the rates, which are not negative; the diagonal is never stored but
 * is minus the sum of what leaves, so column sums are zero, up to what is killed, by construction.
 *
 * @param grid the cells
 * @param rates {@code rates[d][c]}: from cell c to its neighbour in direction d, 0 where there is none; four
 *     directions, or all eight of {@link Grid}; not to be modified
 * @param killed from cell c out of the domain; not to be modified
 */
public record Generator(Grid grid, double[][] rates, double[] killed) {
    /** The number of cells. */
    public int size() {
        return killed.length;
    }

    /** True where mass also jumps to cells that touch in a corner. */
    public boolean diagonal() {
        return rates.length > Grid.DIRECTIONS;
    }

    /** The total rate at which mass leaves cell {@code c}. */
    public double leaving(int c) {
        double sum = killed[c];
        for (double[] rate : rates) {
            sum += rate[c];
        }
        return sum;
    }

    /** The rate of change of the masses. Not modified. */
    public double[] apply(double[] mass) {
        double[] change = new double[size()];
        for (int c = 0; c < change.length; c++) {
            change[c] -= leaving(c) * mass[c];
            for (int d = 0; d < rates.length; d++) {
                if (rates[d][c] > 0.0) {
                    change[grid.neighbour(c, d)] += rates[d][c] * mass[c];
                }
            }
        }
        return change;
    }

    /** The adjoint, the backward operator, on a function of the cells. Not modified. */
    public double[] applyAdjoint(double[] function) {
        double[] change = new double[size()];
        for (int c = 0; c < change.length; c++) {
            double sum = -leaving(c) * function[c];
            for (int d = 0; d < rates.length; d++) {
                if (rates[d][c] > 0.0) {
                    sum += rates[d][c] * function[grid.neighbour(c, d)];
                }
            }
            change[c] = sum;
        }
        return change;
    }

    /** factor * this - identity: minus the operator of an implicit step, again a generator with killing. */
    public Generator timesMinusIdentity(double factor) {
        double[][] scaled = new double[rates.length][size()];
        double[] dying = new double[size()];
        for (int c = 0; c < dying.length; c++) {
            dying[c] = factor * killed[c] + 1.0;
            for (int d = 0; d < rates.length; d++) {
                scaled[d][c] = factor * rates[d][c];
            }
        }
        return new Generator(grid, scaled, dying);
    }

    /** The process that dies when it enters cell {@code pin}: regular where this one is singular. */
    public Generator killedAt(int pin) {
        double[][] open = new double[rates.length][];
        double[] dying = killed.clone();
        for (int d = 0; d < rates.length; d++) {
            open[d] = rates[d].clone();
        }
        for (int d = 0; d < rates.length; d++) {
            int from = grid.neighbour(pin, d ^ 1);
            if (from >= 0) {
                dying[from] += open[d][from];
                open[d][from] = 0.0;
            }
        }
        return new Generator(grid, open, dying);
    }
}
