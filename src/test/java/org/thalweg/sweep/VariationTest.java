package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
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

    /** The first variation varies slowest, and the model follows. */
    @Test
    void everyCombination() throws ModelFileException {
        List<Variation.Model> models = Variation.models(
                model(), List.of(Variation.parse("c=3,10"), Variation.parse("noise.half-width=0.05,0.1")));
        assertEquals(List.of(List.of(3.0, 0.05), List.of(3.0, 0.1), List.of(10.0, 0.05), List.of(10.0, 0.1)),
                models.stream().map(Variation.Model::values).collect(Collectors.toList()));
        assertEquals(0.05 * 0.05 / 3.0,
                models.get(2).file().setting().noise().batchVariance().orElseThrow(), 1e-15);
    }

    @Test
    void withoutVariationsTheModelAlone() throws ModelFileException {
        ModelFile model = model();
        assertSame(model, Variation.models(model, List.of()).get(0).file());
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThrows(ModelFileException.class,
                () -> Variation.models(model(), List.of(Variation.parse("loss.rate=1,2"))));
        assertThrows(ModelFileException.class,
                () -> Variation.models(model(), List.of(Variation.parse("loss.slope=-1,2"))));
        assertTrue(assertThrows(Refusal.class, () -> Variation.parse("c"))
                .getMessage().contains("PATH=RANGE"));
    }
}
