package org.thalweg.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.browser.Accessibility;
import org.thalweg.browser.BrowserPage;
import org.thalweg.browser.Chromium;
import org.thalweg.cli.InProcess;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;
import org.thalweg.web.PageServer;

/** The page of a trained network shows what {@code thalweg probe} measures, to the last digit. */
class RunExplorerIT {
    @TempDir
    private static Path folder;

    private static void run(String... words) {
        InProcess.Outcome outcome = InProcess.run(List.of(words));
        assertEquals(0, outcome.exitCode(), outcome.err());
    }

    private static double probed(Path run, String quantity, String index) {
        StoredTable table = StoredRun.read(run).table("probes.csv").orElseThrow();
        return StoredTable.number(table.where("quantity", quantity).where("index", index).column("value").get(0));
    }

    @Test
    void thePageShowsWhatProbeMeasures() throws ModelFileException {
        // A long name, which a telephone must break somewhere.
        Path run = folder.resolve("run_of_rescaled_weights".repeat(4));
        run("train", "rescaled-network", "--repeats", "2", "--time", "2", "--checkpoints", "3", "--out", run.toString(),
                "--figures", "none", "--quiet");
        Path probed = folder.resolve("probed");
        run("probe", run.toString(), "--at", "1", "--probe", "spectrum,line-scan", "--direction", "uniform", "--out",
                probed.toString(), "--figures", "none", "--quiet");
        ModelFile model = ModelFile.read(Path.of("models/rescaled-network.yaml"));
        List<Throwable> faults = new ArrayList<>();
        try (PageServer server = RunExplorer.serve(model, run, Seed.DEFAULT, faults::add);
                Chromium chromium = Chromium.start(); BrowserPage page = chromium.page().open(server.address())) {
            page.await("window.explorer?.spectrum && explorer.scan");
            assertEquals(2.0, page.number("explorer.spectrum.checkpoint"));
            page.focus("#checkpoint").press("ArrowLeft").await("explorer.spectrum.checkpoint === 1");
            page.value("(e => { e.value = 'uniform'; e.dispatchEvent(new Event('change')); })"
                    + "(document.querySelector('#direction'))");
            page.value("(e => { e.value = '-3'; e.dispatchEvent(new Event('input')); })"
                    + "(document.querySelector('#reach'))");
            page.await("explorer.scan.direction === 'uniform' && explorer.scan.checkpoint === 1");
            assertEquals(probed(probed, "eigenvalue", "1"), page.number("explorer.spectrum.eigenvalue[0]"));
            assertEquals(probed(probed, "eigenvalue", "10"), page.number("explorer.spectrum.eigenvalue[9]"));
            // The middle of the line is the checkpoint.
            assertEquals(probed(probed, "scan_train_loss", "26"), page.number("explorer.scan.scan_train_loss[25]"));
            assertTrue(page.text("document.querySelector('#commands').textContent").contains("thalweg probe " + run
                    + " --at 1 --probe spectrum"));
            for (String scheme : List.of("light", "dark")) {
                page.colours(scheme);
                assertEquals(List.of(), Accessibility.violations(page), scheme);
            }
            page.size(390, 844);
            // Plots follow the window in their own time.
            page.await("document.documentElement.scrollWidth <= 390");
            assertEquals(List.of(), page.complaints());
            assertEquals(List.of(), page.requests().stream()
                    .filter(a -> !a.startsWith(server.address()) && !a.startsWith("data:")).toList());
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void whatIsNoRunOfANetworkIsRefused() throws ModelFileException {
        ModelFile ring = ModelFile.read(Path.of("models/degenerate-valley.yaml"));
        assertThrows(Refusal.class, () -> RunExplorer.serve(ring, folder, Seed.DEFAULT, Throwable::printStackTrace));
        ModelFile network = ModelFile.read(Path.of("models/rescaled-network.yaml"));
        assertTrue(assertThrows(Refusal.class, () -> RunExplorer.serve(network, folder, Seed.DEFAULT,
                Throwable::printStackTrace)).getMessage().contains("checkpoints"));
        assertTrue(Files.isDirectory(folder));
    }
}
