package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;

/** Any number of a model file as an axis. */
class VariationTest {
    private static ModelFile model() throws ModelFileException {
        return ModelFile.read(Path.of("models", "asymmetric-valley.yaml"));
    }

    @Test
    void pathAndRange() {
        Variation variation = Variation.parse("loss.ratio=1,3,10");
        assertEquals("loss.ratio", variation.path());
        assertEquals(List.of(1.0, 3.0, 10.0), variation.range().values());
    }

    /** The model where its numbers vary, and nothing else does. */
    private static PlannedCells cells(String... variations) throws ModelFileException {
        ParameterGrid one = new ParameterGrid(Range.of(0.1), Optional.empty(), Optional.empty());
        return new PlannedCells(model(), Optional.empty(), one, Stream.of(variations).map(Variation::parse).toList(),
                OptionalInt.empty());
    }

    /** The first variation varies slowest, and the model follows. */
    @Test
    void everyCombination() throws ModelFileException {
        PlannedCells cells = cells("c=3,10", "noise.half-width=0.05,0.1");
        assertEquals(List.of(List.of(3.0, 0.05), List.of(3.0, 0.1), List.of(10.0, 0.05), List.of(10.0, 0.1)),
                IntStream.range(0, cells.size()).mapToObj(cells::varied).toList());
        assertEquals(0.05 * 0.05 / 3.0, cells.setting(2).noise().batchVariance().orElseThrow(), 1e-15);
    }

    @Test
    void withoutVariationsTheModelAlone() throws ModelFileException {
        List<Setting> points = new ArrayList<>();
        cells().check(Progress.NONE, points::add, Optional.empty());
        assertEquals(List.of(model().setting()), points);
    }

    /** More models than are kept are read when they are asked for; one that is not right is found before any cell. */
    @Test
    void manyModels() throws ModelFileException {
        PlannedCells cells = cells("noise.half-width=lin:0.1:1.1:1001");
        assertEquals(1.1 * 1.1 / 3.0, cells.setting(1000).noise().batchVariance().orElseThrow(), 1e-15);
        assertEquals(0.1 * 0.1 / 3.0, cells.setting(0).noise().batchVariance().orElseThrow(), 1e-15);
        PlannedCells wrong = cells("noise.half-width=lin:-0.001:0.999:1001");
        assertThrows(ModelFileException.class, () -> wrong.check(Progress.NONE, there -> { }, Optional.empty()));
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThrows(ModelFileException.class, () -> cells("loss.rate=1,2"));
        assertThrows(ModelFileException.class, () -> cells("loss.slope=-1,2"));
        assertTrue(assertThrows(Refusal.class, () -> Variation.parse("c"))
                .getMessage().contains("PATH=RANGE"));
    }
}
