package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.file.yaml.ModelFileException;

/** Values from outside in a table beside the model file: what is read, and what is refused in one line. */
class ReferenceTableTest {
    @TempDir
    private Path folder;

    private ModelFile model(String table, String named) throws Exception {
        Files.writeString(folder.resolve("values.csv"), table);
        Path file = folder.resolve("model.yaml");
        Files.writeString(file, ModelText.of("{kind: valley, flatness: \"1 + a*cos(x)\"}",
                "{kind: anisotropic, batch-variance: 2, anisotropy: 4}")
                + "parameters: {a: 0.5}\nreference: {table: " + named + "}\n");
        return ModelFile.read(file);
    }

    @Test
    void theTableIsReadWithItsPlaces() throws Exception {
        ModelFile model = model("""
                # from somewhere
                sgd.learning-rate,a,noise.batch-variance,quantity,value,standard_error,source
                0.1,0.5,2,mean_flatness,1.125,0.001,Eq. 4
                0.1,0.4,2,mean_flatness,1.08,,
                """, "values.csv");
        ReferenceTable table = model.reference().orElseThrow();
        assertEquals(Map.of("sgd.learning-rate", model.setting().sgd().learningRate(), "a", 0.5,
                "noise.batch-variance", 2.0), table.here());
        assertEquals(2, table.rows().size());
        ReferenceTable.Row first = table.rows().get(0);
        assertEquals("line 3 (sgd.learning-rate 0.1, a 0.5, noise.batch-variance 2.0)", first.toString());
        assertEquals(0.001, first.standardError());
        assertEquals("Eq. 4", first.source());
        assertTrue(Double.isNaN(table.rows().get(1).standardError()));
        // What varies is what --set makes it.
        assertEquals(0.4, model.with(Map.of("a", "0.4")).reference().orElseThrow().here().get("a"));
        // A run keeps the text, and resumes with no other.
        assertTrue(model.tables().values().iterator().next().startsWith("# from somewhere"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "a,quantity|0.5,mean_x; values.csv:1:1: has no column 'value'",
        "a,quantety,value|0.5,mean_x,1; has no column 'quantity'; ",
        "sgd.learnin-rate,quantity,value|0.5,mean_x,1; values.csv:1:1: column 'sgd.learnin-rate' is no number of the"
                + " model file; did you mean 'sgd.learning-rate'?",
        "loss.flatness,quantity,value|0.5,mean_x,1; column 'loss.flatness' is no number",
        "a,quantity,value|x,mean_x,1; values.csv:2:1: 'x' in column 'a' is not a finite number",
        "a,quantity,value|0.5,mean_x,inf; values.csv:2:1: 'inf' in column 'value' is not a finite number",
        "a,quantity,value|0.5,mean_x; values.csv:2:1: '' in column 'value' is not a finite number",
        "a,quantity,value,standard_error|0.5,mean_x,1,-1; values.csv:2:1: '-1' in column 'standard_error'",
        "a,quantity,value|0.5,,1; values.csv:2:1: names no quantity",
        "a,quantity,value|0.5,mean_x,1|0.50000001,mean_x,2; values.csv:3:1: has the place and quantity of line 2",
        "a,quantity,value|; has no rows",
    })
    void sayWhereATableIsWrong(String table, String expected) throws Exception {
        ModelFileException e =
                assertThrows(ModelFileException.class, () -> model(table.replace("|", "\n"), "values.csv"));
        assertEquals(1, e.problems().size(), e.getMessage());
        assertTrue(e.getMessage().contains(expected.trim()), e.getMessage());
    }

    @Test
    void aMissingTableIsNamed() {
        ModelFileException e = assertThrows(ModelFileException.class, () -> model("", "nowhere.csv"));
        assertEquals(1, e.problems().size(), e.getMessage());
        assertTrue(e.getMessage().contains("there is no table") && e.getMessage().contains("nowhere.csv"),
                e.getMessage());
    }
}
