package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.NullVector;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

class StationaryDensityTest {
    private static Measurement of(PlainSetting setting, Quantity quantity) {
        return StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT).quantities()
                .get(quantity);
    }

    private static void assertWithin(double expected, Measurement found, double margin) {
        assertEquals(expected, found.value(), margin);
        assertTrue(Math.abs(found.value() - expected) <= found.standardError(), "estimate too small: " + found + " for "
                + expected);
    }

    /** Reference: a spectral Fourier-Hermite solution, four decimals (5e-5 of rounding is added to the estimate). */
    @ParameterizedTest
    @CsvSource({"1, 0.05, 1.0000, 1e-6", "2, 0.05, 1.9747, 1e-4", "4, 0.1, 3.7852, 2e-4", "4, 0.05, 3.8797, 2e-4",
        "4, 0.02, 3.9479, 2e-4", "4, 0.005, 3.9864, 2e-4", "10, 0.05, 9.3066, 2e-3"})
    void selectionExponentsOfTheRing(double kappa, double temperature, double exponent, double margin) {
        Measurement found = of(Examples.ring(kappa, temperature), Quantity.SELECTION_EXPONENT);
        assertEquals(exponent, found.value(), margin);
        assertTrue(Math.abs(found.value() - exponent) <= found.standardError() + 5e-5, found.toString());
    }

    @Test
    void isotropicNoiseOnTheRingIsInEquilibrium() {
        Map<Quantity, Measurement> found = StationaryDensity.solve(Examples.ring(1, 0.05), DensityMethod.FINITE_VOLUME,
                Resolution.DEFAULT)
                .quantities();
        // P(x) = F / (2 pi): <F> = 1 + a^2/2, <y^2> = Delta <F^3> / (2 pi) = Delta (1 + 3 a^2/2), a = 1/2.
        assertWithin(1.125, found.get(Quantity.MEAN_FLATNESS), 1e-6);
        assertWithin(0.05 * 1.375, found.get(Quantity.MEAN_SQUARE_Y), 1e-6);
        assertWithin(0.0, found.get(Quantity.MEAN_X), 1e-12);
    }

    /**
     * L = (3 x^2 + 2 x y + 2 y^2) / 2 with D = diag(0.1, 0.3): covariance from the Lyapunov equation H S + S H = 2 D.
     */
    private static PlainSetting ornsteinUhlenbeck(Interval x, Interval y) {
        LossSurface quadratic = new LossSurface() {
            @Override
            public List<String> coordinates() {
                return List.of("x", "y");
            }

            @Override
            public double value(double[] theta) {
                return 0.5 * (3 * theta[0] * theta[0] + 2 * theta[0] * theta[1] + 2 * theta[1] * theta[1]);
            }

            @Override
            public void gradient(double[] theta, double[] gradient) {
                gradient[0] = 3 * theta[0] + theta[1];
                gradient[1] = theta[0] + 2 * theta[1];
            }

            @Override
            public void hessian(double[] theta, double[][] hessian) {
                hessian[0][0] = 3;
                hessian[0][1] = 1;
                hessian[1][0] = 1;
                hessian[1][1] = 2;
            }
        };
        PlainSetting like = Examples.valley(Profiles.LEVEL, Profiles.RING, Interval.LINE, 3.0, 0.3);
        return new Setting("ou", "", quadratic, new Domain(List.of(x, y)), like.noise(), like.sgd(),
                new double[] {0.1, 0.0},
                Optional.empty()).effective();
    }

    // 3 sxx + sxy = 0.1, sxy + 2 syy = 0.3, 5 sxy + sxx + syy = 0.
    private static final double SXY = -(0.1 / 3.0 + 0.3 / 2.0) / (5.0 - 1.0 / 3.0 - 0.5);
    private static final double SXX = (0.1 - SXY) / 3.0;
    private static final double SYY = (0.3 - SXY) / 2.0;

    @Test
    void coupledOrnsteinUhlenbeckOnAnOpenPlane() {
        DensitySolution solution = StationaryDensity.solve(ornsteinUhlenbeck(Interval.LINE, Interval.LINE),
                DensityMethod.FINITE_VOLUME,
                Resolution.DEFAULT);
        assertWithin(SXX, solution.quantities().get(Quantity.VARIANCE_X), 1e-4 * SXX);
        assertWithin(SYY, solution.quantities().get(Quantity.MEAN_SQUARE_Y), 1e-4 * SYY);
        assertEquals(2, solution.notes().stream().filter(note -> note.contains("truncated")).count(),
                solution.notes().toString());
        assertFalse(solution.quantities().get(Quantity.SELECTION_EXPONENT).defined());
        Marginal marginal = solution.marginalOn(new Interval(-0.5, 0.5, Boundary.OPEN), 20);
        for (int b = 0; b < 20; b++) {
            double x = marginal.x()[b];
            double gauss = Math.exp(-x * x / (2 * SXX)) / Math.sqrt(2 * Math.PI * SXX);
            // Averages over a bin differ from the value at its centre by h^2/24 of the second derivative.
            double curvature = gauss * (x * x / SXX - 1) / SXX;
            assertEquals(gauss + 0.05 * 0.05 / 24 * curvature, marginal.density()[b], 1e-3 * gauss);
        }
    }

    @ParameterizedTest
    @CsvSource({"SCHARFETTER_GUMMEL", "UPWIND"})
    void fluxSchemesHaveTheirOrder(FluxSchemes scheme) {
        PlainSetting setting = ornsteinUhlenbeck(Interval.LINE, Interval.LINE);
        AxisDesign x = AxisDesign.uniform(-1.5, 1.5, Boundary.REFLECTING, Boundary.REFLECTING);
        AxisDesign y = AxisDesign.uniform(-3, 3, Boundary.REFLECTING, Boundary.REFLECTING);
        double[] errors = new double[3];
        for (int level = 0; level < 3; level++) {
            Grid grid = new Grid(x.cells(30 << level), y.cells(30 << level));
            double[] mass = NullVector.of(FiniteVolumes.of(setting, grid, scheme), setting);
            double variance = GridLaw.of(grid, mass).mean(Diagnostic.of(Quantity.MEAN_SQUARE_X, t -> t[0] * t[0]));
            errors[level] = Math.abs(variance - SXX);
        }
        double order = Math.log(errors[1] / errors[2]) / Math.log(2.0);
        assertEquals(scheme.order(), order, 0.1, "errors " + java.util.Arrays.toString(errors));
    }

    @Test
    void diffusionThatVariesInSpaceIsItoDiffusion() {
        // Constant F decouples y; D_xx = d (1 + x^2), drift -e x: P ~ (1 + x^2)^(-1 - e / (2 d)).
        double e = 0.3;
        Profile flat = Profile.constant(0.7);
        PlainSetting plain = Examples.valley(Profiles.parabola(e), flat, new Interval(-4, 4, Boundary.REFLECTING),
                1.0, 0.1);
        double eta = plain.sgd().learningRate();
        double d = 0.1;
        PlainSetting varying = plain.withNoise(new TestNoise(theta -> new double[][] {
            {2 * d / eta * (1 + theta[0] * theta[0]), 0}, {0, 2 * d / eta}}));
        double power = -1 - e / (2 * d);
        double norm = integral(x -> Math.pow(1 + x * x, power));
        double variance = integral(x -> x * x * Math.pow(1 + x * x, power)) / norm;
        for (DensityMethod method : List.of(DensityMethod.FINITE_VOLUME, DensityMethod.QUADRATURE)) {
            DensitySolution found = StationaryDensity.solve(varying, method, Resolution.DEFAULT);
            assertWithin(variance, found.quantities().get(Quantity.VARIANCE_X), 1e-5 * variance);
            assertWithin(d * 0.49, found.quantities().get(Quantity.MEAN_SQUARE_Y), 1e-5 * d);
            assertFalse(found.quantities().get(Quantity.SELECTION_EXPONENT).defined(), "F is constant");
        }
    }

    private static double integral(java.util.function.DoubleUnaryOperator f) {
        return new org.hipparchus.analysis.integration.RombergIntegrator(1e-13, 1e-13, 3, 20)
                .integrate(100_000_000, f::applyAsDouble, -4, 4);
    }

    @Test
    void openValleyIsTruncatedAndSaysSo() {
        // kappa = 1 is equilibrium: P ~ F exp(-L0 / Delta), here with F = sqrt(1 + x^2).
        PlainSetting setting = Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, Interval.LINE, 1.0, 0.05);
        DensitySolution volumes = StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT);
        DensitySolution exact = StationaryDensity.solve(setting, DensityMethod.QUADRATURE, Resolution.DEFAULT);
        for (Quantity quantity : List.of(Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y, Quantity.MEAN_FLATNESS)) {
            assertWithin(exact.quantities().get(quantity).value(), volumes.quantities().get(quantity), 1e-3);
        }
        assertTrue(volumes.notes().stream().anyMatch(note -> note.startsWith("x truncated")),
                volumes.notes().toString());
        assertTrue(exact.notes().stream().anyMatch(note -> note.contains("asymptotic")), exact.notes().toString());
    }

    @Test
    void heavyTailsWidenTheErrorOrLeaveMeansUndefined() {
        // kappa = 1: P ~ (1 + x^2)^((1 - eps/Delta)/2), here (1 + x^2)^-1.5, so <F> = pi/2 and <x^2> is infinite.
        PlainSetting setting = Examples.valley(Profiles.logWall(0.2), Profiles.OPENING, Interval.LINE, 1.0, 0.05);
        Map<Quantity, Measurement> found = StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME,
                Resolution.DEFAULT)
                .quantities();
        assertWithin(Math.PI / 2, found.get(Quantity.MEAN_FLATNESS), 0.02);
        assertWithin(-3.0, found.get(Quantity.SELECTION_EXPONENT), 1e-3);
        assertFalse(found.get(Quantity.VARIANCE_X).defined());
        assertFalse(found.get(Quantity.MEAN_SQUARE_Y).defined());
    }

    @Test
    void halfOpenValleyKeepsItsWall() {
        Interval half = new Interval(-1.0, Double.POSITIVE_INFINITY, Boundary.OPEN);
        PlainSetting setting = Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, half, 1.0, 0.05);
        Map<Quantity, Measurement> exact = StationaryDensity.solve(setting, DensityMethod.QUADRATURE,
                Resolution.DEFAULT)
                .quantities();
        assertWithin(exact.get(Quantity.MEAN_X).value(), of(setting, Quantity.MEAN_X), 1e-3);
        assertWithin(exact.get(Quantity.VARIANCE_X).value(), of(setting, Quantity.VARIANCE_X), 1e-3);
    }

    @Test
    void histogramBinsHoldTheMass() {
        for (DensityMethod method : List.of(DensityMethod.FINITE_VOLUME, DensityMethod.QUADRATURE)) {
            DensitySolution solution = StationaryDensity.solve(Examples.ring(1, 0.05), method, Resolution.DEFAULT);
            Marginal marginal = solution.marginal();
            double mass = 0.0;
            for (double density : marginal.density()) {
                mass += density * 2 * Math.PI / marginal.size();
            }
            assertEquals(1.0, mass, 1e-7);
            // The exponent of bin averages of F differs from 1 only through averaging, by less than (h^2/24) (F'/F)^2.
            assertEquals(1.0, SelectionExponent.unweighted(marginal.flatness(), marginal.density()), 1e-3);
            assertEquals(method == DensityMethod.FINITE_VOLUME, solution.density().isPresent());
            assertEquals(method, solution.method());
        }
    }
}
