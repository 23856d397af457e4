package org.thalweg.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.fokkerplanck.DensityMethod;
import org.thalweg.fokkerplanck.Resolution;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;

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
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void sayTheSame(Path model) throws Exception {
        Map<String, Measurement> here = Answers.of(ModelFile.read(model).setting(), OtherUnits.SAME, GRID,
                METHODS);
        List<String> wrong = new ArrayList<>();
        for (OtherUnits units : CORNERS) {
            Optional<Setting> elsewhere = units.of(model);
            if (elsewhere.isPresent()) {
                Comparison comparison = Comparison.of(here, Answers.of(elsewhere.get(), units, GRID, METHODS),
                        units);
                comparison.wrong().forEach(what -> wrong.add(units + ": " + what));
            }
        }
        assertEquals(List.of(), wrong);
    }
}
