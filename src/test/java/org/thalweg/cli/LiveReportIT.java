package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.browser.Accessibility;
import org.thalweg.browser.BrowserPage;
import org.thalweg.browser.Chromium;
import org.thalweg.report.stored.ErrorNotation;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;

/** The page of a sweep in a browser, by mouse and keyboard. */
class LiveReportIT {
    private static final String MARGINAL = "drawings[0].charts[0]";
    private static final String HEADING = "document.querySelector('#live-cell').textContent";
    private static final String SAID = "document.querySelector('.said').textContent";

    @TempDir
    private static Path folder;

    private static Path run;
    private static Chromium chromium;

    @BeforeAll
    static void sweep() {
        chromium = Chromium.start();
        run = folder.resolve("sweep");
        LauncherRun made = LauncherRun.of("sweep", "degenerate-valley", "--learning-rate", "0.05,0.1",
                "--batch-variance", "2,4", "--particles", "64", "--quiet", "--out", run.toString());
        assertEquals(0, made.exitCode(), made.err());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String address() {
        return run.resolve("report.html").toUri().toString();
    }

    private static BrowserPage opened() {
        return chromium.page().open(address()).await("!document.querySelector('#live').hidden");
    }

    private static StoredTable cell(String table, String learningRate, String batchVariance) {
        return StoredRun.read(run).table(table).orElseThrow().where("learning_rate", learningRate)
                .where("batch_variance", batchVariance);
    }

    private static double[] numbers(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble).toArray();
    }

    private static double[] column(StoredTable table, String name) {
        return table.column(name).stream().mapToDouble(StoredTable::number).toArray();
    }

    /** What is drawn after a click are the numbers of that cell in the files of the run, and no others. */
    @Test
    void aClickedCellShowsItsMarginalAndItsPassageTimes() {
        try (BrowserPage page = opened()) {
            for (String variance : List.of("4.0", "2.0")) {
                page.click("button[data-key='" + variance + "|0.05']");
                assertEquals("Cell learning rate \u03b7 = 0.05, batch variance \u03c3\u00b2 = "
                        + variance.charAt(0), page.text(HEADING));
                for (String witness : List.of("sgd", "sde", "density", "theory")) {
                    StoredTable expected = cell("marginals.csv", "0.05", variance).where("witness", witness);
                    assertEquals(64, expected.rows().size());
                    String curve = MARGINAL + ".curves.find(c => c.witness === '" + witness + "')";
                    assertArrayEquals(column(expected, "x"), numbers(page.value(curve + ".x")));
                    assertArrayEquals(column(expected, "density"), numbers(page.value(curve + ".y")));
                }
                StoredTable times = cell("passages.csv", "0.05", variance).where("witness", "sgd");
                assertArrayEquals(column(times, "time"), numbers(page.value(
                        "drawings[0].charts[1].curves.find(c => c.witness === 'sgd').x")));
                Map<String, String> mean = cell("sweep.csv", "0.05", variance).where("witness", "sgd")
                        .where("quantity", "convergence_time").rows().get(0);
                assertTrue(page.text("document.querySelector('.detail-table').textContent").contains(ErrorNotation.of(
                        StoredTable.number(mean.get("value")), StoredTable.number(mean.get("standard_error")))));
            }
            assertTrue(page.number("document.querySelector('.canvas canvas').width") > 0.0);
        }
    }

    @Test
    void theMouseReadsValuesWithErrors() {
        try (BrowserPage page = opened()) {
            page.pointAt("button[data-key='4.0|0.1']");
            Map<String, String> row = cell("sweep.csv", "0.1", "4.0").where("witness", "density")
                    .where("quantity", "convergence_steps").rows().get(0);
            assertEquals("batch variance \u03c3\u00b2 4, learning rate \u03b7 0.1: " + ErrorNotation.of(
                    StoredTable.number(row.get("value")), StoredTable.number(row.get("standard_error"))), page.text(SAID));
            String reading = "document.querySelector('.chart .reading').textContent";
            String before = page.text(reading);
            page.pointAt(".chart .canvas");
            double[] box = numbers(page.value("(b => [b.x, b.y, b.width, b.height])(document.querySelector("
                    + "'.chart .canvas .u-over').getBoundingClientRect())"));
            page.pointAt(box[0] + 0.2 * box[2], box[1] + 0.5 * box[3]);
            page.await("Number(document.querySelector('.chart .place input').value) < 20");
            assertNotEquals(before, page.text(reading));
            int at = (int) page.number("Number(document.querySelector('.chart .place input').value)");
            Map<String, String> density = StoredRun.read(run).table("marginals.csv").orElseThrow()
                    .where("learning_rate", "0.1").where("batch_variance", "4.0").where("witness", "sgd").rows().get(at);
            assertTrue(page.text(reading).contains(ErrorNotation.of(StoredTable.number(density.get("density")),
                    StoredTable.number(density.get("standard_error")))), page.text(reading));
        }
    }

    @Test
    void everythingIsReachedByKeys() {
        try (BrowserPage page = opened()) {
            page.focus(".cells button[tabindex='0']").press("Home").press("ArrowDown").press("ArrowDown").press("ArrowRight");
            assertEquals("2.0|0.1", page.text("document.activeElement.dataset.key"));
            page.press("ArrowUp").press("ArrowLeft").press("Enter");
            assertEquals("Cell learning rate \u03b7 = 0.05, batch variance \u03c3\u00b2 = 4", page.text(HEADING));
            assertEquals("true", page.text("document.querySelector(\"[data-key='4.0|0.05']\").ariaPressed"));
            assertEquals(1.0, page.number("document.querySelectorAll('.cells button[tabindex=\"0\"]').length"));
            String value = "document.querySelector('.chart .place input').value";
            double before = page.number("Number(" + value + ")");
            String text = page.text("document.querySelector('.chart .reading').textContent");
            page.focus(".chart .place input").press("ArrowRight");
            assertEquals(before + 1.0, page.number("Number(" + value + ")"));
            assertNotEquals(text, page.text("document.querySelector('.chart .reading').textContent"));
        }
    }

    @Test
    void axesAreLinearOrLogarithmic() {
        try (BrowserPage page = opened()) {
            String chart = ".chart .controls .control:nth-child(2) input";
            assertEquals(1.0, page.number(MARGINAL + ".plot.scales.y.distr"));
            page.click(chart);
            assertEquals(3.0, page.number(MARGINAL + ".plot.scales.y.distr"));
            page.focus(chart).press(" ");
            assertEquals(1.0, page.number(MARGINAL + ".plot.scales.y.distr"));
        }
    }

    @Test
    void itsFilesAreThoseOfTheRun() throws IOException {
        try (BrowserPage page = opened()) {
            for (String name : List.of("sweep.csv", "marginals.csv", "passages.csv")) {
                String href = page.text("document.querySelector('a[download=\"" + name + "\"]').href");
                assertArrayEquals(Files.readAllBytes(run.resolve(name)),
                        Base64.getDecoder().decode(href.substring(href.indexOf(',') + 1)));
            }
        }
    }

    /** Numbers are written as the tables of the page write them: a thousand of all sizes. */
    @Test
    void numbersLookLikeThoseOfTheTables() {
        Random random = new Random(20261129);
        try (BrowserPage page = opened()) {
            StringBuilder asked = new StringBuilder("[");
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 1000; i++) {
                double value = random.nextGaussian() * Math.pow(10.0, random.nextInt(14) - 6);
                double error = Math.abs(value) * Math.pow(10.0, -6.0 * random.nextDouble());
                asked.append("measured(").append(value).append(',').append(error).append("),");
                expected.append(ErrorNotation.of(value, error)).append('\n');
            }
            String[] shown = page.text(asked.append("].join('\\n')").toString()).split("\n");
            String[] wanted = expected.toString().split("\n");
            List<String> different = IntStream.range(0, wanted.length).filter(i -> !shown[i].equals(wanted[i]))
                    .mapToObj(i -> wanted[i] + " as " + shown[i]).toList();
            assertEquals(List.of(), different);
        }
    }

    @Test
    void nothingLeavesTheMachineAndNobodyIsLeftOut() {
        try (BrowserPage page = opened()) {
            page.click("button[data-key='4.0|0.1']");
            assertEquals(List.of(), page.complaints());
            assertEquals(List.of(), Accessibility.violations(page));
            page.colours("dark");
            assertEquals(List.of(), Accessibility.violations(page));
            page.size(390, 844);
            assertEquals(List.of(), Accessibility.violations(page));
            page.await("document.documentElement.scrollWidth <= 390");
            assertTrue(page.requests().stream().allMatch(to -> to.equals(address()) || to.startsWith("data:")),
                    page.requests().toString());
        }
    }

    /** On paper and without scripts there are the figures and the tables, and no empty place. */
    @Test
    void whatIsPrintedNeedsNoScript() {
        try (BrowserPage page = opened()) {
            page.ask("Emulation.setEmulatedMedia", Map.of("media", "print"));
            assertEquals("none", page.text("getComputedStyle(document.querySelector('#live')).display"));
            assertTrue(page.number("document.querySelector('figure img').clientWidth") > 100.0);
        }
        try (BrowserPage page = chromium.page()) {
            page.ask("Emulation.setScriptExecutionDisabled", Map.of("value", true));
            page.open(address());
            assertTrue(page.value("document.querySelector('#live').hidden").getAsBoolean());
            assertTrue(page.number("document.querySelector('figure img').clientWidth") > 100.0);
            assertTrue(page.number("document.querySelectorAll('table.data td.number').length") > 50.0);
            assertFalse(page.value("typeof uPlot === 'function'").getAsBoolean());
        }
    }
}
