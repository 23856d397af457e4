package org.thalweg.fokkerplanck.volumes;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

/**
 * Builds the {@link Generator} of a diffusion: dp/dt = -div(b p) + sum_ij d_i d_j (D_ij p), Ito, one flux for each link
 * between cells.
 *
 * <p>The tensor is split over links, D = sum_k a_k e_k e_k^T: along x, along y, and where D_xy is not zero along the
 * diagonals of the cells, with a = |D_xy| / (h_x h_y) on the one whose sign it has and D_ii less |D_xy| h_i / h_j
 * along the sides.
 * The force D^-1 b does work along each link, and the flux of a_k p is that of a one-dimensional problem with this
 * work: the drifts of the links add up to sum_k a_k e_k (e_k . D^-1 b) = b. No rate is negative as long as no a_k is,
 * which is a condition on h_y / h_x; see {@link Mesh}.
 *
 * <p>At an absorbing face q = D p is zero on the face itself, half a cell from the centre, which keeps the position of
 * the face second order.
 */
public final class FiniteVolumes {
    /** Nodes on a face-to-face line; b / D of a smooth surface varies little there, so the error is of order h^8. */
    private static final GaussLegendre LINE = GaussLegendre.of(4);

    private final Grid grid;
    /** Lead from the coordinates of the grid to those of the setting. */
    private final Stretch x;
    private final Stretch y;
    private final FluxSchemes scheme;
    /** One for each share of the lines; they own scratch memory. */
    private final Coefficients[] coefficients;
    private final double[][] atCentres;
    /** D_xy at the centres. */
    private final double[] cross;
    /** What both diagonals carry together, at least |D_xy|. */
    private final double[] both;
    private final double[][] rates;
    private final double[] killed;

    /** Smaller grids are assembled in a few milliseconds. */
    private static final int SMALLEST_SHARED = 40_000;
    /** The most threads that assemble; what each computes does not depend on the others. */
    private static final int SHARES = 8;

    private FiniteVolumes(PlainSetting setting, Grid grid, FluxSchemes scheme, Stretch x, Stretch y) {
        this.grid = grid;
        this.x = x;
        this.y = y;
        this.scheme = scheme;
        int longest = Math.max(grid.x().size(), grid.y().size()) * LINE.size();
        this.coefficients = new Coefficients[grid.size() < SMALLEST_SHARED ? 1 : SHARES];
        Arrays.setAll(coefficients, share -> new Coefficients(setting, longest, x, y));
        this.atCentres = new double[2][grid.size()];
        this.cross = new double[grid.size()];
        this.both = new double[grid.size()];
        this.killed = new double[grid.size()];
        this.rates = new double[diffusionAtCentres() ? Grid.ALL_DIRECTIONS : Grid.DIRECTIONS][grid.size()];
    }

    /** The generator of a setting's first-order diffusion. */
    public static Generator of(PlainSetting setting, Grid grid, FluxSchemes scheme) {
        Refusal.raise(Coefficients.refuses(setting));
        FiniteVolumes assembly = coupled(setting, grid)
                ? new FiniteVolumes(setting, grid.even(), scheme, grid.x().stretch(), grid.y().stretch())
                : new FiniteVolumes(setting, grid, scheme, Stretch.NONE, Stretch.NONE);
        assembly.fluxes(0, assembly.grid.x(), assembly.grid.y());
        assembly.fluxes(1, assembly.grid.y(), assembly.grid.x());
        if (assembly.rates.length > Grid.DIRECTIONS) {
            new DiagonalFluxes(assembly.grid, scheme, assembly.coefficients[0], assembly.cross, assembly.both)
                    .add(assembly.rates, assembly.killed);
        }
        return new Generator(grid, assembly.rates, assembly.killed);
    }

    /** True where D_xy is not zero everywhere, so that diagonals must be straight lines of some coordinates. */
    private static boolean coupled(PlainSetting setting, Grid grid) {
        if (setting.diffusion().noiseStructure() != NoiseStructure.GENERAL
                || grid.x().stretch().uniform() && grid.y().stretch().uniform()) {
            return false;
        }
        Coefficients coefficients = new Coefficients(setting, 1);
        for (int c = 0; c < grid.size(); c++) {
            coefficients.point(0, grid.x().centres()[c / grid.y().size()], grid.y().centres()[c % grid.y().size()]);
            if (coefficients.diffusion(0, 1, 0) != 0.0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Splits D over the links; true where it is not diagonal everywhere.
     *
     * <p>Where D_xy has one sign, one diagonal carries it. Where it changes sign, both do, (sqrt(D_xy^2 + e^2) +-
     * D_xy) / 2: smooth, which second order needs, with half of the largest e that leaves all shares their sign.
     */
    private boolean diffusionAtCentres() {
        double least = 0.0;
        double most = 0.0;
        double room = Double.POSITIVE_INFINITY;
        overLines(grid.size(), (at, from, to) -> {
            for (int c = from; c < to; c++) {
                at.point(0, grid.x().centres()[c / grid.y().size()], grid.y().centres()[c % grid.y().size()]);
                cross[c] = at.diffusion(0, 1, 0);
                atCentres[0][c] = at.diffusion(0, 0, 0);
                atCentres[1][c] = at.diffusion(1, 1, 0);
            }
        });
        for (int c = 0; c < grid.size(); c++) {
            least = Math.min(least, cross[c]);
            most = Math.max(most, cross[c]);
            double aspect = aspect(c);
            double bound = Math.min(atCentres[0][c] * aspect, atCentres[1][c] / aspect);
            room = Math.min(room, bound * bound - cross[c] * cross[c]);
        }
        if (least == 0.0 && most == 0.0) {
            return false;
        }
        double smoothing = least < 0.0 && most > 0.0 ? 0.25 * Math.max(0.0, room) : 0.0;
        for (int c = 0; c < grid.size(); c++) {
            both[c] = Math.sqrt(cross[c] * cross[c] + smoothing);
            double aspect = aspect(c);
            atCentres[0][c] = share(c, atCentres[0][c], both[c] / aspect);
            atCentres[1][c] = share(c, atCentres[1][c], both[c] * aspect);
        }
        return true;
    }

    private double aspect(int c) {
        return grid.y().width(c % grid.y().size()) / grid.x().width(c / grid.y().size());
    }

    /** What the diagonals leave to a side; rounding may leave less than nothing where an aspect is just right. */
    private double share(int c, double diffusion, double diagonal) {
        if (diagonal > diffusion * (1.0 + 1e-12)) {
            throw new Refusal(String.format(Locale.ROOT, "D_xy = %.3g in the cell at (%.4g, %.4g) is"
                    + " too much for cells of this shape; %s", cross[c], x.at(grid.x().centres()[c / grid.y().size()]),
                    y.at(grid.y().centres()[c % grid.y().size()]), Mesh.REMEDY));
        }
        return Math.max(0.0, diffusion - diagonal);
    }

    /** Work on lines [from, to), with scratch of its own. */
    @FunctionalInterface
    private interface Lines {
        void on(Coefficients at, int from, int to);
    }

    /**
     * Shares lines among the threads of the caller's fork-join pool, or of the common one. The first line that fails
     * is the one that is reported, as it is: the pool would wrap what it throws.
     */
    private void overLines(int lines, Lines work) {
        int shares = coefficients.length;
        RuntimeException[] failures = new RuntimeException[shares];
        IntStream.range(0, shares).parallel().forEach(share -> {
            try {
                work.on(coefficients[share], (int) ((long) lines * share / shares),
                        (int) ((long) lines * (share + 1) / shares));
            } catch (RuntimeException failure) {
                failures[share] = failure;
            }
        });
        for (RuntimeException failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** All faces across one coordinate; {@code other} is the axis that runs along the faces. */
    private void fluxes(int direction, Axis axis, Axis other) {
        int n = axis.size();
        double[] centres = axis.centres();
        overLines(n - 1, (at, from, to) -> {
            for (int i = from; i < to; i++) {
                inner(at, direction, axis, other, i, i + 1, centres[i], centres[i + 1]);
            }
        });
        if (axis.periodic()) {
            inner(coefficients[0], direction, axis, other, n - 1, 0, centres[n - 1], centres[0] + axis.length());
        }
        if (axis.upper() == Boundary.ABSORBING) {
            absorbing(direction, axis, other, n - 1, centres[n - 1], axis.edges()[n]);
        }
        if (axis.lower() == Boundary.ABSORBING) {
            absorbing(direction, axis, other, 0, centres[0], axis.edges()[0]);
        }
    }

    private void inner(Coefficients at, int direction, Axis axis, Axis other, int left, int right, double from,
            double to) {
        double[] exponents = exponents(at, direction, other, from, to);
        int forward = direction == 0 ? Grid.EAST : Grid.NORTH;
        for (int m = 0; m < other.size(); m++) {
            int a = cell(direction, left, m);
            int b = cell(direction, right, m);
            double w = exponents[m];
            rates[forward][a] = scheme.weight(-w) * atCentres[direction][a] / ((to - from) * axis.width(left));
            rates[forward ^ 1][b] = scheme.weight(w) * atCentres[direction][b] / ((to - from) * axis.width(right));
        }
    }

    private void absorbing(int direction, Axis axis, Axis other, int i, double centre, double face) {
        double[] exponents = exponents(coefficients[0], direction, other, centre, face);
        for (int m = 0; m < other.size(); m++) {
            int c = cell(direction, i, m);
            double distance = Math.abs(face - centre);
            killed[c] += scheme.weight(-exponents[m]) * atCentres[direction][c] / (distance * axis.width(i));
        }
    }

    /** The integrals of b / D from one coordinate to another, for each cell of the other axis. */
    private double[] exponents(Coefficients coefficients, int direction, Axis other, double from, double to) {
        int size = other.size();
        int nodes = LINE.size();
        for (int m = 0; m < size; m++) {
            double across = other.centres()[m];
            for (int k = 0; k < nodes; k++) {
                double at = from + (to - from) * LINE.nodes()[k];
                coefficients.point(m * nodes + k, direction == 0 ? at : across, direction == 0 ? across : at);
            }
        }
        double[][] drift = coefficients.drifts(size * nodes);
        double dx = direction == 0 ? to - from : 0.0;
        double dy = direction == 1 ? to - from : 0.0;
        double[] w = new double[size];
        for (int m = 0; m < size; m++) {
            for (int k = 0; k < nodes; k++) {
                int p = m * nodes + k;
                w[m] += LINE.weights()[k] * coefficients.work(drift, p, dx, dy);
            }
            if (Double.isNaN(w[m])) {
                throw new NumericsException("the drift is not a number between " + from + " and " + to + " (coordinate "
                        + direction + ") at " + other.centres()[m] + "; choose a smaller domain");
            }
        }
        return w;
    }

    private int cell(int direction, int i, int m) {
        return direction == 0 ? grid.cell(i, m) : grid.cell(m, i);
    }
}
