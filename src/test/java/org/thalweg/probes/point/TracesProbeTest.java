package org.thalweg.probes.point;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.model.file.ModelText;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;

/** Where traces are exact: known before anything is measured. */
class TracesProbeTest {
    private static ProbePlan plan(int hidden, Optional<String> layer) {
        return Probes.plan(ModelText.sound("""
                name: digits
                loss: {kind: network, data: {set: digits}, layers: [64, %d, 10], activation: tanh}
                noise: {kind: samples, batch: 50}
                sgd: {learning-rate: 0.1}
                start: {kind: he-normal, seed: 1}
                """.formatted(hidden)).setting(), layer, ProbeOptions.DEFAULT, Set.of(Probes.of("traces")));
    }

    @Test
    void exactUpToThreeThousandParametersOverAllDigits() {
        assertEquals(List.of(), plan(40, Optional.empty()).remarks(), "3010 parameters, 1797 samples");
        assertEquals(1, plan(60, Optional.empty()).remarks().size(), "4510 parameters");
        assertEquals(1, plan(60, Optional.of("W1")).remarks().size(), "3840 of them");
        assertEquals(List.of(), plan(60, Optional.of("W2")).remarks(), "600 of them");
    }
}
