package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.thalweg.data.Checkpoints;
import org.thalweg.probes.Reading;

/** {@code probes.csv}: one row for each number that was measured at a checkpoint. */
public final class ProbeTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of("repeat", "checkpoint", "step", "layer", "probe", "quantity",
            "index", "value", "standard_error");

    private final CsvFile file;

    private ProbeTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static ProbeTable create(Path path) {
        return new ProbeTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends the readings at a checkpoint. */
    public void add(Checkpoints.Entry at, List<Reading> readings) {
        for (Reading reading : readings) {
            file.row(at.repeat(), at.checkpoint(), at.step(), reading.layer(), reading.probe().key(),
                    reading.quantity(),
                    reading.index() == 0 ? "" : reading.index(), reading.value(), reading.standardError());
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
