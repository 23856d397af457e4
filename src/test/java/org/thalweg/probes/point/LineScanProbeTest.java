package org.thalweg.probes.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.Scan;
import org.thalweg.refusal.Refusal;

/** Lines that there are none of. */
class LineScanProbeTest {
    private static final Setting SETTING = ModelText.sound("""
            name: digits
            loss: {kind: network, data: {set: digits, per-class: 5}, layers: [64, 2, 10], batch-norm: true}
            noise: {kind: samples, batch: 10}
            sgd: {learning-rate: 0.1}
            start: {kind: he-normal, seed: 1}
            """).setting();

    private static void plan(String layer, Direction direction, int draws) {
        ProbeOptions options = new ProbeOptions(OptionalInt.empty(), 10.0, new Scan(direction, 0.5, 5, draws));
        Probes.plan(SETTING, Optional.of(layer), options, Set.of(Probes.of("line-scan")));
    }

    /** Directions that are normalised by the weights of each unit are zero in all other parameters. */
    @Test
    void filtersAreOfWeights() {
        plan("W2", Direction.FILTER_NORMALISED, 3);
        for (String layer : new String[] {"b1", "gamma1", "beta1"}) {
            plan(layer, Direction.GAUSSIAN, 3);
            assertEquals("probe line-scan: filter-normalised directions are of weights, and there are none in " + layer
                    + "; give --layer of weights, or another --direction", assertThrows(Refusal.class,
                    () -> plan(layer, Direction.FILTER_NORMALISED, 1)).getMessage());
        }
    }

    @Test
    void noMoreEigenvectorsThanParameters() {
        plan("b1", Direction.EIGENVECTOR, 2);
        assertThrows(Refusal.class, () -> plan("b1", Direction.EIGENVECTOR, 3));
    }
}
