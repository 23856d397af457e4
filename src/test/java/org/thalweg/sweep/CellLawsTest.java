package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellLawsTest {
    /** Of a hundred times 1, 2, ..., 100 in whatever order, a share p has arrived by the time 100 p. */
    @Test
    void aShareHasArrivedByItsQuantile() {
        double[] times = IntStream.range(0, 100).mapToDouble(i -> 1.0 + (37 * i) % 100).toArray();
        double[] quantiles = CellLaws.quantiles(times);
        for (int i = 0; i < quantiles.length; i++) {
            assertEquals(Math.rint(100.0 * CellLaws.SHARES.get(i)), quantiles[i]);
        }
    }

    @Test
    void ofOneParticleEveryShareIsItsTime() {
        for (double quantile : CellLaws.quantiles(new double[] {7.5})) {
            assertEquals(7.5, quantile);
        }
    }
}
