package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import org.thalweg.fokkerplanck.hierarchy.ValleyHierarchy;
import org.thalweg.fokkerplanck.hierarchy.ValleyRange;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/**
 * About how long a stationary density takes, told before it is solved for. By the hierarchy that is a matter of how
 * many features of the flatness its range has, which grows with the temperature where walls are low, and of how deep ln P
 * falls on it: beyond the accuracy of numbers a second solution is sought, for ln P. Within a factor of two of what the
 * 50 shipped cells of log-walled, near-degenerate and label-noise valleys took, 4 ms to 4 s (docs/scaling.md).
 */
public final class DensityCost {
    /** Of finite volumes on their default grid. */
    private static final double VOLUMES = 0.3;

    /** Of a quadrature along one line. */
    private static final double QUADRATURE = 0.01;

    /** For each feature. */
    private static final double SHALLOW = 0.0035;

    /** Where ln P falls deeper than rounding allows: of one feature, and how it grows with their number and depth. */
    private static final double DEEP = 0.042;
    private static final double BY_FEATURES = 1.65;
    private static final double BY_DEPTH = 0.8;

    /** ln P falls so deep, below its maximum, where rounding reaches its tails. */
    private static final double ROUNDING = 25.0;

    private static final int SAMPLES = 64;

    private DensityCost() {}

    /** Processor seconds of {@link StationaryDensity} by its own choice, on the machine of the recordings. */
    public static double seconds(PlainSetting setting) {
        return switch (setting.surface().geometry().kind()) {
            case VALLEY -> ofValley(setting);
            case PLANE -> VOLUMES;
            case LINE, DEEP_VALLEY, SPACE -> QUADRATURE;
        };
    }

    private static double ofValley(PlainSetting setting) {
        try {
            if (ValleyHierarchy.refuses(setting).isPresent()) {
                return VOLUMES;
            }
            ValleyRange range = ValleyRange.of(setting, new ArrayList<>());
            double features = range.features();
            double depth = depth(ValleyFloor.of(setting), range);
            return depth < ROUNDING ? SHALLOW * features
                    : DEEP * Math.pow(features, BY_FEATURES) * Math.pow(depth / ROUNDING, BY_DEPTH);
        } catch (Refusal e) {
            // The solution itself says so, and knows better what to do.
            return VOLUMES;
        }
    }

    private static double depth(ValleyFloor floor, ValleyRange range) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= SAMPLES; i++) {
            double log = floor.logDensity(range.from() + (range.to() - range.from()) * i / SAMPLES);
            lowest = Math.min(lowest, log);
            highest = Math.max(highest, log);
        }
        return highest - lowest;
    }
}
