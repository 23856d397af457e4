package org.thalweg.model.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.gradient.GradientNoise;

/** Noise along a valley from formulas and tables, with several sharp directions. */
class VaryingNoiseTest {
    private static final String TABLE = "x,F1,F2,C\n-4,1,2,1\n0,2,3,3\n4,4,5,2\n";

    @TempDir
    private Path folder;

    private Setting read(String flatness, String noise) throws Exception {
        Files.writeString(folder.resolve("p.csv"), TABLE);
        Path file = folder.resolve("m.yaml");
        Files.writeString(file, ModelText.of("{kind: valley, flatness: " + flatness + "}", noise)
                .replace("start: {x: 3.0, y: 0.0}", "start: {x: 3.0, y1: 0.0, y2: 0.0}"));
        return ModelFile.read(file).setting();
    }

    /** Tables meet their points; the strength is a factor of all, and what a sweep over batches varies. */
    @Test
    void severalSharpDirectionsFromTables() throws Exception {
        Setting setting = read("[{table: p.csv, x: x, value: F1}, {table: p.csv, x: x, value: F2}]",
                "{kind: varying, along: \"0.5\", across: [{table: p.csv, x: x, value: C}, \"2 + x^2\"], strength: 0.1}");
        assertEquals(2.0, setting.surface().geometry().shape().orElseThrow().flatness().get(0).value(0.0), 0.0);
        assertEquals(3.0, setting.surface().geometry().shape().orElseThrow().flatness().get(1).value(0.0), 0.0);
        GradientNoise noise = setting.noise();
        double[] middle = {0.0, 7.0, -7.0};
        assertEquals(0.05, noise.variance(0, middle), 1e-15);
        assertEquals(0.3, noise.variance(1, middle), 1e-15);
        assertEquals(0.2, noise.variance(2, middle), 1e-15);
        assertEquals(0.1, noise.batchVariance().getAsDouble(), 0.0);
        assertEquals(0.6, noise.withBatchVariance(0.2).variance(1, middle), 1e-15);
        assertEquals(0.15, noise.withBatchSize(2).variance(1, middle), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"1\" | {kind: varying, along: \"0.5\", across: [\"1\", \"2\"]} | 2 functions for 1 sharp directions",
        "[\"1\", \"1\"] | {kind: varying, along: \"0.5\", across: [\"1\", \"x\"]} | is -3.14",
        "[\"1\", \"1\"] | {kind: varying, along: \"0.5\", across: [\"1\", \"1\"], strength: 0} | is not positive",
        "[\"1\", \"1\"] | {kind: varying, along: {table: q.csv, x: x, value: C}, across: [\"1\", \"1\"]} | q.csv",
        "[\"1\", \"1\"] | {kind: varying, along: [\"1\", \"1\"], across: [\"1\", \"1\"]} | 2 functions for one direction",
        "[\"1\", {table: p.csv, x: x, value: G}] | {kind: varying, along: \"1\", across: [\"1\", \"1\"]} | column 'G'"})
    void faultsAreNamed(String flatness, String noise, String words) {
        ModelFileException fault = assertThrows(ModelFileException.class, () -> read(flatness, noise));
        assertTrue(fault.getMessage().contains(words), fault.getMessage());
    }
}
