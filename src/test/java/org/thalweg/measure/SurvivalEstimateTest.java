package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SurvivalEstimateTest {
    /**
     * The remission times in weeks of Freireich et al. (1963), Blood 21, 699-716, the example of every textbook:
     * published survival and standard errors at 6, 7, 10, 13, 16, 22 and 23 weeks, four digits.
     */
    @Test
    void remissionsOfLeukaemia() {
        double[] arrivals = {6, 6, 6, 7, 10, 13, 16, 22, 23};
        double[] censored = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
        SurvivalEstimate found = SurvivalEstimate.of(arrivals, censored);
        double[] survival = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        double[] error = {0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346};
        for (int k = 0; k < survival.length; k++) {
            assertEquals(survival[k], found.survival()[k + 2], 5e-5, "" + found.times()[k + 2]);
            assertEquals(error[k], found.error()[k + 2], 5e-5, "" + found.times()[k + 2]);
        }
    }

    /** Without censoring before an arrival: shares, and the error of a share. */
    @Test
    void particlesThatNeverArriveStayAmongThoseWatched() {
        double[] never = new double[60];
        Arrays.fill(never, Double.POSITIVE_INFINITY);
        double[] arrivals = new double[40];
        Arrays.setAll(arrivals, k -> 40.0 - k);
        SurvivalEstimate found = SurvivalEstimate.of(arrivals, never);
        for (int k = 0; k < 40; k++) {
            double share = 1.0 - (k + 1.0) / 100.0;
            assertEquals(k + 1.0, found.times()[k]);
            assertEquals(share, found.survival()[k], 1e-12);
            assertEquals(Math.sqrt(share * (1.0 - share) / 100.0), found.error()[k], 1e-12);
        }
        assertEquals(10, found.at(10).times().length);
    }
}
