package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.profile.Profile;
import org.thalweg.quantity.Quantity;

/** Flatness and floor from tables beside the model file. */
class MeasuredProfileTest {
    @TempDir
    private Path folder;

    private ModelFile model(String table, String domain) throws Exception {
        Files.writeString(folder.resolve("profile.csv"), table);
        String text = ModelText.of("{kind: valley, flatness: {table: profile.csv, x: place, value: F}}",
                "{kind: anisotropic, batch-variance: 2, anisotropy: 4}");
        Path file = folder.resolve("measured.yaml");
        Files.writeString(file, text.replace("{from: -pi, to: pi, boundary: reflecting}", domain));
        return ModelFile.read(file);
    }

    private static String ring(int n) {
        StringBuilder table = new StringBuilder("place,other,F\n");
        for (int i = 0; i <= n; i++) {
            double x = -Math.PI + 2.0 * Math.PI * i / n;
            table.append(x).append(",0,").append(1.0 + 0.5 * Math.cos(2.0 * Math.PI * i / n - Math.PI)).append('\n');
        }
        return table.toString();
    }

    /** A ring measured at 65 places, put through the density beside the formula it was measured from. */
    @Test
    void aMeasuredRingHasTheDensityOfItsFormula() throws Exception {
        ModelFile measured = model(ring(64), "{from: -pi, to: pi, boundary: periodic}");
        assertTrue(measured.tables().values().iterator().next().startsWith("place,other,F"));
        Profile flatness = measured.setting().surface().geometry().shape().orElseThrow().flatness().get(0);
        assertEquals(1.5, flatness.value(0.0), 1e-12);
        DensitySolution found = StationaryDensity.solve(
                measured.setting().effective(), DensityMethod.AUTO, new Resolution(64, 32));
        assertTrue(found.notes().get(0).contains("kink"), found.notes().toString());
        DensitySolution exact = StationaryDensity.solve(
                ModelText.read(ModelText.of("{kind: valley, flatness: \"1 + 0.5*cos(x)\"}",
                        "{kind: anisotropic, batch-variance: 2, anisotropy: 4}").replace("reflecting", "periodic"))
                        .setting().effective(), DensityMethod.FINITE_VOLUME, new Resolution(64, 32));
        // The spline is within 2e-3 of the cosine at its extrema; grids are the same.
        assertEquals(exact.quantities().get(Quantity.MEAN_FLATNESS).value(),
                found.quantities().get(Quantity.MEAN_FLATNESS).value(), 5e-3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "place,G|-4,1|4,2; profile.csv:1:1: has no column 'F'",
        "place,F|-4,1|4,2|; ok",
        "place,F|-4,1|x,2; profile.csv:3:1: 'x' in column 'place' is not a finite number",
        "place,F|-4,1|0,NaN; profile.csv:3:1: 'NaN' in column 'F' is not a finite number",
        "place,F|4,1|-4,1; profile.csv:3:1: place = -4.0 follows 4.0",
        "place,F|-4,1|0,0|4,1; profile.csv:3:1: the flatness F = 0.0 is not positive",
        "place,F|-4,1|0|4,1; profile.csv:3:1: column 'F' is missing in this row",
        "place,F|-4,1; profile.csv:1:1: has 1 row",
        "place,F|-2,1|4,1; F is measured from x = -2 to 4 and not beyond",
    })
    void sayWhereATableIsWrong(String table, String expected) throws Exception {
        String text = table.replace("|", "\n");
        String domain = "{from: -pi, to: pi, boundary: reflecting}";
        if (expected.trim().equals("ok")) {
            model(text, domain);
            return;
        }
        ModelFileException e = assertThrows(ModelFileException.class, () -> model(text, domain));
        assertEquals(1, e.problems().size(), e.getMessage());
        assertTrue(e.getMessage().contains(expected.trim()), e.getMessage());
    }

    @Test
    void anOpenDomainIsBeyondEveryTable() {
        ModelFileException e = assertThrows(ModelFileException.class, () -> model(ring(8), "{boundary: open}"));
        assertTrue(e.getMessage().contains("with walls"), e.getMessage());
    }

    @Test
    void aMissingTableIsNamed() throws Exception {
        Path file = folder.resolve("lost.yaml");
        Files.writeString(file, ModelText.of("{kind: valley, flatness: {table: nowhere.csv, x: x, value: F}}",
                "{kind: isotropic, batch-variance: 2}"));
        ModelFileException e = assertThrows(ModelFileException.class, () -> ModelFile.read(file));
        assertTrue(e.getMessage().contains("nowhere.csv") && e.getMessage().contains("lost.yaml:2"), e.getMessage());
    }
}
