package org.thalweg.fokkerplanck.volumes;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.model.space.Boundary;

/**
 * A generator that is its own mirror image along an axis, folded: cells of the upper half stand for both halves, and
 * nothing crosses the fold. What has one solution has it with that symmetry, at half the cells and some two fifths of
 * the work of a factorisation.
 *
 * @param whole the generator
 * @param half that of the upper half
 * @param alongX the axis that is folded
 */
public record Fold(Generator whole, Generator half, boolean alongX) {
    /**
     * Relative difference of a cell's rates and its image's that counts as rounding; a true difference of this size
     * would change ln P by a billionth over a thousand cells.
     */
    private static final double SAME = 1e-12;

    /** The fold across, else along, where one of the two is possible. */
    public static Optional<Fold> of(Generator generator) {
        return along(generator, false).or(() -> along(generator, true));
    }

    private static Optional<Fold> along(Generator generator, boolean alongX) {
        Axis axis = alongX ? generator.grid().x() : generator.grid().y();
        if (axis.size() % 2 != 0 || axis.size() < 4 || generator.diagonal() || !symmetric(generator, alongX)) {
            return Optional.empty();
        }
        int n = axis.size() / 2;
        Axis upper = new Axis(Arrays.copyOfRange(axis.edges(), n, 2 * n + 1),
                Arrays.copyOfRange(axis.centres(), n, 2 * n), Boundary.REFLECTING,
                axis.periodic() ? Boundary.REFLECTING : axis.upper(), axis.stretch());
        Grid grid = alongX ? new Grid(upper, generator.grid().y()) : new Grid(generator.grid().x(), upper);
        double[][] rates = new double[generator.rates().length][grid.size()];
        double[] killed = new double[grid.size()];
        for (int c = 0; c < grid.size(); c++) {
            int from = unfolded(grid, alongX, c);
            killed[c] = generator.killed()[from];
            for (int d = 0; d < rates.length; d++) {
                rates[d][c] = grid.neighbour(c, d) < 0 ? 0.0 : generator.rates()[d][from];
            }
        }
        return Optional.of(new Fold(generator, new Generator(grid, rates, killed), alongX));
    }

    private static boolean symmetric(Generator generator, boolean alongX) {
        int back = alongX ? Grid.WEST : Grid.SOUTH;
        for (int c = 0; c < generator.size(); c++) {
            int image = image(generator.grid(), alongX, c);
            if (image < c) {
                continue;
            }
            double scale = SAME * generator.leaving(c);
            for (int d = 0; d < generator.rates().length; d++) {
                int mirrored = d == back || d == (back ^ 1) ? d ^ 1 : d;
                if (!(Math.abs(generator.rates()[d][c] - generator.rates()[mirrored][image]) <= scale)) {
                    return false;
                }
            }
            if (!(Math.abs(generator.killed()[c] - generator.killed()[image]) <= scale)) {
                return false;
            }
        }
        return true;
    }

    private static int image(Grid grid, boolean alongX, int c) {
        int i = c / grid.y().size();
        int j = c % grid.y().size();
        return alongX ? grid.cell(grid.x().size() - 1 - i, j) : grid.cell(i, grid.y().size() - 1 - j);
    }

    /** The cell of the whole grid that a cell of the half is. */
    private static int unfolded(Grid half, boolean alongX, int c) {
        int ny = half.y().size();
        return alongX ? c + half.size() : c / ny * 2 * ny + ny + c % ny;
    }

    /** Masses of the whole, half of each in the cell and half in its image. */
    public double[] unfold(double[] mass) {
        double[] both = new double[whole.size()];
        for (int c = 0; c < mass.length; c++) {
            int upper = unfolded(half.grid(), alongX, c);
            both[upper] = 0.5 * mass[c];
            both[image(whole.grid(), alongX, upper)] = 0.5 * mass[c];
        }
        return both;
    }
}
