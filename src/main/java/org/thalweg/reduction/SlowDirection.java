package org.thalweg.reduction;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.model.paths.PrincipalComponents;

/** What the coordinate along a valley is, of points that a network passed on the floor. */
public enum SlowDirection {
    /** The way through the mean points, whose length is x: valleys bend. */
    PATH("path"),
    /** A straight line, the first principal component of the mean points. */
    COMPONENT("component"),
    /** A straight line, that of steepest fall of the curvature across where it begins. */
    TRACE("trace");

    private final String key;

    SlowDirection(String key) {
        this.key = key;
    }

    /** Its name on the command line. */
    public String key() {
        return key;
    }

    /** The direction of a name; empty for none. */
    public static Optional<SlowDirection> named(String name) {
        return Arrays.stream(values()).filter(d -> d.key.equals(name)).findFirst();
    }

    /**
     * The way.
     *
     * @param means the mean points in the order of time, at least two
     * @param falling unit vector of steepest fall of the curvature; asked for by {@link #TRACE} alone
     */
    FloorPath through(double[][] means, double[] falling) {
        return switch (this) {
            case PATH -> FloorPath.through(means);
            case COMPONENT -> FloorPath.straight(means[0], forward(means, PrincipalComponents.ofPoints(means)
                    .directions()[0]));
            case TRACE -> FloorPath.straight(means[0], falling);
        };
    }

    /** The sign with which the last point lies ahead of the first. */
    private static double[] forward(double[][] means, double[] unit) {
        double ahead = 0.0;
        for (int i = 0; i < unit.length; i++) {
            ahead += (means[means.length - 1][i] - means[0][i]) * unit[i];
        }
        double sign = ahead < 0.0 ? -1.0 : 1.0;
        return Arrays.stream(unit).map(u -> sign * u).toArray();
    }
}
