package org.thalweg.probes.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.probes.Probes;
import org.thalweg.refusal.Refusal;

/** What a plan says before anything is measured. */
class ProbePlanTest {
    private static ProbePlan plan(String model, Optional<String> layer, String... probes) throws ModelFileException {
        return Probes.plan(ModelFile.read(Path.of("models", model + ".yaml")).setting(), layer, ProbeOptions.DEFAULT,
                Set.of(probes).stream().map(Probes::of).collect(Collectors.toSet()));
    }

    /** A layer does not restrict what is about the function as a whole, and that is said. */
    @Test
    void whatNoLayerRestrictsIsSaid() throws ModelFileException {
        assertEquals(List.of("of all parameters, not of W2 alone: fisher-rao, sam"),
                plan("rescaled-network", Optional.of("W2"), "loss", "sam", "fisher-rao", "traces").remarks());
        assertEquals(List.of(),
                plan("rescaled-network", Optional.empty(), "loss", "sam", "fisher-rao", "traces").remarks());
    }

    @Test
    void mistakesAreOfClasses() throws ModelFileException {
        plan("rescaled-network", Optional.empty(), "jaccard");
        Refusal refusal = assertThrows(Refusal.class, () -> plan("function-centric", Optional.empty(), "jaccard"));
        assertEquals("probe jaccard: samples have targets, and it compares which are put into a wrong class;"
                + " use labels",
                refusal.getMessage());
    }
}
