package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.NullVector;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/** Noise that couples the two parameters, on problems with known answers. */
class CoupledNoiseTest {
    private static final double LEARNING_RATE = 0.05;
    private static final Interval RING = new Interval(-Math.PI, Math.PI, Boundary.PERIODIC);

    /** A surface with the given value and gradient; drifts that have no potential leave the value at 0. */
    record Given(Function<double[], Double> height, Function<double[], double[]> slope) implements LossSurface {
        @Override
        public List<String> coordinates() {
            return List.of("x", "y");
        }

        @Override
        public double value(double[] theta) {
            return height.apply(theta);
        }

        @Override
        public void gradient(double[] theta, double[] gradient) {
            System.arraycopy(slope.apply(theta), 0, gradient, 0, 2);
        }

        @Override
        public void hessian(double[] theta, double[][] hessian) {
            throw new Refusal("a density needs no Hessian");
        }
    }

    static PlainSetting setting(LossSurface surface, Interval x, Interval y, Function<double[], double[][]> tensor) {
        return new Setting("coupled", "", surface, new Domain(List.of(x, y)), new TestNoise(theta ->
                MatrixUtils.createRealMatrix(tensor.apply(theta)).scalarMultiply(2.0 / LEARNING_RATE).getData()),
                new Sgd(LEARNING_RATE), new double[] {0.0, 0.0}, Optional.empty()).effective();
    }

    /** R(angle) diag(first, second) R(angle)^T. */
    static double[][] rotated(double angle, double first, double second) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new double[][] {{c * c * first + s * s * second, c * s * (first - second)},
            {c * s * (first - second), s * s * first + c * c * second}};
    }

    /** The stationary covariance S of dX = -H X dt + sqrt(2 D) dW: H S + S H = 2 D. */
    static RealMatrix lyapunov(double[][] hessian, double[][] tensor) {
        RealMatrix system = MatrixUtils.createRealMatrix(4, 4);
        double[] right = new double[4];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                right[2 * i + j] = 2 * tensor[i][j];
                for (int k = 0; k < 2; k++) {
                    system.addToEntry(2 * i + j, 2 * k + j, hessian[i][k]);
                    system.addToEntry(2 * i + j, 2 * i + k, hessian[k][j]);
                }
            }
        }
        double[] s = new LUDecomposition(system).getSolver().solve(MatrixUtils.createRealVector(right)).toArray();
        return MatrixUtils.createRealMatrix(new double[][] {{s[0], s[1]}, {s[2], s[3]}});
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, Math.PI / 4, 1.2, 2.5})
    void aQuadraticHasTheGaussianOfTheLyapunovEquation(double angle) {
        double[][] h = {{3, 1}, {1, 2}};
        double[][] tensor = rotated(angle, 0.3, 0.03);
        PlainSetting setting = setting(new Given(t -> 1.5 * t[0] * t[0] + t[0] * t[1] + t[1] * t[1],
                t -> new double[] {3 * t[0] + t[1], t[0] + 2 * t[1]}), Interval.LINE, Interval.LINE, t -> tensor);
        RealMatrix exact = lyapunov(h, tensor);
        DensitySolution solution = StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME,
                new Resolution(200, 200));
        Measurement x = solution.quantities().get(Quantity.VARIANCE_X);
        assertEquals(exact.getEntry(0, 0), x.value(), 1e-4 * exact.getEntry(0, 0));
        assertTrue(Math.abs(exact.getEntry(0, 0) - x.value()) <= x.standardError(), x + " for " + exact);
        assertEquals(exact.getEntry(0, 1), covariance(solution), 1e-3 * exact.getEntry(0, 0), "not extrapolated");
    }

    private static double covariance(DensitySolution solution) {
        Density density = solution.density().orElseThrow();
        double sum = 0.0;
        double total = 0.0;
        for (int i = 0; i < density.x().length; i++) {
            for (int j = 0; j < density.y().length; j++) {
                sum += density.x()[i] * density.y()[j] * density.values()[i][j];
                total += density.values()[i][j];
            }
        }
        return sum / total;
    }

    /** L = y'^2 / (2 (1 + x'^2)) + 0.15 x'^2, D = diag(0.05, 0.1), both turned by an angle. */
    static PlainSetting turnedValley(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        Function<double[], double[]> slope = t -> {
            double x = c * t[0] + s * t[1];
            double y = c * t[1] - s * t[0];
            double f = 1 + x * x;
            double along = 0.3 * x - x * y * y / (f * f);
            double across = y / f;
            return new double[] {c * along - s * across, s * along + c * across};
        };
        Function<double[], Double> height = t -> {
            double x = c * t[0] + s * t[1];
            double y = c * t[1] - s * t[0];
            return 0.5 * y * y / (1 + x * x) + 0.15 * x * x;
        };
        double[][] tensor = rotated(angle, 0.05, 0.1);
        Interval side = new Interval(-4.5, 4.5, Boundary.REFLECTING);
        return setting(new Given(height, slope), side, side, t -> tensor);
    }

    private static Map<Quantity, Measurement> quantities(double angle) {
        return StationaryDensity.solve(turnedValley(angle), DensityMethod.FINITE_VOLUME, new Resolution(96, 96))
                .quantities();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, Math.PI / 4, 1.1, 2.2})
    void aTurnedValleyHasTheTurnedMoments(double angle) {
        Map<Quantity, Measurement> upright = quantities(0.0);
        Map<Quantity, Measurement> turned = quantities(angle);
        Measurement along = upright.get(Quantity.VARIANCE_X);
        Measurement across = upright.get(Quantity.MEAN_SQUARE_Y);
        double c2 = Math.cos(angle) * Math.cos(angle);
        for (Quantity name : List.of(Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y)) {
            double share = name.equals(Quantity.VARIANCE_X) ? c2 : 1 - c2;
            Measurement found = turned.get(name);
            double expected = share * along.value() + (1 - share) * across.value();
            double error = found.standardError() + share * along.standardError() + (1 - share) * across.standardError();
            assertEquals(expected, found.value(), error, name.key());
            assertTrue(error < 2e-3 * expected, "an error estimate worth the name: " + error + " of " + expected);
        }
    }

    static double[][] varying(double[] t) {
        double cross = 0.4 * Math.sin(t[0] + t[1]);
        return new double[][] {{1 + 0.3 * Math.cos(t[1]), cross}, {cross, 0.8 + 0.2 * Math.sin(t[0])}};
    }

    private static double logDensity(double x, double y) {
        return Math.cos(x) + 0.5 * Math.sin(y) + 0.3 * Math.cos(x - y);
    }

    /** b = div D + D grad ln p has no current, whatever D. */
    static Given manufactured() {
        return new Given(t -> 0.0, t -> {
            double[][] d = varying(t);
            double px = -Math.sin(t[0]) - 0.3 * Math.sin(t[0] - t[1]);
            double py = 0.5 * Math.cos(t[1]) + 0.3 * Math.sin(t[0] - t[1]);
            double divergence = 0.4 * Math.cos(t[0] + t[1]);
            return new double[] {-divergence - d[0][0] * px - d[0][1] * py,
                -divergence - d[1][0] * px - d[1][1] * py};
        });
    }

    /** Manufactured; the noise may be given another D. */
    private static double error(int n, UnaryOperator<double[][]> bug) {
        Given drift = manufactured();
        PlainSetting setting = setting(drift, RING, RING, t -> bug.apply(varying(t)));
        AxisDesign side = AxisDesign.uniform(-Math.PI, Math.PI, Boundary.PERIODIC, Boundary.PERIODIC);
        Grid grid = new Grid(side.cells(n), side.cells(n));
        Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
        Density found = Density.of(grid, NullVector.of(generator, setting));
        double total = 0.0;
        for (int c = 0; c < grid.size(); c++) {
            total += Math.exp(logDensity(found.x()[c / n], found.y()[c % n])) * grid.area(0, 0);
        }
        double largest = 0.0;
        for (int c = 0; c < grid.size(); c++) {
            double exact = Math.exp(logDensity(found.x()[c / n], found.y()[c % n])) / total;
            largest = Math.max(largest, Math.abs(found.values()[c / n][c % n] / exact - 1));
        }
        return largest;
    }

    @Test
    void aManufacturedSolutionIsFoundToSecondOrder() {
        List<Double> errors = new ArrayList<>();
        for (int n : new int[] {32, 64, 128}) {
            errors.add(error(n, d -> d));
        }
        assertTrue(errors.get(2) < 2e-3, errors.toString());
        assertEquals(2.0, Math.log(errors.get(1) / errors.get(2)) / Math.log(2.0), 0.2, errors.toString());
    }

    @Test
    void noSingleMistakeInTheFluxesSurvives() {
        double right = error(64, d -> d);
        List<UnaryOperator<double[][]>> bugs = List.of(
                d -> new double[][] {{d[0][0], -d[0][1]}, {-d[1][0], d[1][1]}},
                d -> new double[][] {{d[1][1], d[0][1]}, {d[1][0], d[0][0]}},
                d -> new double[][] {{d[0][0], 0.5 * d[0][1]}, {0.5 * d[1][0], d[1][1]}},
                d -> new double[][] {{d[0][0], 0}, {0, d[1][1]}},
                d -> MatrixUtils.createRealMatrix(d).scalarMultiply(2).getData());
        for (int k = 0; k < bugs.size(); k++) {
            double wrong = error(64, bugs.get(k));
            assertTrue(wrong > 10 * right, "mistake " + k + ": " + wrong + " against " + right);
        }
    }

    @Test
    void massIsConservedAndRatesAreNotNegativeAtAllWalls() {
        double[][] tensor = rotated(0.6, 1.0, 0.2);
        for (Boundary wall : List.of(Boundary.REFLECTING, Boundary.ABSORBING, Boundary.PERIODIC)) {
            PlainSetting setting = setting(new Given(t -> 0.0, t -> new double[] {5 * t[0], -t[1]}),
                    new Interval(-1, 1, wall), new Interval(-1, 1, Boundary.REFLECTING), t -> tensor);
            AxisDesign x = AxisDesign.uniform(-1, 1, wall, wall);
            AxisDesign y = AxisDesign.uniform(-1, 1, Boundary.REFLECTING, Boundary.REFLECTING);
            Generator generator = FiniteVolumes.of(setting, new Grid(x.cells(24), y.cells(32)),
                    FluxSchemes.SCHARFETTER_GUMMEL);
            assertEquals(Grid.ALL_DIRECTIONS, generator.rates().length);
            double[] mass = new double[generator.size()];
            for (int c = 0; c < mass.length; c++) {
                mass[c] = 1 + c % 7;
                boolean atEnd = c / 32 == 0 || c / 32 == 23;
                assertEquals(atEnd && wall == Boundary.ABSORBING, generator.killed()[c] > 0.0);
                for (int d = 0; d < Grid.ALL_DIRECTIONS; d++) {
                    assertTrue(generator.rates()[d][c] >= 0.0);
                    assertTrue(generator.rates()[d][c] == 0.0 || generator.grid().neighbour(c, d) >= 0);
                }
            }
            double change = 0.0;
            double turnover = 0.0;
            double[] rate = generator.apply(mass);
            for (int c = 0; c < mass.length; c++) {
                change += rate[c] + generator.killed()[c] * mass[c];
                turnover += generator.leaving(c) * mass[c];
            }
            assertEquals(0.0, change, 1e-14 * turnover);
        }
    }

    @Test
    void whereNoAspectWillDoTheCellsAreNamed() {
        PlainSetting setting = setting(new Given(t -> 0.0, t -> new double[] {t[0], t[1]}),
                new Interval(-1, 1, Boundary.REFLECTING), new Interval(-1, 1, Boundary.REFLECTING),
                t -> t[0] > 0 ? new double[][] {{1, 0.3}, {0.3, 0.1}} : new double[][] {{0.1, 0.3}, {0.3, 1}});
        String message = assertThrows(Refusal.class, () ->
                StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT)).getMessage();
        assertTrue(message.contains("D_xy") && message.contains("h_y / h_x") && message.contains("trajectories"),
                message);
    }
}
