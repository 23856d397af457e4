package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Row;
import org.thalweg.trajectory.Models;

/** Every table has the columns of the contract and reads back to the numbers that were written. */
class TablesTest {
    /** Doubles whose shortest decimal form is long, tiny, huge or signed. */
    private static final double[] AWKWARD = {0.1, 1.0 / 3.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 4.8386, -1e-300};

    @TempDir
    Path folder;

    @Test
    void theHeadersAreThoseOfTheContract() {
        assertEquals("witness,quantity,value,standard_error,samples", header(RunTables.SUMMARY));
        assertEquals("x,flatness,witness,density,standard_error", header(RunTables.MARGINAL));
        assertEquals("x,y,density", header(RunTables.DENSITY));
        assertEquals("particle,step,time,x,y,loss,flatness", header(RunTables.trajectories(2)));
        assertEquals("particle,step,time,x,y1,y2,loss,flatness", header(RunTables.trajectories(3)));
        assertEquals("particle,step,time,x,loss,flatness", header(RunTables.trajectories(1)));
        assertEquals("learning_rate,batch_variance,anisotropy,temperature,witness,quantity,value,standard_error,"
                + "samples,verdict", header(ComparisonTables.SWEEP));
        assertEquals("claim,hypotheses,predicted,measured,standard_error,budget,verdict",
                header(ComparisonTables.VERDICTS));
    }

    @Test
    void summary() throws IOException {
        Path path = folder.resolve("summary.csv");
        try (CsvTable<Row> table = CsvTable.create(path, RunTables.SUMMARY)) {
            for (double value : AWKWARD) {
                table.add(Row.plain(Witness.SGD, Quantity.MEAN_X, new Measurement(value, Math.abs(value), 4096)));
            }
            table.add(Row.plain(Witness.DENSITY, Quantity.SELECTION_EXPONENT, Measurement.UNDEFINED));
            table.add(Row.plain(Witness.THEORY, Quantity.SELECTION_EXPONENT, Measurement.exact(4)));
        }
        List<CSVRecord> rows = read(path, RunTables.SUMMARY);
        for (int i = 0; i < AWKWARD.length; i++) {
            assertBits(AWKWARD[i], rows.get(i).get("value"));
            assertBits(Math.abs(AWKWARD[i]), rows.get(i).get("standard_error"));
        }
        assertEquals("density,selection_exponent,,,0", String.join(",", rows.get(AWKWARD.length).values()));
        assertEquals("theory,selection_exponent,4.0,0.0,0", String.join(",", rows.get(AWKWARD.length + 1).values()));
    }

    @Test
    void theBytesAreTheSameInEveryLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Path path = folder.resolve("summary.csv");
            try (CsvTable<Row> table = CsvTable.create(path, RunTables.SUMMARY)) {
                table.add(Row.plain(Witness.SDE, Quantity.MEAN_X, new Measurement(1234.5, 0.5, 10000)));
            }
            assertArrayEquals("witness,quantity,value,standard_error,samples\nsde,mean_x,1234.5,0.5,10000\n"
                    .getBytes(StandardCharsets.UTF_8), Files.readAllBytes(path));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void marginalOfSeveralWitnesses() throws IOException {
        double nan = Double.NaN;
        Path path = folder.resolve("marginal.csv");
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        marginals.put(Witness.SGD, new Marginal(new double[] {-1, 1.0 / 3.0}, new double[] {1.5, nan},
                new double[] {0.25, 0.75}, new double[] {0.01, nan}));
        marginals.put(Witness.DENSITY, new Marginal(new double[] {0}, new double[] {1},
                new double[] {1}, new double[] {0}));
        CsvTable.write(path, RunTables.MARGINAL, RunTables.cells(marginals));
        List<CSVRecord> rows = read(path, RunTables.MARGINAL);
        assertEquals("-1.0,1.5,sgd,0.25,0.01", String.join(",", rows.get(0).values()));
        assertEquals("0.3333333333333333,,sgd,0.75,", String.join(",", rows.get(1).values()));
        assertEquals("0.0,1.0,density,1.0,0.0", String.join(",", rows.get(2).values()));
    }

    @Test
    void density() throws IOException {
        Path path = folder.resolve("density.csv");
        CsvTable.write(path, RunTables.DENSITY, Arrays.stream(AWKWARD)
                .mapToObj(value -> new RunTables.DensityCell(value, -value, 2 * Math.abs(value))));
        List<CSVRecord> rows = read(path, RunTables.DENSITY);
        for (int i = 0; i < AWKWARD.length; i++) {
            assertBits(AWKWARD[i], rows.get(i).get("x"));
            assertBits(-AWKWARD[i], rows.get(i).get("y"));
            assertBits(2 * Math.abs(AWKWARD[i]), rows.get(i).get("density"));
        }
    }

    /** Cells as they are, evenly spread, the same distance from both ends; of a grid that is not large all of them. */
    @Test
    void aLargeDensityIsThinned() throws IOException {
        assertTrue(Thinning.of(400, 250).none());
        assertEquals(new Thinning(5, 5), Thinning.of(1000, 1000));
        assertEquals(new Thinning(7, 1), Thinning.of(10_000, 32));
        int[] picked = new Thinning(5, 1).alongX(1000);
        assertEquals(200, picked.length);
        assertEquals(2, picked[0]);
        assertEquals(997, picked[199]);
        double[] x = {0, 1, 2, 3, 4, 5, 6};
        double[] y = {0, 10};
        double[][] values = new double[7][2];
        for (int i = 0; i < 7; i++) {
            values[i] = new double[] {i, 10 + i};
        }
        Path path = folder.resolve("thinned.csv");
        CsvTable.write(path, RunTables.DENSITY, RunTables.cells(x, y, values, new Thinning(3, 1)));
        assertEquals(List.of("0.0,0.0,0.0", "0.0,10.0,10.0", "3.0,0.0,3.0", "3.0,10.0,13.0", "6.0,0.0,6.0",
                "6.0,10.0,16.0"),
                read(path, RunTables.DENSITY).stream().map(row -> String.join(",", row.values())).toList());
    }

    @Test
    void trajectories() throws IOException {
        Path path = folder.resolve("trajectories.csv");
        try (CsvTable<RunTables.State> table = CsvTable.create(path, RunTables.trajectories(3))) {
            table.add(new RunTables.State(7, 40, 2.0, new double[] {0.1, 0.2, 0.3}, 0.5, 1.25));
            table.add(new RunTables.State(8, 40, 2.0, new double[] {0.1, 0.2, 0.3}, 0.5, Double.NaN));
            RunTables.State flat = new RunTables.State(9, 0, 0, new double[2], 0, 0);
            assertThrows(IllegalArgumentException.class, () -> table.add(flat));
        }
        List<CSVRecord> rows = read(path, RunTables.trajectories(3));
        assertEquals("7,40,2.0,0.1,0.2,0.3,0.5,1.25", String.join(",", rows.get(0).values()));
        assertEquals("8,40,2.0,0.1,0.2,0.3,0.5,", String.join(",", rows.get(1).values()));
    }

    @Test
    void sweepCellsAreOnDiskAsSoonAsTheyAreFlushed() throws Exception {
        Path path = folder.resolve("sweep.csv");
        Setting cell = Models.shipped("degenerate-valley");
        Setting varying = Models.shipped("label-noise-valley");
        try (CsvTable<ComparisonTables.SweptRow> table = CsvTable.create(path, ComparisonTables.sweep(List.of("a")))) {
            table.add(new ComparisonTables.SweptRow(cell, Row.plain(
                    Witness.SGD, Quantity.CONVERGENCE_TIME, new Measurement(76.5, 1.5, 2048)), List.of(0.5)));
            table.add(new ComparisonTables.SweptRow(cell, new Row(Witness.THEORY, Quantity.CONVERGENCE_TIME,
                    Measurement.exact(76.25), Optional.of(Verdict.NOT_APPLICABLE)), List.of(0.5)));
            table.flush();
            assertEquals(2, read(path, ComparisonTables.sweep(List.of("a"))).size());
            table.add(new ComparisonTables.SweptRow(varying, Row.plain(
                    Witness.SDE, Quantity.MEAN_FLATNESS, Measurement.UNDEFINED), List.of(0.25)));
            table.flush();
            List<CSVRecord> rows = read(path, ComparisonTables.sweep(List.of("a")));
            assertEquals("0.05,2.0,4.0,0.05,sgd,convergence_time,76.5,1.5,2048,,0.5",
                    String.join(",", rows.get(0).values()));
            assertEquals("NOT_APPLICABLE", rows.get(1).get("verdict"));
            assertEquals("", rows.get(2).get("temperature"));
            assertEquals("sde,mean_flatness,,,0,,0.25",
                    String.join(",", List.of(rows.get(2).values()).subList(4, 11)));
        }
    }

    @Test
    void verdicts() throws IOException {
        Path path = folder.resolve("verdicts.csv");
        Hypothesis small = new Hypothesis("eps <= 0.1", true, "eps = 0.0375");
        Claim exponent = new Claim("C3", "P(x) ~ F^kappa, \"degenerate\"",
                List.of(small), new Prediction.Equals(4, 0.25));
        Claim silent = new Claim("C5", "a bound exists", List.of(), new Prediction.Silent("no floor"));
        Measurement measured = new Measurement(3.95, 0.01, 2048);
        ErrorBudget budget = ErrorBudget.EMPTY.withStatistical("sampling", 0.01).withSystematic("learning rate", 0.125);
        CsvTable.write(path, ComparisonTables.VERDICTS, Stream.of(
                exponent.judge(measured, budget), silent.judge(Measurement.UNDEFINED, ErrorBudget.EMPTY)));
        List<CSVRecord> rows = read(path, ComparisonTables.VERDICTS);
        CSVRecord first = rows.get(0);
        assertEquals("C3: P(x) ~ F^kappa, \"degenerate\"", first.get("claim"));
        assertEquals("eps <= 0.1 (eps = 0.0375)", first.get("hypotheses"));
        assertBits(4, first.get("predicted"));
        assertBits(3.95, first.get("measured"));
        assertBits(0.01, first.get("standard_error"));
        assertBits(budget.marginAt(Claim.FALSE_ALARM), first.get("budget").split(":")[0]);
        assertTrue(first.get("budget").endsWith(": sampling 0.01 (standard error); learning rate 0.125 (bound)"));
        assertEquals("CONSISTENT", first.get("verdict"));
        assertEquals("C5: a bound exists|no floor||||0.0|NOT_APPLICABLE", String.join("|", rows.get(1).values()));
    }

    @Test
    void anExistingTableIsNotOverwritten() throws IOException {
        Path path = Files.writeString(folder.resolve("summary.csv"), "precious");
        UncheckedIOException e = assertThrows(UncheckedIOException.class,
                () -> CsvTable.create(path, RunTables.SUMMARY));
        assertTrue(e.getMessage().contains("summary.csv"), e.getMessage());
        assertEquals("precious", Files.readString(path));
    }

    private static String header(Columns<?> columns) {
        return String.join(",", columns.names());
    }

    private static List<CSVRecord> read(Path path, Columns<?> columns) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, format)) {
            assertEquals(columns.names(), parser.getHeaderNames());
            return parser.getRecords();
        }
    }

    /** Equal to the last bit, the sign of zero included. */
    private static void assertBits(double expected, String field) {
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(Double.parseDouble(field)), field);
    }
}
