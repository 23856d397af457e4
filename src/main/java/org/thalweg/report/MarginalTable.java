package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;

/** {@code marginal.csv}: the density along the valley, one row for each cell and witness. */
public final class MarginalTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of("x", "flatness", "witness", "density", "standard_error");

    private final CsvFile file;

    private MarginalTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static MarginalTable create(Path path) {
        return new MarginalTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends the marginal of one witness. Not modified. */
    public void add(Witness witness, Marginal marginal) {
        for (int i = 0; i < marginal.size(); i++) {
            file.row(marginal.x()[i], marginal.flatness()[i], witness.key(), marginal.density()[i],
                    marginal.standardError()[i]);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
