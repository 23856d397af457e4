package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;

/** {@code summary.csv}: one row for each quantity a witness measured. */
public final class SummaryTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of("witness", "quantity", "value", "standard_error", "samples");

    private final CsvFile file;

    private SummaryTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static SummaryTable create(Path path) {
        return new SummaryTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends a row. An undefined value leaves its field empty. */
    public void add(Witness witness, Quantity quantity, Measurement measured) {
        file.row(witness.key(), quantity.key(), measured.value(), measured.standardError(), measured.samples());
    }

    @Override
    public void close() {
        file.close();
    }
}
