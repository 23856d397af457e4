package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;

/**
 * {@code differences.csv} of a sweep with common random numbers: the change of the mean convergence time from a cell
 * to its neighbour, with the error of pairs of particles, and beside it the error that independent numbers would have
 * given.
 */
public final class DifferenceTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of("learning_rate", "batch_variance", "anisotropy",
            "learning_rate_to", "batch_variance_to", "anisotropy_to", "witness", "quantity", "difference",
            "standard_error", "independent_standard_error", "samples");

    private final CsvFile file;

    private DifferenceTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static DifferenceTable create(Path path) {
        return new DifferenceTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends a row. */
    public void add(SweepTable.Cell from, SweepTable.Cell to, Witness witness, Quantity quantity, Measurement paired,
            double unpaired) {
        file.row(from.learningRate(), from.batchVariance(), from.anisotropy(), to.learningRate(), to.batchVariance(),
                to.anisotropy(), witness.key(), quantity.key(), paired.value(), paired.standardError(), unpaired,
                paired.samples());
    }

    @Override
    public void close() {
        file.close();
    }
}
