package org.thalweg.fokkerplanck;

import org.thalweg.model.Boundary;
import org.thalweg.model.Setting;

/**
 * Builds the {@link Generator} of a diffusion: dp/dt = -div(b p) + sum_i d_i d_i (D_ii p), Ito, one flux for each face.
 *
 * <p>At an absorbing face q = D p is zero on the face itself, half a cell from the centre, which keeps the position of
 * the face second order.
 */
final class FiniteVolumes {
    /** Nodes on a face-to-face line; b / D of a smooth surface varies little there, so the error is of order h^8. */
    private static final GaussLegendre LINE = GaussLegendre.of(4);

    private final Grid grid;
    private final FluxSchemes scheme;
    private final Coefficients coefficients;
    private final double[][] atCentres;
    private final double[][] rates;
    private final double[] killed;

    private FiniteVolumes(Setting setting, Grid grid, FluxSchemes scheme) {
        this.grid = grid;
        this.scheme = scheme;
        this.coefficients = new Coefficients(setting, Math.max(grid.x().size(), grid.y().size()) * LINE.size());
        this.atCentres = new double[2][grid.size()];
        this.rates = new double[Grid.DIRECTIONS][grid.size()];
        this.killed = new double[grid.size()];
    }

    /** The generator of a setting's first-order diffusion. */
    static Generator of(Setting setting, Grid grid, FluxSchemes scheme) {
        Coefficients.requireTwoDimensions(setting);
        FiniteVolumes assembly = new FiniteVolumes(setting, grid, scheme);
        assembly.diffusionAtCentres();
        assembly.fluxes(0, grid.x(), grid.y());
        assembly.fluxes(1, grid.y(), grid.x());
        return new Generator(grid, assembly.rates, assembly.killed);
    }

    private void diffusionAtCentres() {
        for (int c = 0; c < grid.size(); c++) {
            coefficients.point(0, grid.x().centres()[c / grid.y().size()], grid.y().centres()[c % grid.y().size()]);
            atCentres[0][c] = coefficients.diffusion(0, 0);
            atCentres[1][c] = coefficients.diffusion(1, 0);
        }
    }

    /** All faces across one coordinate; {@code other} is the axis that runs along the faces. */
    private void fluxes(int direction, Axis axis, Axis other) {
        int n = axis.size();
        double[] centres = axis.centres();
        for (int i = 0; i + 1 < n; i++) {
            inner(direction, axis, other, i, i + 1, centres[i], centres[i + 1]);
        }
        if (axis.periodic()) {
            inner(direction, axis, other, n - 1, 0, centres[n - 1], centres[0] + axis.length());
        }
        if (axis.upper() == Boundary.ABSORBING) {
            absorbing(direction, axis, other, n - 1, centres[n - 1], axis.edges()[n]);
        }
        if (axis.lower() == Boundary.ABSORBING) {
            absorbing(direction, axis, other, 0, centres[0], axis.edges()[0]);
        }
    }

    private void inner(int direction, Axis axis, Axis other, int left, int right, double from, double to) {
        double[] exponents = exponents(direction, other, from, to);
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
        double[] exponents = exponents(direction, other, centre, face);
        for (int m = 0; m < other.size(); m++) {
            int c = cell(direction, i, m);
            double distance = Math.abs(face - centre);
            killed[c] += scheme.weight(-exponents[m]) * atCentres[direction][c] / (distance * axis.width(i));
        }
    }

    /** The integrals of b / D from one coordinate to another, for each cell of the other axis. */
    private double[] exponents(int direction, Axis other, double from, double to) {
        int size = other.size();
        int nodes = LINE.size();
        for (int m = 0; m < size; m++) {
            double across = other.centres()[m];
            for (int k = 0; k < nodes; k++) {
                double at = from + (to - from) * LINE.nodes()[k];
                coefficients.point(m * nodes + k, direction == 0 ? at : across, direction == 0 ? across : at);
            }
        }
        double[] drift = coefficients.drifts(size * nodes)[direction];
        double[] w = new double[size];
        for (int m = 0; m < size; m++) {
            for (int k = 0; k < nodes; k++) {
                int p = m * nodes + k;
                w[m] += (to - from) * LINE.weights()[k] * drift[p] / coefficients.diffusion(direction, p);
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
