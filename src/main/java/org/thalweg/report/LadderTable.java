package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;

/**
 * {@code ladder.csv}: one row for each rung and quantity; at {@code svag} = Infinity the limit of the rungs (witness
 * sgd) and the diffusion (witness density).
 */
public final class LadderTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS =
            List.of("witness", "svag", "learning_rate", "quantity", "value", "standard_error", "samples");

    private final CsvFile file;

    private LadderTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static LadderTable create(Path path) {
        return new LadderTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends a row. */
    public void add(Witness witness, double level, double learningRate, Quantity quantity, Measurement measured) {
        file.row(witness.key(), level, learningRate, quantity.key(), measured.value(), measured.standardError(),
                measured.samples());
    }

    @Override
    public void close() {
        file.close();
    }
}
