package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.Mesh;
import org.thalweg.fokkerplanck.volumes.NullVector;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

/** Graded cells under noise that couples the two parameters. */
class GradedCouplingTest {
    private static final double[][] HESSIAN = {{3, 1}, {1, 2}};

    /** A quadratic between walls far away. */
    private static PlainSetting quadratic(double[][] tensor, double edge) {
        Interval side = new Interval(-edge, edge, Boundary.REFLECTING);
        return CoupledNoiseTest.setting(new CoupledNoiseTest.Given(
                t -> 1.5 * t[0] * t[0] + t[0] * t[1] + t[1] * t[1],
                t -> new double[] {3 * t[0] + t[1], t[0] + 2 * t[1]}), side, side, t -> tensor);
    }

    private static GridLaw law(PlainSetting setting, Grid grid) {
        Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
        return GridLaw.of(grid, NullVector.of(generator, setting));
    }

    /** The largest error of the second moments, relative to the variances. */
    private static double error(Law law, RealMatrix exact) {
        double largest = 0.0;
        for (int i = 0; i < 2; i++) {
            for (int j = i; j < 2; j++) {
                int first = i;
                int second = j;
                double moment = law.mean(Diagnostic.of(Quantity.of("moment"), t -> t[first] * t[second]));
                largest = Math.max(largest, Math.abs(moment - exact.getEntry(i, j))
                        / Math.sqrt(exact.getEntry(i, i) * exact.getEntry(j, j)));
            }
        }
        return largest;
    }

    /** Walls are more than ten deviations away; the less coupling, the more grading the signs of fluxes allow. */
    @ParameterizedTest
    @CsvSource({"0.1, 4, 0.35", "0.2, 4, 0.7", "2.9, 8, 0.6"})
    void aGaussianInALargeRectangleIsFoundMoreAccurately(double angle, double edge, double gain) {
        double[][] tensor = CoupledNoiseTest.rotated(angle, 0.3, 0.06);
        RealMatrix exact = CoupledNoiseTest.lyapunov(HESSIAN, tensor);
        PlainSetting setting = quadratic(tensor, edge);
        AxisDesign side = AxisDesign.uniform(-edge, edge, Boundary.REFLECTING, Boundary.REFLECTING);
        List<String> notes = new ArrayList<>();
        Mesh even = Mesh.of(setting, side, side, new Resolution(128, 128), notes);
        Mesh graded = even.graded(setting, law(setting, even.grid(0)), notes);
        Grid fine = graded.grid(Resolution.LEVELS - 1);
        assertEquals(even.grid(Resolution.LEVELS - 1).size(), fine.size(), 0.1 * fine.size());
        double before = error(law(setting, even.grid(Resolution.LEVELS - 1)), exact);
        double after = error(law(setting, fine), exact);
        assertTrue(after < gain * before, after + " after " + before + notes);

        DensitySolution solution = StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME,
                new Resolution(128, 128));
        Measurement x = solution.quantities().get(Quantity.VARIANCE_X);
        assertEquals(exact.getEntry(0, 0), x.value(), x.standardError(), notes.toString());
        assertTrue(solution.notes().stream().anyMatch(note -> note.contains("graded")), solution.notes().toString());
    }

    @Test
    void withoutRoomInTheWindowOfAspectsCellsStayEqual() {
        PlainSetting setting = quadratic(CoupledNoiseTest.rotated(Math.PI / 4, 0.3, 0.03), 4.0);
        AxisDesign side = AxisDesign.uniform(-4.0, 4.0, Boundary.REFLECTING, Boundary.REFLECTING);
        Mesh even = Mesh.of(setting, side, side, new Resolution(64, 64), new ArrayList<>());
        assertSame(even, even.graded(setting, law(setting, even.grid(0)), new ArrayList<>()));
    }

    /** Small at walls, where a current-free law would not be that of reflection along the normal. */
    private static double logDensity(double x, double y) {
        return -2.0 * x * x - 1.5 * y * y + 0.5 * Math.sin(x + y);
    }

    /** D depends on x and y, and D_xy changes its sign; b = div D + D grad ln p has no current. */
    private static PlainSetting manufactured() {
        Interval side = new Interval(-3.0, 3.0, Boundary.REFLECTING);
        return CoupledNoiseTest.setting(new CoupledNoiseTest.Given(t -> 0.0, t -> {
            double[][] d = CoupledNoiseTest.varying(t);
            double px = -4.0 * t[0] + 0.5 * Math.cos(t[0] + t[1]);
            double py = -3.0 * t[1] + 0.5 * Math.cos(t[0] + t[1]);
            double divergence = 0.4 * Math.cos(t[0] + t[1]);
            return new double[] {-divergence - d[0][0] * px - d[0][1] * py,
                -divergence - d[1][0] * px - d[1][1] * py};
        }), side, side, CoupledNoiseTest::varying);
    }

    private static Grid skewed(int n) {
        Boundary wall = Boundary.REFLECTING;
        AxisDesign x = new AxisDesign(-3.0, 3.0, wall, wall, new Stretch(0.5, 4.5));
        AxisDesign y = new AxisDesign(-3.0, 3.0, wall, wall, new Stretch(-0.3, 5.0));
        return new Grid(x.cells(n), y.cells(n));
    }

    private static double manufacturedError(int n) {
        Grid grid = skewed(n);
        Density found = law(manufactured(), grid).density().orElseThrow();
        double total = 0.0;
        for (int c = 0; c < grid.size(); c++) {
            total += Math.exp(logDensity(found.x()[c / n], found.y()[c % n])) * grid.area(c / n, c % n);
        }
        double sum = 0.0;
        for (int c = 0; c < grid.size(); c++) {
            double exact = Math.exp(logDensity(found.x()[c / n], found.y()[c % n])) / total;
            sum += Math.abs(found.values()[c / n][c % n] - exact) * grid.area(c / n, c % n);
        }
        return sum;
    }

    @Test
    void aManufacturedSolutionIsFoundToSecondOrder() {
        double coarse = manufacturedError(64);
        double fine = manufacturedError(128);
        assertTrue(fine < 1e-3, coarse + ", " + fine);
        assertEquals(2.0, Math.log(coarse / fine) / Math.log(2.0), 0.2, coarse + ", " + fine);
    }

    @Test
    void massIsConservedAndNothingIsNegative() {
        Grid grid = skewed(40);
        Generator generator = FiniteVolumes.of(manufactured(), grid, FluxSchemes.SCHARFETTER_GUMMEL);
        assertEquals(Grid.ALL_DIRECTIONS, generator.rates().length);
        double[] mass = new double[generator.size()];
        double change = 0.0;
        double turnover = 0.0;
        for (int c = 0; c < mass.length; c++) {
            mass[c] = 1 + c % 7;
            for (double[] rate : generator.rates()) {
                assertTrue(rate[c] >= 0.0);
            }
        }
        double[] rate = generator.apply(mass);
        for (int c = 0; c < mass.length; c++) {
            change += rate[c];
            turnover += generator.leaving(c) * mass[c];
        }
        assertEquals(0.0, change, 1e-14 * turnover);
        for (double m : NullVector.of(generator, manufactured())) {
            assertTrue(m > 0.0);
        }
    }
}
