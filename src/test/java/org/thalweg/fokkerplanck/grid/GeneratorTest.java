package org.thalweg.fokkerplanck.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.TestNoise;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.NullVector;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** What every flux scheme must keep: mass, positivity, and the adjoint. */
class GeneratorTest {
    private static Generator ring(double kappa, FluxSchemes scheme, int nx, int ny) {
        AxisDesign x = AxisDesign.uniform(-Math.PI, Math.PI, Boundary.PERIODIC, Boundary.PERIODIC);
        return FiniteVolumes.of(Examples.ring(kappa, 0.05), new Grid(x.cells(nx), across(1.5).cells(ny)), scheme);
    }

    private static AxisDesign across(double reach) {
        return new AxisDesign(-reach, reach, Boundary.REFLECTING, Boundary.REFLECTING, new Stretch(0.0, 0.3));
    }

    private static Generator approach(FluxSchemes scheme) {
        AxisDesign x = new AxisDesign(0.5, 3.0, Boundary.ABSORBING, Boundary.REFLECTING, Stretch.NONE);
        return FiniteVolumes.of(Examples.bump(10, 0.1), new Grid(x.cells(24), across(3.0).cells(16)), scheme);
    }

    private static double[] randomNumbers(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(n).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void massIsConservedAndRatesAreNotNegative(FluxSchemes scheme) {
        Generator generator = ring(4, scheme, 32, 24);
        double change = 0.0;
        double turnover = 0.0;
        double[] mass = randomNumbers(generator.size(), 1);
        double[] rate = generator.apply(mass);
        for (int c = 0; c < mass.length; c++) {
            change += rate[c];
            turnover += generator.leaving(c) * mass[c];
            assertEquals(0.0, generator.killed()[c]);
            for (int d = 0; d < Grid.DIRECTIONS; d++) {
                assertTrue(generator.rates()[d][c] >= 0.0);
                assertEquals(generator.grid().neighbour(c, d) < 0, generator.rates()[d][c] == 0.0,
                        "rates end at walls only");
            }
        }
        assertEquals(0.0, change, 1e-14 * turnover);
    }

    @ParameterizedTest
    @EnumSource
    void absorbingFacesLoseMassNextToThemOnly(FluxSchemes scheme) {
        Generator generator = approach(scheme);
        int ny = generator.grid().y().size();
        for (int c = 0; c < generator.size(); c++) {
            assertEquals(c < ny, generator.killed()[c] > 0.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAdjointIsTheTranspose(FluxSchemes scheme) {
        for (Generator generator : List.of(ring(4, scheme, 32, 24), approach(scheme))) {
            double[] mass = randomNumbers(generator.size(), 2);
            double[] function = randomNumbers(generator.size(), 3);
            double[] forward = generator.apply(mass);
            double[] backward = generator.applyAdjoint(function);
            double left = 0.0;
            double right = 0.0;
            double size = 0.0;
            for (int c = 0; c < mass.length; c++) {
                left += function[c] * forward[c];
                right += backward[c] * mass[c];
                size += Math.abs(backward[c] * mass[c]);
            }
            assertEquals(left, right, 1e-13 * size);
        }
    }

    @Test
    void isotropicNoiseHasTheBoltzmannDensityAtTheCentres() {
        PlainSetting setting = Examples.ring(1, 0.05);
        Generator generator = ring(1, FluxSchemes.SCHARFETTER_GUMMEL, 144, 96);
        Density density = Density.of(generator.grid(), NullVector.of(generator, setting));
        double norm = density.values()[72][48] * Math.exp(setting.surface()
                .value(new double[] {density.x()[72], density.y()[48]}) / 0.05);
        for (int i = 0; i < density.x().length; i++) {
            for (int j = 0; j < density.y().length; j++) {
                double expected = norm * Math.exp(-setting.surface()
                        .value(new double[] {density.x()[i], density.y()[j]}) / 0.05);
                // Relative, down to e^-98 in the corners: no cell is lost to cancellation.
                assertEquals(1.0, density.values()[i][j] / expected, 1e-12, "cell " + i + ", " + j);
            }
        }
    }

    @Test
    void largeGridsAreAssembledByAnyNumberOfThreadsToTheSameBits() throws Exception {
        Generator alone = new ForkJoinPool(1).submit(() -> ring(4, FluxSchemes.SCHARFETTER_GUMMEL, 240, 200)).get();
        Generator shared = new ForkJoinPool(4).submit(() -> ring(4, FluxSchemes.SCHARFETTER_GUMMEL, 240, 200)).get();
        assertArrayEquals(alone.rates(), shared.rates());
        PlainSetting tilted = Examples.ring(1, 0.05).withNoise(new TestNoise(theta ->
                new double[][] {{1.0, theta[0] > 0.0 ? 1.3 : 0.0}, {theta[0] > 0.0 ? 1.3 : 0.0, 1.0}}));
        String message = assertThrows(Refusal.class, () -> FiniteVolumes.of(tilted, shared.grid(),
                FluxSchemes.SCHARFETTER_GUMMEL)).getMessage();
        // The first cell in the order of the grid, whichever thread came first, and no pool's wrapping.
        assertTrue(message.startsWith("D_xy = ") && message.contains(
                String.format(Locale.ROOT, "(%.4g, %.4g)", shared.grid().x().centres()[120],
                        shared.grid().y().centres()[0])), message);
    }

    @Test
    void diffusionThatIsNotPositiveIsRefusedWithARemedy() {
        PlainSetting ring = Examples.ring(1, 0.05);
        PlainSetting tilted = ring.withNoise(new TestNoise(theta -> new double[][] {{1.0, 1.3}, {1.3, 1.0}}));
        String message = assertThrows(Refusal.class,
                () -> StationaryDensity.solve(tilted, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT)).getMessage();
        assertTrue(message.contains("D_xy") && message.contains("trajectories"), message);
        PlainSetting silent = ring.withNoise(new TestNoise(theta -> new double[][] {{0.0, 0.0}, {0.0, 1.0}}));
        assertTrue(assertThrows(Refusal.class,
                () -> StationaryDensity.solve(silent, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT))
                .getMessage().contains("D_xx"));
    }

    @Test
    void absorbingEndsHaveNoStationaryState() {
        PlainSetting ring = Examples.ring(1, 0.05);
        Domain leaking = new Domain(List.of(new Interval(-1, 1, Boundary.ABSORBING), Interval.LINE));
        PlainSetting setting = new Setting("", "", ring.surface(), leaking, ring.noise(), ring.sgd(), ring.start(),
                ring.flatSet()).effective();
        assertThrows(NoStationaryStateException.class,
                () -> StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT));
        assertThrows(NoStationaryStateException.class,
                () -> StationaryDensity.solve(setting, DensityMethod.QUADRATURE, Resolution.DEFAULT));
    }
}
