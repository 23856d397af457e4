package org.thalweg.model.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/** A sharp and a flat valley that flatten with time. */
class TwoValleysTest {
    private static final TwoValleys VALLEYS = new TwoValleys(0.5, 20.0, 1.0);

    private static double curvature(TwoValleys valleys, double x) {
        double[][] hessian = new double[1][1];
        valleys.hessian(new double[] {x}, hessian);
        return hessian[0][0];
    }

    @Test
    void theValleysAreEquallyDeepAndNotEquallySharp() {
        assertEquals(0.0, VALLEYS.value(new double[] {-1.0}));
        assertEquals(0.0, VALLEYS.value(new double[] {1.0}));
        assertEquals(8.0 * Math.exp(0.5), curvature(VALLEYS, -1.0), 1e-14);
        assertEquals(8.0 * Math.exp(-0.5), curvature(VALLEYS, 1.0), 1e-14);
    }

    @Test
    void theBarrierIsATop() {
        double[] slope = new double[1];
        for (double tilt : new double[] {0.0, 0.5, 3.0}) {
            TwoValleys valleys = new TwoValleys(tilt, 1.0, 1.0);
            valleys.gradient(new double[] {valleys.barrier()}, slope);
            assertEquals(0.0, slope[0], 1e-14);
            assertTrue(curvature(valleys, valleys.barrier()) < 0.0);
        }
    }

    @Test
    void flattensByOneEFoldInTheSlowTime() {
        TwoValleys later = VALLEYS.at(20.0);
        assertTrue(VALLEYS.timeDependent() && !later.timeDependent());
        assertEquals(Math.exp(-1.0), later.scale(), 1e-16);
        assertEquals(later.scale(), later.value(new double[] {0.0}), 1e-16);
        TwoValleys constant = new TwoValleys(0.5, Double.POSITIVE_INFINITY, 0.7);
        assertSame(constant, constant.at(1e9));
    }

    @Test
    void refusesWhatIsNoValley() {
        assertThrows(Refusal.class, () -> new TwoValleys(-0.1, 1.0, 1.0));
        assertThrows(Refusal.class, () -> new TwoValleys(0.1, 0.0, 1.0));
        assertThrows(Refusal.class, () -> new TwoValleys(0.1, 1.0, Double.NaN));
    }

    /** Only passing 0.5 on the other side counts; loitering on the barrier does not. */
    @Test
    void countsSwitchesByHand() {
        double[] path = {-1.0, -0.2, 0.3, -0.6, 0.6, 0.1, -0.4, 0.7, -0.9, -1.2};
        assertEquals(2.0, value(SideQuantity.SWITCHES, path));
        assertEquals(8.0, value(SideQuantity.LAST_SWITCH, path));
        assertEquals(0.0, value(new FinalSide(Quantity.FLAT_FRACTION), path));
        double[] stays = {-1.0, -0.2, 0.45, 0.49};
        assertEquals(0.0, value(SideQuantity.SWITCHES, stays));
        assertEquals(Double.NaN, value(SideQuantity.LAST_SWITCH, stays));
        assertEquals(1.0, value(new FinalSide(Quantity.FLAT_FRACTION), stays));
    }

    private static double value(PathQuantity quantity, double[] path) {
        PathTally tally = quantity.bind(1);
        tally.reset(1);
        for (int k = 0; k < path.length; k++) {
            tally.add(k, new double[][] {{path[k]}}, new int[] {0}, 1);
        }
        return tally.value(0);
    }
}
