package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Current;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.NetFlow;
import org.thalweg.fokkerplanck.volumes.NullVector;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.noise.PowerNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.report.drawing.Axis;

/** Currents of stationary densities and the entropy they produce, docs/theory/entropy-production.md. */
class EntropyProductionTest {
    private static final Interval RING = new Interval(-Math.PI, Math.PI, Boundary.PERIODIC);
    private static final Resolution GRID = new Resolution(96, 48);

    private static DensitySolution solve(PlainSetting setting, DensityMethod method, Resolution resolution) {
        return StationaryDensity.solve(setting, method, resolution);
    }

    private static Measurement byVolumes(PlainSetting setting, Resolution resolution) {
        return solve(setting, DensityMethod.FINITE_VOLUME, resolution).entropyProduction();
    }

    private static Measurement byHierarchy(PlainSetting setting) {
        return solve(setting, DensityMethod.HIERARCHY, GRID).entropyProduction();
    }

    private static double largest(double[][] values) {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    }

    private static void within(double exact, Measurement found, double relative) {
        assertEquals(exact, found.value(), found.standardError(), found.toString());
        assertTrue(found.standardError() <= relative * exact, found.toString());
    }

    /** Currents of kappa = 4 there are 1e-3 and more. */
    @Test
    void nothingFlowsInEquilibrium() {
        for (PlainSetting setting : List.of(Examples.ring(1, 0.05), Examples.bump(1, 0.05))) {
            for (DensityMethod method : List.of(DensityMethod.HIERARCHY, DensityMethod.FINITE_VOLUME)) {
                DensitySolution solution = solve(setting, method, GRID);
                Measurement found = solution.entropyProduction();
                assertEquals(0.0, found.value(), found.standardError() + Double.MIN_VALUE, method + " " + found);
                assertTrue(Math.abs(found.value()) + found.standardError() < 1e-12, method + " " + found);
                Current current = solution.current().orElseThrow();
                assertEquals(0.0, Math.max(largest(current.alongX()), largest(current.alongY())), 1e-11, "" + method);
            }
        }
    }

    /** F constant, drift -0.01 along: P is even, J_x = v P, and the rate v^2 / D_xx. */
    @Test
    void aTiltedRingHasTheSquareOfItsVelocity() {
        Profile tilt = Profiles.of(x -> 0.01 * x, x -> 0.01, x -> 0.0);
        PlainSetting setting = Examples.valley(tilt, Profile.constant(1.5), RING, 4, 0.05);
        within(0.01 * 0.01 / 0.0125, byHierarchy(setting), 1e-10);
        within(0.01 * 0.01 / 0.0125, byVolumes(setting, new Resolution(32, 32)), 1e-6);
    }

    /** dX = -H X dt + sqrt(2 D) dW with the covariance S: tr(H D^-1 H S) - tr H; turned tensors have a D_xy. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.7})
    void anOrnsteinUhlenbeckProcessWithRotation(double angle) {
        double[][] h = {{3, 1}, {1, 2}};
        double[][] tensor = CoupledNoiseTest.rotated(angle, 0.3, 0.03);
        PlainSetting setting = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(
                t -> 1.5 * t[0] * t[0] + t[0] * t[1] + t[1] * t[1],
                t -> new double[] {3 * t[0] + t[1], t[0] + 2 * t[1]}), Interval.LINE, Interval.LINE, t -> tensor);
        RealMatrix hessian = MatrixUtils.createRealMatrix(h);
        double exact = hessian.multiply(MatrixUtils.inverse(MatrixUtils.createRealMatrix(tensor)))
                .multiply(hessian).multiply(CoupledNoiseTest.lyapunov(h, tensor)).getTrace() - 5;
        within(exact, byVolumes(setting, new Resolution(128, 128)), 1e-2);
    }

    static Stream<PlainSetting> valleys() {
        PlainSetting ring = Examples.ring(4, 0.05);
        Profile lopsided = Profiles.of(x -> 1 + 0.3 * Math.cos(x) + 0.2 * Math.sin(2 * x),
                x -> -0.3 * Math.sin(x) + 0.4 * Math.cos(2 * x), x -> -0.3 * Math.cos(x) - 0.8 * Math.sin(2 * x));
        Profile tilt = Profiles.of(x -> 0.01 * x, x -> 0.01, x -> 0.0);
        return Stream.of(ring, Examples.bump(8, 0.05),
                ring.withNoise(new PowerNoise(ring.surface().geometry().shape().orElseThrow(), 2.0, 1, 4)),
                Examples.valley(Profiles.LEVEL, lopsided, RING, 4, 0.05),
                Examples.valley(tilt, Profiles.RING, RING, 4, 0.05),
                Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, Interval.LINE, 4, 0.05));
    }

    /** A formula in mode 2 alone against sums over links: nothing in common but the valley. */
    @ParameterizedTest
    @MethodSource("valleys")
    void twoMethodsAgree(PlainSetting setting) {
        DensitySolution hierarchy = solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT);
        DensitySolution volumes = solve(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT);
        Measurement exact = hierarchy.entropyProduction();
        Measurement found = volumes.entropyProduction();
        assertEquals(exact.value(), found.value(), 1e-3 * exact.value());
        assertEquals(exact.value(), found.value(), found.standardError() + exact.standardError());
        assertTrue(found.standardError() < 2e-3 * exact.value(), found + " " + exact);
        currentsAreTheSame(setting, hierarchy, volumes);
    }

    /** int J D^-1 J / P over the current and the density in the plane, and both currents, to second order. */
    private static void currentsAreTheSame(PlainSetting setting, DensitySolution hierarchy, DensitySolution volumes) {
        Current current = hierarchy.current().orElseThrow();
        Density density = hierarchy.density().orElseThrow();
        double[] x = edges(density.x());
        double[] y = edges(density.y());
        double[][] tensor = new double[2][2];
        double sum = 0.0;
        for (int i = 0; i < density.x().length; i++) {
            for (int j = 0; j < density.y().length; j++) {
                double p = density.values()[i][j];
                setting.diffusion().diffusionTensor(new double[] {density.x()[i], density.y()[j]}, tensor);
                // Further out the series are cut off.
                sum += p < 1e-9 ? 0.0 : (x[i + 1] - x[i]) * (y[j + 1] - y[j]) / p
                        * (current.alongX()[i][j] * current.alongX()[i][j] / tensor[0][0]
                        + current.alongY()[i][j] * current.alongY()[i][j] / tensor[1][1]);
            }
        }
        double rate = hierarchy.entropyProduction().value();
        assertEquals(rate, sum, 0.002 * rate);
        Current other = volumes.current().orElseThrow();
        if (Arrays.equals(current.x(), other.x()) && Arrays.equals(current.y(), other.y())) {
            assertSame(current.alongX(), other.alongX());
            assertSame(current.alongY(), other.alongY());
        } else {
            assertEquals(largest(current.alongX()), largest(other.alongX()), 0.02 * largest(current.alongX()));
        }
    }

    private static double[] edges(double[] centres) {
        return Axis.linear("").edgesAround(centres);
    }

    private static void assertSame(double[][] expected, double[][] found) {
        double scale = largest(expected);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertEquals(expected[i][j], found[i][j], 0.01 * scale, i + ", " + j);
            }
        }
    }

    /** What flows through all faces across the valley: nothing between walls, a constant around a ring. */
    @Test
    void theIntegralAcross() {
        PlainSetting bump = Examples.bump(8, 0.05);
        for (double through : across(bump, AxisDesign.uniform(-3, 3, Boundary.REFLECTING, Boundary.REFLECTING))) {
            assertEquals(0.0, through, 1e-14);
        }
        PlainSetting tilted = valleys().toList().get(4);
        double[] around = across(tilted, AxisDesign.uniform(-Math.PI, Math.PI, Boundary.PERIODIC, Boundary.PERIODIC));
        for (double through : around) {
            assertEquals(around[0], through, 1e-14);
        }
        assertTrue(around[0] < -1e-5, "" + around[0]);
    }

    private static double[] across(PlainSetting setting, AxisDesign along) {
        Grid grid = new Grid(along.cells(48),
                AxisDesign.uniform(-2.5, 2.5, Boundary.REFLECTING, Boundary.REFLECTING).cells(64));
        Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
        NetFlow flow = new NetFlow(generator, NullVector.of(generator, setting), setting);
        double[] through = new double[grid.x().size()];
        for (int c = 0; c < grid.size(); c++) {
            through[c / grid.y().size()] += flow.through(c, Grid.EAST);
        }
        return through;
    }

    @Test
    void itRisesWithTheAnisotropy() {
        double last = byHierarchy(Examples.ring(1, 0.05)).value();
        assertEquals(0.0, last, 1e-12);
        for (int kappa = 2; kappa <= 8; kappa++) {
            double next = byHierarchy(Examples.ring(kappa, 0.05)).value();
            assertTrue(next > last + 1e-3, kappa + ": " + next + " after " + last);
            last = next;
        }
    }

    /** 2 Delta (kappa - 1)^2 / kappa mean of (F'/F)^2, as Delta falls; what is left falls in proportion. */
    @Test
    void theLimitOfSmallTemperature() {
        double[] off = new double[2];
        for (int i = 0; i < 2; i++) {
            double temperature = i == 0 ? 0.01 : 0.005;
            DensitySolution solution = solve(Examples.ring(4, temperature), DensityMethod.HIERARCHY, GRID);
            double mean = 0.0;
            double mass = 0.0;
            for (int k = 0; k < 1000; k++) {
                double x = 2 * Math.PI * k / 1000;
                double p = Math.pow(Profiles.RING.value(x), 4);
                mean += p * Math.pow(Profiles.RING.slope(x) / Profiles.RING.value(x), 2);
                mass += p;
            }
            off[i] = solution.entropyProduction().value() / (2 * temperature * 9 / 4 * mean / mass) - 1;
        }
        assertEquals(2.0, off[0] / off[1], 0.1, Arrays.toString(off));
        assertEquals(0.0, off[1], 0.02, Arrays.toString(off));
    }

    /** b = div D + D grad ln p has no current; with varying D_xy the links are not balanced one by one. */
    @Test
    void anEquilibriumWithVaryingCouplingIsFoundToFourthOrder() {
        CoupledNoiseTest.Given drift = CoupledNoiseTest.manufactured();
        PlainSetting setting = CoupledNoiseTest.setting(drift, RING, RING, CoupledNoiseTest::varying);
        AxisDesign side = AxisDesign.uniform(-Math.PI, Math.PI, Boundary.PERIODIC, Boundary.PERIODIC);
        double[] rates = new double[2];
        for (int i = 0; i < 2; i++) {
            Grid grid = new Grid(side.cells(32 << i), side.cells(32 << i));
            Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
            rates[i] = new NetFlow(generator, NullVector.of(generator, setting), setting).entropyProduction().value();
        }
        assertEquals(4.0, Math.log(rates[0] / rates[1]) / Math.log(2.0), 0.3, Arrays.toString(rates));
        assertTrue(rates[1] < 1e-4, Arrays.toString(rates));
    }
}
