package org.thalweg.report.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.report.SampleRun;
import org.thalweg.report.stored.StoredRun;

class RunNotebookTest {
    @TempDir
    Path folder;

    /** https://nbformat.readthedocs.io/en/latest/format_description.html */
    @Test
    void isANotebookOfFormat45() {
        JsonObject notebook = notebook(SampleRun.of(folder.resolve("a"), "sweep").sweep().verdicts().read());
        assertEquals(4, notebook.get("nbformat").getAsInt());
        assertEquals(5, notebook.get("nbformat_minor").getAsInt());
        JsonObject kernel = notebook.getAsJsonObject("metadata").getAsJsonObject("kernelspec");
        assertEquals("python3", kernel.get("name").getAsString());
        Set<String> ids = new HashSet<>();
        for (JsonElement element : notebook.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            assertTrue(ids.add(cell.get("id").getAsString()), "identifiers are unique");
            assertTrue(cell.get("id").getAsString().matches("[a-zA-Z0-9-_]{1,64}"));
            boolean code = cell.get("cell_type").getAsString().equals("code");
            assertEquals(code, cell.has("outputs") && cell.has("execution_count"));
            assertTrue(cell.has("metadata"));
            assertFalse(cell.getAsJsonArray("source").isEmpty());
        }
    }

    @Test
    void takesTheChaptersForWhichThereAreTables() {
        assertEquals(List.of("## `sweep.csv`"), chapters(SampleRun.of(folder.resolve("a"), "sweep").sweep()));
        assertEquals(List.of("## `summary.csv`", "## `marginal.csv`"),
                chapters(SampleRun.of(folder.resolve("b"), "simulate").summary()));
        assertEquals(List.of("## `ladder.csv`", "## `verdicts.csv`"),
                chapters(SampleRun.of(folder.resolve("c"), "ladder").ladder().verdicts()));
        assertEquals(List.of(), chapters(SampleRun.of(folder.resolve("d"), "validate")));
        SampleRun times = SampleRun.of(folder.resolve("e"), "density").summary();
        for (String time : List.of("100.0", "2.0", "1.0E-4")) {
            times.with("marginal-at-" + time + ".csv", "x,flatness,witness,density,standard_error");
        }
        assertEquals(List.of("## `summary.csv`", "## `marginal-at-1.0E-4.csv`", "## `marginal-at-2.0.csv`",
                "## `marginal-at-100.0.csv`"), chapters(times));
    }

    @ParameterizedTest
    @EnumSource
    void everyChapterReadsItsTable(Chapter chapter) {
        List<String> code = chapter.code("a \"b\".csv");
        assertTrue(code.get(0).contains("pd.read_csv(run / \"a \\\"b\\\".csv\")"), code.get(0));
        code.forEach(cell -> assertFalse(cell.contains("run / FILE")));
    }

    @Test
    void namesTheRunFromWhereTheNotebookIs() {
        StoredRun run = SampleRun.of(folder.resolve("runs/one"), "sweep", "ring", "--set", "a={b}$c").read();
        Path file = folder.resolve("notebooks-export/one.ipynb");
        String code = code(JsonParser.parseString(RunNotebook.of(run, file, folder)).getAsJsonObject());
        assertTrue(code.contains("run = Path(\"../runs/one\")"), code);
        assertTrue(code.contains("launcher = Path(\"..\")"), code);
        // IPython reads {{ as { and $$ as $.
        assertTrue(code.contains("!cd \"{launcher}\" && ./thalweg sweep ring --set 'a={{b}}$$c' --seed 7"), code);
    }

    @Test
    void textStaysText() {
        assertEquals("a \\<b\\> \\*c\\* \\[d\\](e) \\$f\\$ \\| g", Markdown.text("a <b> *c* [d](e)\n$f$ | g"));
        assertEquals("````yaml\n# ```\n````", Markdown.block("yaml", "# ```\n"));
        assertEquals("\"\\\\ \\\" \\x0a \u03b7 \ud83d\ude00\"", Python.literal("\\ \" \n \u03b7 \ud83d\ude00"));
    }

    private static JsonObject notebook(StoredRun run) {
        Path folder = run.folder().resolveSibling("notebooks-export");
        return JsonParser.parseString(RunNotebook.of(run, folder.resolve("a.ipynb"), run.folder())).getAsJsonObject();
    }

    private static String code(JsonObject notebook) {
        return String.join("\n", sources(notebook, "code"));
    }

    private static List<String> chapters(SampleRun run) {
        return sources(notebook(run.read()), "markdown").stream().map(text -> text.lines().findFirst().orElseThrow())
                .filter(line -> line.startsWith("## `")).toList();
    }

    private static List<String> sources(JsonObject notebook, String type) {
        List<String> sources = new ArrayList<>();
        for (JsonElement cell : notebook.getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().get("cell_type").getAsString().equals(type)) {
                StringBuilder source = new StringBuilder();
                cell.getAsJsonObject().getAsJsonArray("source").forEach(line -> source.append(line.getAsString()));
                sources.add(source.toString());
            }
        }
        return sources;
    }
}
