package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;

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

    /**
     * One finding in a cell.
     *
     * @param verdict empty where nothing was judged
     */
    public record Finding(Witness witness, String quantity, Measurement measured, Optional<Verdict> verdict) {
        /** A finding nobody judged. */
        public Finding(Witness witness, String quantity, Measurement measured) {
            this(witness, quantity, measured, Optional.empty());
        }
    }

    private final CsvFile file;

    private SweepTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static SweepTable create(Path path) {
        return new SweepTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends the findings of a cell and flushes, so that an interrupted sweep leaves its finished cells behind. */
    public void add(Cell cell, List<Finding> findings) {
        for (Finding finding : findings) {
            Measurement measured = finding.measured();
            file.row(cell.learningRate(), cell.batchVariance(), cell.anisotropy(), cell.temperature(),
                    finding.witness().key(), finding.quantity(), measured.value(), measured.standardError(),
                    measured.samples(), finding.verdict().map(Verdict::name).orElse(""));
        }
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
