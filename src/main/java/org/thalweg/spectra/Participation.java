package org.thalweg.spectra;

/** On how many parameters a direction rests. */
public final class Participation {
    private Participation() {}

    /**
     * sum v^4 / (sum v^2)^2: 1 for a single parameter, 1/n for all alike, 3 / (n + 2) expected for a random direction.
     */
    public static double inverseRatio(double[] v) {
        double squares = 0.0;
        double fourths = 0.0;
        for (double value : v) {
            squares += value * value;
            fourths += value * value * value * value;
        }
        return fourths / (squares * squares);
    }
}
