package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.plot.FigureWriter;

/** {@code thalweg report}. */
class ReportIT {
    @TempDir
    private static Path folder;

    @Test
    void aPageOfARun() throws IOException {
        RunFolder run = new RunFolder(folder.resolve("density"));
        run.after("density", "degenerate-valley", "--grid", "48,32", "--quiet");
        LauncherRun made = LauncherRun.of("report", run.path().toString());
        assertEquals(0, made.exitCode(), made.err());
        assertEquals("written to " + run.path().resolve("report.html"), made.out().strip());
        String page = run.text("report.html");
        for (String words : new String[] {"<h1>degenerate-valley: density</h1>", "selection exponent", "20230607",
            "./thalweg density degenerate-valley --grid 48,32 --seed 20230607", "flatness: &quot;1 + a*cos(x)&quot;"}) {
            assertTrue(page.contains(words), words);
        }
        assertEquals(FigureWriter.available(), page.contains("data:image/svg+xml;base64,"));

        Map<String, Integer> before = run.contents();
        LauncherRun again = LauncherRun.of("report", run.path().toString());
        assertEquals(0, again.exitCode(), again.err());
        assertEquals(before, run.contents(), "the same run, the same page");
        Files.writeString(run.path().resolve("report.html"), page.replace("selection exponent", "my exponent"));
        LauncherRun edited = LauncherRun.of("report", run.path().toString());
        assertEquals(2, edited.exitCode());
        assertEquals("thalweg: " + run.path().resolve("report.html") + " exists already; name another file with --out,"
                + " or replace it with --force", edited.err().strip());
        LauncherRun forced = LauncherRun.of("report", run.path().toString(), "--force", "--json");
        assertEquals(0, forced.exitCode(), forced.err());
        assertEquals(run.path().resolve("report.html").toString(),
                RunFolder.json(forced.out()).getAsJsonObject().get("report").getAsString());
        assertEquals(before, run.contents(), "the same run, the same page");
    }

    @Test
    void aFolderThatIsNoRunIsRefused() {
        LauncherRun none = LauncherRun.of("report", "models");
        assertEquals(2, none.exitCode());
        assertEquals("thalweg: models is not the folder of a run: it holds no run.json; name the folder that a command"
                + " wrote with --out, or one below runs/", none.err().strip());
        assertFalse(Path.of("models", "report.html").toFile().exists());
    }
}
