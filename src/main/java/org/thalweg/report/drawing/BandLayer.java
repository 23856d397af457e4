package org.thalweg.report.drawing;

/**
 * The region between two curves, as a pale area: an error band, a tolerance.
 *
 * @param x increasing; not modified
 * @param lower as many; not modified
 * @param upper as many; not modified
 */
public record BandLayer(String name, Ink ink, double[] x, double[] lower, double[] upper) implements Layer {
    /** Refuses arrays of different lengths. */
    public BandLayer {
        if (x.length != lower.length || x.length != upper.length) {
            throw new IllegalArgumentException("band '" + name + "': " + x.length + " x, " + lower.length + " lower, "
                    + upper.length + " upper; must be equally many");
        }
    }

    @Override
    public void accept(Cases cases) {
        cases.band(this);
    }
}
