package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.TrainingRow;

/** {@code training.csv}: one row for each checkpoint of a repeat, with what the network is worth there. */
public final class TrainingTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of("repeat", "step", "time", "train_loss", "train_error",
            "test_loss", "test_error", "gradient_norm");

    private final CsvFile file;

    private TrainingTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static TrainingTable create(Path path) {
        return new TrainingTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends the rows of a repeat. */
    public void add(TrainedRepeat trained) {
        for (TrainingRow row : trained.rows()) {
            file.row(trained.repeat(), row.step(), row.time(), row.trainLoss(), row.trainError(), row.testLoss(),
                    row.testError(), row.gradientNorm());
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
