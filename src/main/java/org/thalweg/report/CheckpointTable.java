package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import org.thalweg.data.Checkpoints;
import org.thalweg.training.TrainedRepeat;

/** {@code checkpoints.csv}: which rows of {@code checkpoints.npy} are there; a repeat that ended early has fewer. */
public final class CheckpointTable implements Closeable {
    private final CsvFile file;

    private CheckpointTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static CheckpointTable create(Path path) {
        return new CheckpointTable(CsvFile.create(path, Checkpoints.COLUMNS));
    }

    /** Appends the checkpoints of a repeat. */
    public void add(TrainedRepeat trained) {
        for (int c = 0; c < trained.rows().size(); c++) {
            file.row(trained.repeat(), c, trained.rows().get(c).step(), trained.rows().get(c).time());
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
