package org.thalweg.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.report.SampleRun;
import org.thalweg.report.stored.StoredTable;

class SampleTest {
    private static final List<String> COLUMNS = List.of("learning_rate", "batch_variance", "anisotropy", "temperature",
            "witness", "quantity", "value", "standard_error", "samples", "verdict");

    @TempDir
    Path folder;

    private static StoredTable sweep(int rates, int variances) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < rates; i++) {
            for (int j = 0; j < variances; j++) {
                List<String> fields = List.of("0." + (1000 + i), "" + (j + 1), "4", "", "sgd", "mean_flatness", "1." + i + j,
                        "0.01", "64", "");
                Map<String, String> row = new LinkedHashMap<>();
                for (int k = 0; k < COLUMNS.size(); k++) {
                    row.put(COLUMNS.get(k), fields.get(k));
                }
                rows.add(row);
            }
        }
        return new StoredTable(COLUMNS, rows);
    }

    @Test
    void aSweepThatFitsIsWhole() {
        StoredTable all = sweep(20, 20);
        Sample sample = Sample.of(all);
        assertSame(all, sample.table());
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

    @Test
    void thePageOfALargeSweepIsSmallAndSaysWhatItLeavesOut() {
        String csv = new Sample(sweep(200, 60), Map.of("learning_rate", new int[] {1, 2})).csv();
        String page = ReportPage.of(SampleRun.of(folder, "sweep").with("sweep.csv", csv).read());
        assertTrue(page.contains("This sweep has more cells than a page shows"), "said");
        assertTrue(page.contains("download=\"sweep-sample.csv\""));
        assertTrue(page.length() < 1_000_000, "" + page.length());
    }

    @Test
    void tablesThatDoNotFitAreNamed() {
        String csv = "x,y\n" + "0.123456789,0.987654321\n".repeat((int) (Downloads.MOST_BYTES / 20));
        String page = ReportPage.of(SampleRun.of(folder, "simulate").with("trajectories.csv", csv).read());
        assertTrue(page.contains("too large for this page: in the folder of the run"));
        assertFalse(page.contains("download=\"trajectories.csv\""));
    }
}
