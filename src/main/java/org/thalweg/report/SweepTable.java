package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.results.Row;

/** {@code sweep.csv}: what every witness found in every cell of a sweep. */
public final class SweepTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of("learning_rate", "batch_variance", "anisotropy", "temperature",
            "witness", "quantity", "value", "standard_error", "samples", "verdict");

    /**
     * The parameters of one cell.
     *
     * @param learningRate eta
     * @param batchVariance sigma2 = C_yy
     * @param anisotropy kappa = C_yy / C_xx
     * @param temperature Delta = eta sigma2 / 2; NaN where D_yy varies
     */
    public record Cell(double learningRate, double batchVariance, double anisotropy, double temperature) {}

    private final CsvFile file;

    private SweepTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static SweepTable create(Path path) {
        return create(path, List.of());
    }

    /**
     * Creates the file, which must not exist, with its header.
     *
     * @param varied names of further columns, behind the others: numbers of the model that a sweep varies
     */
    public static SweepTable create(Path path, List<String> varied) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(varied);
        return new SweepTable(CsvFile.create(path, columns));
    }

    /** Appends the rows of a cell and flushes, so that an interrupted sweep leaves its finished cells behind. */
    public void add(Cell cell, List<Row> rows) {
        add(cell, rows, List.of());
    }

    /** The same with the values of the further columns. */
    public void add(Cell cell, List<Row> rows, List<Double> varied) {
        for (Row row : rows) {
            Measurement measured = row.measurement();
            List<Object> values = new ArrayList<>(List.of(
                    cell.learningRate(), cell.batchVariance(), cell.anisotropy(), cell.temperature(),
                    row.witness().key(), row.quantity().key(), measured.value(), measured.standardError(),
                    measured.samples(), row.verdict().map(Verdict::name).orElse("")));
            values.addAll(varied);
            file.row(values.toArray());
        }
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
