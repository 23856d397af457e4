package org.thalweg.plot;

/** A place on an axis; without a label it is a minor tick. */
record Tick(double value, String label) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    boolean major() {
        return !label.isEmpty();
    }

    /** The smallest round distance between ticks that is at least {@code atLeast}, which is positive. */
    static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double step = 0.0;
        for (double candidate : ROUND) {
            step = step < atLeast ? candidate * power : step;
        }
        return step;
    }
}
