package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;

/** {@code --scheme auto} says what it chose and why, on the screen and in run.json. */
class SchemeOptionTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private JsonObject simulate(String... more) throws IOException {
        Path out = folder.resolve("run");
        List<String> words = new ArrayList<>(List.of("simulate", "degenerate-valley", "--dynamics", "sde",
                "--particles", "8", "--figures", "none", "--out", out.toString()));
        words.addAll(List.of(more));
        assertEquals(ExitCode.OK,
                Main.run(words.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(err)),
                err.toString());
        return JsonParser.parseString(Files.readString(out.resolve("run.json"))).getAsJsonObject();
    }

    private static String scheme(JsonObject record) {
        return record.getAsJsonObject("settings").get("scheme").getAsString();
    }

    @Test
    void autoGivesItsReason() throws IOException {
        JsonObject record = simulate("--scheme", "auto", "--step", "1", "--time", "10");
        assertEquals("valley-splitting", scheme(record));
        String reason = "scheme valley-splitting: weak order 2.0 under additive noise, for the question of "
                + "first passages";
        assertTrue(err.toString().contains(reason), err.toString());
        assertTrue(record.get("notes").toString().contains(reason), record.toString());
        assertFalse(record.get("notes").toString().contains("grow across"), record.toString());
    }

    @Test
    void pathsAskedForAreAQuestionOfPaths() throws IOException {
        assertEquals("stochastic-runge-kutta",
                scheme(simulate("--scheme", "auto", "--time", "1", "--record", "paths")));
    }

    @Test
    void autoChoosesTheStepWhereNoneIsGiven() throws IOException {
        JsonObject settings = simulate("--scheme", "auto", "--time", "20").getAsJsonObject("settings");
        double step = settings.get("step").getAsDouble();
        assertTrue(step > 0.2 && step < 1.0, "step " + step);
    }

    @Test
    void aSchemeThatIsNamedNeedsNoReason() throws IOException {
        JsonObject record = simulate("--time", "1", "--scheme", "weak-taylor", "--record", "summary");
        assertEquals("weak-taylor", scheme(record));
        assertFalse(record.get("notes").toString().contains("weak-taylor"), record.toString());
    }
}
