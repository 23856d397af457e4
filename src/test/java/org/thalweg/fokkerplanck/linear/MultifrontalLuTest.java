package org.thalweg.fokkerplanck.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.space.Boundary;

class MultifrontalLuTest {
    private static AxisDesign design(boolean ring) {
        Boundary wall = ring ? Boundary.PERIODIC : Boundary.REFLECTING;
        return AxisDesign.uniform(0.0, 1.0, wall, wall);
    }

    /** Rates spread over two orders of magnitude, with a little killing in one corner. */
    private static Generator random(Grid grid, int directions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rates = new double[directions][grid.size()];
        for (int d = 0; d < directions; d++) {
            for (int c = 0; c < grid.size(); c++) {
                rates[d][c] = grid.neighbour(c, d) < 0 ? 0.0 : Math.pow(10.0, random.nextDouble(-1.0, 1.0));
            }
        }
        double[] killed = new double[grid.size()];
        killed[3] = 0.5;
        return new Generator(grid, rates, killed);
    }

    private static RealMatrix dense(Generator generator) {
        int n = generator.size();
        RealMatrix matrix = new Array2DRowRealMatrix(n, n);
        double[] unit = new double[n];
        for (int c = 0; c < n; c++) {
            unit[c] = 1.0;
            matrix.setColumn(c, generator.apply(unit));
            unit[c] = 0.0;
        }
        return matrix;
    }

    @ParameterizedTest
    @CsvSource({"8, 8, false, false, 4", "8, 12, true, false, 4", "17, 9, false, true, 4", "12, 13, true, true, 4",
        "9, 30, true, false, 4", "5, 40, false, false, 4", "8, 9, false, false, 8", "17, 12, true, false, 8",
        "13, 17, false, true, 8", "14, 12, true, true, 8"})
    void solvesAsADenseSolverDoes(int nx, int ny, boolean ringX, boolean ringY, int directions) {
        Generator generator = random(new Grid(design(ringX).cells(nx), design(ringY).cells(ny)), directions, 7);
        RealMatrix matrix = dense(generator);
        SparseSolver.Factors factors = SparseSolver.standard().factor(generator);
        double[] forward = new double[generator.size()];
        java.util.Arrays.fill(forward, -1.0);
        double[] backward = forward.clone();
        double[] expectedForward = new LUDecomposition(matrix).getSolver().getInverse().operate(forward);
        double[] expectedBackward = new LUDecomposition(matrix.transpose()).getSolver().getInverse().operate(backward);
        factors.solve(forward);
        factors.solveAdjoint(backward);
        for (int c = 0; c < forward.length; c++) {
            // The dense solver loses digits to subtractions.
            assertEquals(1.0, forward[c] / expectedForward[c], 1e-9);
            assertEquals(1.0, backward[c] / expectedBackward[c], 1e-9);
        }
        double[] residual = generator.applyAdjoint(backward);
        for (int c = 0; c < residual.length; c++) {
            assertEquals(-1.0, residual[c], 1e-13 * generator.leaving(c) * backward[c]);
        }
    }

    @Test
    void massBehindABarrierKeepsAllItsDigits() {
        // Along a line of cells the masses fall by 1e-8 a cell to 1e-240, then rise again to 1: detailed balance knows
        // all.
        Grid grid = new Grid(design(false).cells(8), design(false).cells(61));
        double[][] rates = new double[Grid.DIRECTIONS][grid.size()];
        for (int c = 0; c < grid.size(); c++) {
            int j = c % 61;
            rates[Grid.EAST][c] = grid.neighbour(c, Grid.EAST) < 0 ? 0.0 : 1.0;
            rates[Grid.WEST][c] = grid.neighbour(c, Grid.WEST) < 0 ? 0.0 : 1.0;
            rates[Grid.NORTH][c] = j == 60 ? 0.0 : j < 30 ? 1e-8 : 1.0;
            rates[Grid.SOUTH][c] = j == 0 ? 0.0 : j <= 30 ? 1.0 : 1e-8;
        }
        Generator generator = new Generator(grid, rates, new double[grid.size()]);
        double[] mass = new double[grid.size()];
        mass[0] = -generator.leaving(0);
        SparseSolver.standard().factor(generator.killedAt(0)).solve(mass);
        for (int c = 0; c < grid.size(); c++) {
            assertEquals(1.0, mass[c] / Math.pow(1e-8, 30 - Math.abs(c % 61 - 30)), 1e-10);
        }
    }

    /**
     * The largest fronts fill several panels and chunks, their trailing columns are shared out in pieces, and subtrees
     * are handed to other threads.
     */
    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        Generator generator = random(new Grid(design(true).cells(240), design(false).cells(200)), Grid.ALL_DIRECTIONS,
                11);
        double[] alone = solvedBy(1, generator);
        for (int threads = 2; threads <= 4; threads++) {
            assertArrayEquals(alone, solvedBy(threads, generator), threads + " threads");
        }
        double[] change = generator.apply(alone);
        for (int c = 0; c < change.length; c++) {
            assertEquals(-1.0, change[c], 1e-13 * generator.leaving(c) * alone[c]);
        }
    }

    private static double[] solvedBy(int threads, Generator generator) throws Exception {
        double[] x = new double[generator.size()];
        java.util.Arrays.fill(x, -1.0);
        ForkJoinPool pool = new ForkJoinPool(threads);
        pool.submit(() -> SparseSolver.standard().factor(generator).solve(x)).get();
        pool.shutdown();
        return x;
    }

    @Test
    void columnsBehindAPanelMayBeUpdatedInAnyPieces() {
        SplittableRandom random = new SplittableRandom(13);
        int size = 300;
        int first = 20;
        int last = first + BlockElimination.PANEL - 3;
        double[][] whole = new double[size + 1][size];
        for (double[] row : whole) {
            java.util.Arrays.setAll(row, j -> random.nextDouble() < 0.3 ? 0.0 : random.nextDouble());
        }
        double[][] pieces = java.util.Arrays.stream(whole).map(double[]::clone).toArray(double[][]::new);
        new PanelUpdate().columns(whole, first, last, size, last, size - last);
        int[] cuts = {last, last + 1, last + 30, last + 103, size};
        for (int k = cuts.length - 1; k > 0; k--) {
            new PanelUpdate().columns(pieces, first, last, size, cuts[k - 1], cuts[k] - cuts[k - 1]);
        }
        assertArrayEquals(whole, pieces);
    }

    /** Cell by cell, from leaves and separators of every level: what is left out would have added zeros. */
    @Test
    void aSourceInOneCellTakesNoMoreThanItsOwnPath() {
        Generator generator = random(new Grid(design(true).cells(17), design(false).cells(23)), Grid.ALL_DIRECTIONS, 5);
        SparseSolver.Factors all = SparseSolver.standard().factor(generator);
        for (int c = 0; c < generator.size(); c += 7) {
            double[] expected = new double[generator.size()];
            expected[c] = -1.0;
            double[] mass = expected.clone();
            all.solve(expected);
            SparseSolver.Factors one = SparseSolver.standard().factor(generator, c);
            one.solve(mass);
            assertArrayEquals(expected, mass);
            assertThrows(IllegalStateException.class, () -> one.solveAdjoint(mass));
        }
    }

    @Test
    void aClosedSystemIsRefused() {
        Generator open = random(new Grid(design(false).cells(8), design(false).cells(8)),
                Grid.DIRECTIONS, 7);
        Generator closed = new Generator(open.grid(), open.rates(), new double[open.size()]);
        assertThrows(NumericsException.class, () -> SparseSolver.standard().factor(closed));
    }
}
