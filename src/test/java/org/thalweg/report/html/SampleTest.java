package org.thalweg.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.report.SampleRun;
import org.thalweg.report.stored.StoredRun;

class SampleTest {
    private static final String COLUMNS = "learning_rate,batch_variance,anisotropy,temperature,witness,quantity,value,"
            + "standard_error,samples,verdict";

    @TempDir
    Path folder;

    private StoredRun sweep(int rates, int variances) {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        for (int i = 0; i < rates; i++) {
            for (int j = 0; j < variances; j++) {
                lines.add("0." + (1000 + i) + "," + (j + 1) + ",4,,sgd,mean_flatness,1." + i + j + ",0.01,64,"
                        + (j == 0 ? "REFUTED" : "CONSISTENT"));
            }
        }
        return SampleRun.of(folder, "sweep").with("sweep.csv", lines.toArray(String[]::new)).read();
    }

    @Test
    void aSweepThatFitsIsWhole() {
        Sample sample = Sample.of(sweep(20, 20));
        assertEquals(400, sample.table().rows().size());
        assertFalse(sample.thinned());
        assertEquals(Html.NOTHING, sample.remark());
    }

    /** Evenly spaced values along both axes, the ends among them; it is said how many of how many. */
    @Test
    void ofALargeSweepEvenlySpacedCellsAreThere() {
        Sample sample = Sample.of(sweep(200, 30));
        assertTrue(sample.thinned());
        assertEquals(400, sample.table().rows().size());
        List<String> rates = sample.table().distinct("learning_rate");
        assertEquals(20, rates.size());
        assertEquals("0.1000", rates.get(0));
        assertEquals("0.1199", rates.get(19));
        assertEquals("20 of 200 values of learning rate \u03b7, 20 of 30 values of batch variance \u03c3\u00b2, evenly spaced",
                sample.words());
    }

    /** The verdicts of all rows are counted, those of the sample and the others. */
    @Test
    void thePageOfALargeSweepIsSmallAndSaysWhatItLeavesOut() {
        String page = ReportPage.of(sweep(200, 60));
        assertTrue(page.contains("This sweep has more cells than a page shows"), "said");
        assertTrue(page.contains("download=\"sweep-sample.csv\""));
        assertTrue(page.contains("200\u00a0<"), "refuted rows of all cells");
        assertTrue(page.length() < 1_000_000, "" + page.length());
    }

    /** What is so in each cell of the sample need not be so in the others, and is not said of them. */
    @Test
    void thePageSpeaksOfTheCellsItShows() {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        for (int i = 0; i < 1000; i++) {
            lines.add("0." + (1000 + i) + ",1,4,,sgd,flat_fraction," + (i == 1 ? "0.5" : "0.0") + ",0.01,64,");
        }
        SampleRun run = SampleRun.of(folder, "sweep").with("sweep.csv", lines.toArray(String[]::new));
        assertTrue(ReportPage.of(run.read()).contains("0 in every cell shown, of every witness."));
        run.with("sweep.csv", lines.get(0), lines.get(1));
        assertTrue(ReportPage.of(run.read()).contains("0 in every cell, of every witness."));
    }

    @Test
    void tablesThatDoNotFitAreNamed() {
        String csv = "x,y\n" + "0.123456789,0.987654321\n".repeat((int) (Downloads.MOST_BYTES / 20));
        String page = ReportPage.of(SampleRun.of(folder, "simulate").with("trajectories.csv", csv).read());
        assertTrue(page.contains("too large for this page: in the folder of the run"));
        assertFalse(page.contains("download=\"trajectories.csv\""));
    }
}
