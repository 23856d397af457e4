package org.thalweg.report.figures.probes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.face.Reading;

/** The readings of one point, by their quantities. */
record ReadingTable(ProbeRunner.AtPoint point) {
    /** The last of some points that has a quantity. */
    static Optional<ReadingTable> last(List<ProbeRunner.AtPoint> points, String quantity) {
        return points.stream().map(ReadingTable::new).filter(t -> t.values(quantity).length > 0)
                .reduce((earlier, later) -> later);
    }

    /** By their indices. */
    double[] values(String quantity) {
        return of(quantity).stream().mapToDouble(Reading::value).toArray();
    }

    /** Their errors, by their indices. */
    double[] errors(String quantity) {
        return of(quantity).stream().mapToDouble(Reading::standardError).toArray();
    }

    /** Of a single number. */
    OptionalDouble value(String quantity) {
        return of(quantity).stream().mapToDouble(Reading::value).findFirst();
    }

    /** Of a single number. */
    OptionalDouble error(String quantity) {
        return of(quantity).stream().mapToDouble(Reading::standardError).findFirst();
    }

    /** Which parameters a quantity is about; empty for all. */
    String layer(String quantity) {
        return of(quantity).stream().map(Reading::layer).findFirst().orElse("");
    }

    /** Which parameters a quantity is about, and where. */
    String where(String quantity) {
        String layer = layer(quantity);
        return (layer.isEmpty() ? "all parameters" : layer) + ", " + PointLabel.of(point.at());
    }

    private List<Reading> of(String quantity) {
        return point.readings().stream().filter(r -> r.quantity().equals(quantity)).toList();
    }
}
