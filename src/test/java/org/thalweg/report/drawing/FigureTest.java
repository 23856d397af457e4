package org.thalweg.report.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Witness;

class FigureTest {
    /** A few units in the last place of 10: exp(log x) is not exactly x. */
    private static final double ROUNDING = 1e-14;

    @Test
    void cellEdgesLieHalfWayBetweenCentres() {
        assertArrayEquals(new double[] {-0.5, 0.5, 2, 4}, Axis.linear("").edgesAround(0, 1, 3), ROUNDING);
        double[] edges = Axis.logarithmic("").edgesAround(0.1, 1, 10);
        double[] expected = {-1.5, -0.5, 0.5, 1.5};
        assertArrayEquals(expected, Arrays.stream(edges).map(Math::log10).toArray(), ROUNDING);
    }

    @Test
    void aSingleCellHasAWidth() {
        assertArrayEquals(new double[] {4, 6}, Axis.linear("").edgesAround(5), ROUNDING);
        assertArrayEquals(new double[] {-0.2, 0.2}, Axis.linear("").edgesAround(0), ROUNDING);
        double[] edges = Axis.logarithmic("").edgesAround(0.05);
        assertTrue(0 < edges[0] && edges[0] < 0.05 && 0.05 < edges[1]);
    }

    @Test
    void axesRefuseLimitsTheyCannotShow() {
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("x").between(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("x").between(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("x").between(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Axis.logarithmic("x").between(0, 1));
        assertFalse(Axis.logarithmic("x").shows(0.0));
        assertTrue(Axis.linear("x").shows(0.0));
        assertFalse(Axis.linear("x").shows(Double.NaN));
    }

    @Test
    void layersRefuseArraysThatDoNotFit() {
        double[] two = {1, 2};
        double[] three = {1, 2, 3};
        assertThrows(IllegalArgumentException.class, () -> PointLayer.of(Witness.SGD, "p", two, two, three));
        assertThrows(IllegalArgumentException.class, () -> LineLayer.of(Witness.SGD, "l", two, three));
        assertThrows(IllegalArgumentException.class, () -> new BandLayer("b", Ink.SKY, two, two, three));
        assertThrows(IllegalArgumentException.class,
                () -> new CellMapLayer(two, three, new double[][] {{1}}, Axis.linear("v")));
        assertThrows(IllegalArgumentException.class, () -> new CellMapLayer(two, two,
                new double[0][], Axis.linear("v")));
    }

    @Test
    void witnessesDifferInColourAndShape() {
        assertEquals(5, Arrays.stream(Witness.values()).map(Ink::of).distinct().count());
        assertEquals(5, Arrays.stream(Witness.values()).map(Marker::of).distinct().count());
        assertEquals(Dash.DASHED, LineLayer.of(Witness.THEORY, "", new double[0], new double[0]).dash());
    }
}
