package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code thalweg notebook}: its cells are run, where Python has what they need. */
class NotebookIT {
    /** The interpreter that runs the cells; THALWEG_PYTHON names another. */
    private static final Path PYTHON = Path.of(System.getenv().getOrDefault("THALWEG_PYTHON", "/usr/bin/env"));

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "simulate degenerate-valley --time 5 --particles 64 --record paths",
        "density degenerate-valley --grid 48,32 --at 10,100",
        "sweep degenerate-valley --learning-rate 0.05,0.1 --batch-variance 2,4 --witnesses density,theory",
        "sweep asymmetric-valley --vary c=1,3,10 --particles 16",
        "ladder degenerate-valley --svag 1,2 --particles 64",
        "train digits-network --time 8 --checkpoints 3 --repeats 2",
        "probe rescaled-network --probe loss,spectrum"})
    void itsCellsRun(String command) throws IOException {
        Path home = Files.createTempDirectory(folder, "home");
        RunFolder run = new RunFolder(home.resolve("runs/it's one"));
        run.after((command + " --quiet --figures none").split(" "));
        LauncherRun made = LauncherRun.in(home, Map.of(), LauncherRun.LAUNCHER, "notebook", "runs/it's one");
        assertEquals(0, made.exitCode(), made.err());
        assertEquals("written to notebooks-export/it's one.ipynb", made.out().strip());
        Path notebook = home.resolve("notebooks-export/it's one.ipynb");
        String code = code(RunFolder.json(Files.readString(notebook)).getAsJsonObject());
        assertTrue(code.contains("run = Path(\"../runs/it's one\")"), code);

        LauncherRun libraries = python(home, "-c", "import pandas, matplotlib");
        assumeTrue(libraries.exitCode() == 0, "python3 with pandas and matplotlib: " + libraries.err());
        Files.writeString(home.resolve("cells.py"), code + "\nprint('through')\n");
        LauncherRun cells = python(notebook.getParent(), "-W", "error::UserWarning",
                home.resolve("cells.py").toString());
        assertEquals(0, cells.exitCode(), cells.err());
        assertTrue(cells.out().endsWith("through\n"), cells.out());
    }

    @Test
    void aNotebookIsNotReplaced() throws IOException {
        RunFolder run = new RunFolder(folder.resolve("run"));
        run.after("density", "degenerate-valley", "--grid", "48,32", "--quiet", "--figures", "none");
        Path file = Files.writeString(folder.resolve("mine.ipynb"), "{}");
        LauncherRun refused = LauncherRun.of("notebook", run.path().toString(), "--out", file.toString());
        assertEquals(2, refused.exitCode());
        assertEquals("thalweg: " + file + " exists already; name another file with --out, or replace it with --force",
                refused.err().strip());
        assertEquals("{}", Files.readString(file));
        LauncherRun forced =
                LauncherRun.of("notebook", run.path().toString(), "--out", file.toString(), "--force", "--json");
        assertEquals(0, forced.exitCode(), forced.err());
        assertEquals(file.toString(), RunFolder.json(forced.out()).getAsJsonObject().get("notebook").getAsString());
    }

    /** All code but that which runs the command again. */
    private static String code(JsonObject notebook) {
        StringBuilder code = new StringBuilder();
        for (JsonElement element : notebook.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code") && !cell.getAsJsonObject("metadata").has("tags")) {
                cell.getAsJsonArray("source").forEach(line -> code.append(line.getAsString()));
                code.append("\n\n");
            }
        }
        return code.toString();
    }

    private static LauncherRun python(Path where, String... arguments) {
        Map<String, String> noWindows = Map.of("MPLBACKEND", "Agg");
        if (!PYTHON.endsWith("env")) {
            return LauncherRun.in(where, noWindows, PYTHON, arguments);
        }
        String[] named = new String[arguments.length + 1];
        named[0] = "python3";
        System.arraycopy(arguments, 0, named, 1, arguments.length);
        return LauncherRun.in(where, noWindows, PYTHON, named);
    }
}
