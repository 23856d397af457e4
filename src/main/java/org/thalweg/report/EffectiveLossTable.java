package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.thalweg.results.EffectiveLossCurve;

/** {@code effective-loss.csv}: L_SGD/Delta along the valley, one row for each cell and source. */
public final class EffectiveLossTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of(
            "source", "x", "log_flatness", "sgd_loss_over_temperature", "deviation_from_leading_order", "error");

    private final CsvFile file;

    private EffectiveLossTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static EffectiveLossTable create(Path path) {
        return new EffectiveLossTable(CsvFile.create(path, COLUMNS));
    }

    /** Appends what one source says. */
    public void add(EffectiveLossCurve curve) {
        String source = curve.source().name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (int i = 0; i < curve.x().length; i++) {
            file.row(source, curve.x()[i], curve.logFlatness()[i], curve.loss()[i], curve.deviation()[i],
                    curve.error()[i]);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
