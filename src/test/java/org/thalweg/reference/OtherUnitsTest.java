package org.thalweg.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.noise.batch.MiniBatchNoise;
import org.thalweg.quantity.Quantity;

/**
 * Every shipped model in other units and at other origins gives the same answers: by every density method, of the
 * theory, and by the same random numbers along trajectories. The random numbers are fixed, so that nothing here is left
 * to chance.
 */
class OtherUnitsTest {
    private static final Resolution GRID = new Resolution(32, 32);
    private static final DensityMethod[] METHODS = {
        DensityMethod.AUTO, DensityMethod.QUADRATURE, DensityMethod.FINITE_VOLUME};

    /** The smallest unit, and an origin as far away as is promised; more of them in {@link OtherUnitsTable}. */
    private static final List<OtherUnits> CORNERS = List.of(
            new OtherUnits(1e-12, 0.0, 1e-12), new OtherUnits(1e-3, 1e6, 10.0));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !isNetwork(file)).sorted().toList();
        }
    }

    /** The units of a network are those of its data. */
    private static boolean isNetwork(Path file) {
        try {
            return Files.readString(file).contains("kind: network");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reading the covariance of thousands of samples in every cell takes minutes: of that only the quadrature here. */
    static DensityMethod[] methods(Setting setting) {
        return setting.noise() instanceof MiniBatchNoise
                ? new DensityMethod[] {DensityMethod.QUADRATURE} : METHODS;
    }

    /** The same model of fewer samples: units are the same of a few as of thousands. */
    private static Path ofFewSamples(Path file, Path scratch) throws IOException {
        String model = Files.readString(file);
        String few = model.replaceAll("(?m)^  samples: \\d+$", "  samples: 64");
        return few.equals(model) ? file : Files.writeString(scratch.resolve(file.getFileName().toString()), few);
    }

    @ParameterizedTest
    @MethodSource("files")
    void sayTheSame(Path file, @TempDir Path scratch) throws Exception {
        Path model = ofFewSamples(file, scratch);
        Setting original = ModelFile.read(model).setting();
        DensityMethod[] methods = methods(original);
        Map<String, Measurement> here = Answers.of(original, OtherUnits.SAME, GRID, methods);
        List<String> wrong = new ArrayList<>();
        for (OtherUnits units : CORNERS) {
            Optional<Setting> elsewhere = units.of(model);
            if (elsewhere.isPresent()) {
                Map<String, Measurement> there = Answers.of(elsewhere.get(), units, GRID, methods);
                Comparison.of(here, there, units).wrong().forEach(what -> wrong.add(units + ": " + what));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** A valley a thousandth wide, a thousand away from 0; the values are those of the same valley at 0, of width 1. */
    @Test
    void anOpenValleyFarAway() throws Exception {
        KnownLaw law = new KnownLaw("far", """
                loss: {kind: valley, flatness: "1 + .5*exp(-((x-1000)/.001)^2/2)", floor: ".2*((x-1000)/.001)^2/2"}
                domain: {x: {boundary: open}}
                noise: {kind: isotropic, batch-variance: 10}
                sgd: {learning-rate: 0.01}
                start: {x: 1000, y: 0}
                """, Map.of("mean_x", 1000.0, "variance_x", 2.345491502812526e-7, "mean_flatness", 1.4500633097679518,
                "mean_square_y", 0.10532323459119), Set.of(), 0.0);
        assertKnown(law, DensityMethod.QUADRATURE, 1e-9);
        assertKnown(law, DensityMethod.FINITE_VOLUME, 1e-6);
        // Across, y is a million times slower than x along: rounding counts so many times.
        assertKnown(law, DensityMethod.AUTO, 1e-7);
    }

    /** k T and a spring at room temperature, a billionth of a metre wide. */
    @Test
    void aBowlInUnitsOfPhysics() throws Exception {
        KnownLaw law = new KnownLaw("bowl", """
                loss: {kind: formula, value: "4.1e-21*((x/1e-9)^2 + (y/1e-9)^2)/2"}
                domain: {x: {boundary: open}, y: {boundary: open}}
                noise: {kind: isotropic, batch-variance: 8.2e-19}
                sgd: {learning-rate: 0.01}
                start: {x: 0, y: 0}
                """, Map.of("variance_x", 1e-18, "mean_square_y", 1e-18), Set.of(), 0.0);
        assertKnown(law, DensityMethod.AUTO, 1e-9);
        KnownLaw written = new KnownLaw("spring", law.model().replace("4.1e-21*((x/1e-9)^2 + (y/1e-9)^2)/2",
                "4.1e-3*(x^2 + y^2)/2"), law.exact(), Set.of(), 0.0);
        assertKnown(written, DensityMethod.AUTO, 1e-9);
    }

    @Test
    void aRingFarAway() throws Exception {
        String ring = """
                loss: {kind: valley, flatness: "1 + .5*cos(2*pi*(x-%1$s))"}
                domain: {x: {from: %1$s, to: %1$s+1, boundary: periodic}}
                noise: {kind: anisotropic, batch-variance: 2, anisotropy: 4}
                sgd: {learning-rate: 0.05}
                start: {x: %1$s+0.1, y: 0}
                """;
        Map<Quantity, Measurement> near = StationaryDensity.solve(new KnownLaw("ring", ring.formatted(0), Map.of(),
                Set.of(), 0.0).setting().effective(), DensityMethod.AUTO, Resolution.DEFAULT).quantities();
        KnownLaw far = new KnownLaw("ring", ring.formatted(1000), Map.of("mean_x", 1000.5, "variance_x",
                near.get(Quantity.VARIANCE_X).value()), Set.of(), 0.0);
        assertKnown(far, DensityMethod.AUTO, 1e-7);
        assertKnown(far, DensityMethod.FINITE_VOLUME, 1e-4);
    }

    /** Within the stated error and the margin, relative; and the stated error is no larger than ten margins. */
    private static void assertKnown(KnownLaw law, DensityMethod method, double margin) throws Exception {
        Map<String, Measurement> found =
                Way.byKey(StationaryDensity.solve(law.setting().effective(), method, Resolution.DEFAULT).quantities());
        law.exact().forEach((quantity, value) -> {
            Measurement measured = found.get(quantity);
            assertEquals(value, measured.value(), margin * Math.abs(value), quantity);
            assertTrue(measured.standardError() <= 10.0 * margin * Math.abs(value), quantity + " " + measured);
        });
    }
}
