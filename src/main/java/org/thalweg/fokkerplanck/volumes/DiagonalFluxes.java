package org.thalweg.fokkerplanck.volumes;

import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.model.space.Boundary;

/**
 * The fluxes between cells that touch in a corner, which carry D_xy, on a grid of equal cells, in mapped coordinates
 * perhaps.
 *
 * <p>A jump across a reflecting wall lands where its mirror image does: reflection is along the normal, as for
 * trajectories. A jump across an absorbing face ends on it, half way.
 */
final class DiagonalFluxes {
    private static final GaussLegendre LINE = GaussLegendre.of(4);

    private final Grid grid;
    private final FluxSchemes scheme;
    private final Coefficients coefficients;
    private final double[] cross;
    private final double[] both;
    private final double hx;
    private final double hy;

    /**
     * Prepares.
     *
     * @param coefficients room for {@code 4 ny} points
     * @param cross D_xy at the centres, the difference of what the diagonals carry; not modified
     * @param both the sum of what they carry; not modified
     */
    DiagonalFluxes(Grid grid, FluxSchemes scheme, Coefficients coefficients, double[] cross,
            double[] both) {
        this.grid = grid;
        this.scheme = scheme;
        this.coefficients = coefficients;
        this.cross = cross;
        this.both = both;
        this.hx = grid.x().length() / grid.x().size();
        this.hy = grid.y().length() / grid.y().size();
    }

    /** Adds the rates; both arrays are modified, as in {@link Generator}. */
    void add(double[][] rates, double[] killed) {
        for (int i = 0; i < grid.x().size(); i++) {
            jumps(i, Grid.NORTH_EAST, 1, 1, rates, killed);
            jumps(i, Grid.SOUTH_WEST, -1, -1, rates, killed);
            jumps(i, Grid.NORTH_WEST, -1, 1, rates, killed);
            jumps(i, Grid.SOUTH_EAST, 1, -1, rates, killed);
        }
    }

    private void jumps(int i, int direction, int sx, int sy, double[][] rates, double[] killed) {
        double[] half = work(i, 0.5 * sx * hx, 0.5 * sy * hy, 0.0);
        double[] rest = work(i, 0.5 * sx * hx, 0.5 * sy * hy, 0.5);
        for (int j = 0; j < half.length; j++) {
            int c = grid.cell(i, j);
            double exchange = 0.5 * (both[c] + sx * sy * cross[c]) / (hx * hy);
            if (!(exchange > 0.0)) {
                continue;
            }
            Boundary endX = end(grid.x(), i + sx);
            Boundary endY = end(grid.y(), j + sy);
            if (endX == Boundary.ABSORBING || endY == Boundary.ABSORBING) {
                killed[c] += 2.0 * exchange * scheme.weight(-half[j]);
            } else if (endX == null && endY == null) {
                rates[direction][c] += exchange * scheme.weight(-half[j] - rest[j]);
            } else if (endX == null || endY == null) {
                // The rest of the way lies behind the wall: as much work again as up to there.
                int mirrored = endY == null ? sy > 0 ? Grid.NORTH : Grid.SOUTH : sx > 0 ? Grid.EAST : Grid.WEST;
                rates[mirrored][c] += exchange * scheme.weight(-2.0 * half[j]);
            }
        }
    }

    /** What lies beyond an axis at place {@code i}; null where there is a cell. */
    private static Boundary end(Axis axis, int i) {
        if (axis.periodic() || i >= 0 && i < axis.size()) {
            return null;
        }
        return i < 0 ? axis.lower() : axis.upper();
    }

    /** The work of the force from each centre of line {@code i}, and {@code skip} of a jump, over half a jump. */
    private double[] work(int i, double dx, double dy, double skip) {
        int n = grid.y().size();
        int nodes = LINE.size();
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < nodes; k++) {
                double way = 2.0 * skip + LINE.nodes()[k];
                coefficients.point(j * nodes + k, grid.x().centres()[i] + way * dx, grid.y().centres()[j] + way * dy);
            }
        }
        double[][] drift = coefficients.drifts(n * nodes);
        double[] work = new double[n];
        for (int j = 0; j < n; j++) {
            // Where there is no coupling there is no jump, and perhaps no drift beyond the wall either.
            for (int k = 0; k < nodes && both[grid.cell(i, j)] > 0.0; k++) {
                work[j] += LINE.weights()[k] * coefficients.work(drift, j * nodes + k, dx, dy);
            }
        }
        return work;
    }
}
