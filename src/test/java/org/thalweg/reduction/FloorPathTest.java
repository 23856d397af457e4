package org.thalweg.reduction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The way along a floor: lengths, places, tangents. */
class FloorPathTest {
    private static double[][] arc(int pieces) {
        return IntStream.rangeClosed(0, pieces).mapToDouble(i -> Math.PI * i / pieces)
                .mapToObj(a -> new double[] {Math.cos(a), Math.sin(a), 5.0}).toArray(double[][]::new);
    }

    /** Half a circle: the length is short by about what it says, and no more. */
    @Test
    void anArcIsAsLongAsItSays() {
        FloorPath path = FloorPath.through(arc(24));
        double missing = Math.PI - path.place(new double[] {-1.0, 0.0, 5.0});
        assertTrue(missing > 0.0);
        assertEquals(missing, path.shortening(24), 0.02 * missing);
    }

    @Test
    void placesAreThoseOfTheNearestPoint() {
        FloorPath path = FloorPath.through(new double[][] {{0.0, 0.0}, {1.0, 0.0}, {1.0, 2.0}});
        assertEquals(0.5, path.place(new double[] {0.5, 0.2}), 1e-15);
        assertEquals(2.0, path.place(new double[] {1.3, 1.0}), 1e-15);
        assertEquals(-1.0, path.place(new double[] {-1.0, 0.3}), 1e-15);
        assertEquals(4.0, path.place(new double[] {1.0, 3.0}), 1e-15);
        assertEquals(1.5, path.from(0.5).place(new double[] {1.3, 1.0}), 1e-15);
        double root = Math.sqrt(5.0);
        assertArrayEquals(new double[] {1.0 / root, 2.0 / root}, path.tangent(1), 1e-15);
        assertArrayEquals(new double[] {1.0, 0.0}, path.tangent(0), 1e-15);
        assertArrayEquals(new double[] {0.0, 1.0}, path.tangent(2), 1e-15);
    }
}
