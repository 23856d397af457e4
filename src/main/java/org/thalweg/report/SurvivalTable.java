package org.thalweg.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.measure.SurvivalEstimate;
import org.thalweg.measure.Witness;

/** {@code survival.csv}: who has not arrived by a time, by particles, by the operator of the plane, of the floor. */
public final class SurvivalTable {
    /** Its columns. */
    public static final Columns<Point> COLUMNS = Columns.<Point>of("time", Point::time)
            .and("witness", point -> point.witness.key())
            .and("of", Point::of)
            .and("survival", Point::survival)
            .and("standard_error", Point::error);

    private SurvivalTable() {}

    /** One row. */
    public record Point(Witness witness, String of, double time, double survival, double error) {}

    /**
     * The rows.
     *
     * @param witness of the particles
     * @param computed by what they are of
     */
    public static Stream<Point> rows(
            Witness witness, Optional<SurvivalEstimate> simulated, Map<String, SurvivalFunction> computed) {
        Stream<Point> particles = simulated.stream().flatMap(s -> IntStream.range(0, s.times().length)
                .mapToObj(k -> new Point(witness, "particles", s.times()[k], s.survival()[k], s.error()[k])));
        return Stream.concat(particles, computed.entrySet().stream().flatMap(entry -> {
            SurvivalFunction s = entry.getValue();
            return IntStream.range(0, s.times().length).mapToObj(k ->
                    new Point(Witness.DENSITY, entry.getKey(), s.times()[k], s.survival()[k], s.error()[k]));
        }));
    }
}
