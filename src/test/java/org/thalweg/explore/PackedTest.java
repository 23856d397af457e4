package org.thalweg.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Numbers that are sent arrive with all their bits. */
class PackedTest {
    static double[] unpacked(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    @Test
    void allBitsArrive() {
        double[] values = {0.0, -0.0, 1.0 / 3.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN,
            Double.POSITIVE_INFINITY};
        assertArrayEquals(values, unpacked(Packed.of(values)));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6},
                unpacked(Packed.of(new double[][] {{1, 2, 3}, {4, 5, 6}})));
        assertArrayEquals(new double[0], unpacked(Packed.of(new double[0][0])));
    }
}
