package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
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
        return new SweepTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends the rows of a cell and flushes, so that an interrupted sweep leaves its finished cells behind. */
    public void add(Cell cell, List<Row> rows) {
        for (Row row : rows) {
            Measurement measured = row.measurement();
            file.row(cell.learningRate(), cell.batchVariance(), cell.anisotropy(), cell.temperature(),
                    row.witness().key(), row.quantity(), measured.value(), measured.standardError(),
                    measured.samples(), row.verdict().map(Verdict::name).orElse(""));
        }
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
