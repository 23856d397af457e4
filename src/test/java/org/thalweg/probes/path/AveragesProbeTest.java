package org.thalweg.probes.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.refusal.Refusal;

class AveragesProbeTest {
    /** By default a probe looks at the last checkpoint alone, whose average it is itself. */
    @Test
    void oneCheckpointIsNoAverage() {
        Refusal refusal = assertThrows(Refusal.class,
                () -> new AveragesProbe().measure(List.of(new double[2]), null, null));
        assertEquals("probe averages: a single checkpoint is its own average; give --at all", refusal.getMessage());
    }
}
