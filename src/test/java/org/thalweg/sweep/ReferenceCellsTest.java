package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.space.Range;

/** The published values of the two valleys, and the cells of sweeps that they do and do not belong to. */
class ReferenceCellsTest {
    private static final OptionalInt PUBLISHED = OptionalInt.of(20_000);

    private static ReferenceCells match(Map<String, String> assignments, String rates, String strengths,
            OptionalInt iterations) throws Exception {
        ModelFile model = ModelFile.read(Path.of("models/published-two-valleys.yaml")).with(assignments);
        List<Setting> cells = new ParameterGrid(Range.parse(rates), Optional.of(Range.parse(strengths)),
                Optional.empty()).cells(model.setting());
        return ReferenceCells.of(model, Collections.nCopies(cells.size(), model), cells, iterations);
    }

    private static List<Integer> counts(ReferenceCells cells) {
        return cells.byCell().stream().map(List::size).toList();
    }

    /** All six cells of the plane have their three numbers; those of the other law of the noise are named. */
    @Test
    void theWholePlaneHasItsPublishedCells() throws Exception {
        ReferenceCells found = match(Map.of(), "log:0.01:0.1:10", "log:0.01:0.1:10", PUBLISHED);
        assertEquals(18, counts(found).stream().mapToInt(Integer::intValue).sum());
        assertEquals(3, counts(found).get(0));
        assertEquals(3, counts(found).get(9));
        assertEquals(1, found.remarks().size());
        assertTrue(found.remarks().get(0).startsWith("2 of 20 rows of the reference"
                + " published-two-valleys-reference.csv meet no cell of this sweep: line 23 (sgd.learning-rate 0.1,"
                + " noise.strength 0.001, noise.exponent 2.0) flat_fraction, line 24"), found.remarks().get(0));
        ReferenceCells square = match(Map.of("noise.exponent", "2"), "0.1", "log:0.001:0.1:10", PUBLISHED);
        assertEquals(List.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 1), counts(square));
    }

    /** Numbers are the same up to the rounding of printed ones, and no further. */
    @Test
    void roundedNumbersMeet() throws Exception {
        assertEquals(List.of(3), counts(match(Map.of(), "0.01", "0.09999999", PUBLISHED)));
        assertEquals(List.of(0), counts(match(Map.of(), "0.01", "0.0999", PUBLISHED)));
    }

    /** Values of another model, or of shorter runs, are not compared, and that is said. */
    @Test
    void whatTheTableDoesNotNameMustBeTheFiles() throws Exception {
        ReferenceCells other = match(Map.of("loss.flat", "0.65"), "0.01", "0.1", PUBLISHED);
        assertEquals(List.of(0), counts(other));
        assertTrue(other.remarks().get(0).contains("does not name loss.flat"), other.remarks().toString());
        ReferenceCells shorter = match(Map.of(), "0.01", "0.1", OptionalInt.of(200));
        assertEquals(List.of(0), counts(shorter));
        assertTrue(shorter.remarks().get(0).contains("does not name sweep.iterations"), shorter.remarks().toString());
        assertEquals(List.of(3), counts(match(Map.of("sgd.learning-rate", "0.02"), "0.01", "0.1", PUBLISHED)));
    }

    @Test
    void aModelWithoutOneHasNone() throws Exception {
        ModelFile model = ModelFile.read(Path.of("models/degenerate-valley.yaml"));
        ReferenceCells none =
                ReferenceCells.of(model, List.of(model), List.of(model.setting()), OptionalInt.empty());
        assertEquals(new ReferenceCells(List.of(List.of()), List.of()), none);
    }
}
