package org.thalweg.measure;

import java.util.Arrays;

/**
 * The estimate of Kaplan and Meier of who has not arrived, by time, with Greenwood's errors [KM58]: after each arrival
 * the product of 1 - 1 / (still watched). Particles that are lost on the way never arrive and stay among those watched;
 * those still under way at the limit are censored there, which the estimate does not reach.
 *
 * @param times of arrival, increasing; not modified
 * @param survival just after each; not modified
 * @param error of each, one standard error; not modified
 */
public record SurvivalEstimate(double[] times, double[] survival, double[] error) {
    /**
     * From times of arrival and times at which particles were lost sight of without having arrived.
     *
     * @param arrivals in any order; not modified
     * @param censored in any order; infinite for those that never arrive and are watched for ever; not modified
     */
    public static SurvivalEstimate of(double[] arrivals, double[] censored) {
        double[] times = arrivals.clone();
        double[] ends = censored.clone();
        Arrays.sort(times);
        Arrays.sort(ends);
        double[] survival = new double[times.length];
        double[] error = new double[times.length];
        double left = 1.0;
        double greenwood = 0.0;
        int lost = 0;
        for (int k = 0; k < times.length; k++) {
            while (lost < ends.length && ends[lost] < times[k]) {
                lost++;
            }
            double watched = (double) times.length - k + ends.length - lost;
            left *= 1.0 - 1.0 / watched;
            greenwood += watched > 1.0 ? 1.0 / (watched * (watched - 1.0)) : 0.0;
            survival[k] = left;
            error[k] = left * Math.sqrt(greenwood);
        }
        return new SurvivalEstimate(times, survival, error);
    }

    /** About so many of the points, evenly by survival. */
    public SurvivalEstimate at(int points) {
        int n = Math.min(points, times.length);
        int[] picked = new int[n];
        Arrays.setAll(picked, k -> (int) ((k + 0.5) * times.length / n));
        return new SurvivalEstimate(pick(times, picked), pick(survival, picked), pick(error, picked));
    }

    private static double[] pick(double[] all, int... at) {
        return Arrays.stream(at).mapToDouble(i -> all[i]).toArray();
    }
}
