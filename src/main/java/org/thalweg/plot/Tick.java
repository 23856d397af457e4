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

    /** The same, and where that is asked for a whole distance. */
    static double step(double atLeast, boolean whole) {
        double step = step(whole ? Math.max(1.0, atLeast) : atLeast);
        // Of round distances above 1 only 2.5 is none.
        return whole && step != Math.rint(step) ? 2.0 * step : step;
    }
}
