package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import org.thalweg.fokkerplanck.hierarchy.ValleyHierarchy;
import org.thalweg.fokkerplanck.hierarchy.ValleyRange;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.Boundary;

/**
 * About how long a stationary density takes, told before it is solved for. By the hierarchy that is a matter of how
 * many features of the flatness its range has, which grows with the temperature where walls are low, and of how deep
 * ln P falls on it: beyond the accuracy of numbers a second solution is sought, for ln P. Within a factor of two of
 * what the 50 shipped cells of log-walled, near-degenerate and label-noise valleys took, 4 ms to 2 s (docs/scaling.md).
 */
public final class DensityCost {
    /** Of finite volumes on their default grid. */
    private static final double VOLUMES = 0.3;

    private static final double PASSAGES_ON_GRID = 27.0;

    /** Of a quadrature along one line. */
    private static final double QUADRATURE = 0.01;

    /** For each feature. */
    private static final double SHALLOW = 0.002;

    /** Where ln P falls deeper than rounding allows: of one feature, and how it grows with their number and depth. */
    private static final double DEEP = 0.024;
    private static final double BY_FEATURES = 1.65;
    private static final double BY_DEPTH = 0.8;

    /** ln P falls so deep, below its maximum, where rounding reaches its tails. */
    private static final double ROUNDING = 25.0;

    private static final int SAMPLES = 64;

    private DensityCost() {}

    /** Processor seconds of {@link StationaryDensity} by its own choice, on the machine of docs/scaling.md. */
    public static double seconds(PlainSetting setting) {
        return switch (setting.surface().geometry().kind()) {
            case VALLEY -> onGrid(setting) ? VOLUMES
                    : Attempt.settled(() -> byHierarchy(setting)).found().orElse(VOLUMES);
            case PLANE -> VOLUMES;
            case LINE, DEEP_VALLEY, SPACE -> QUADRATURE;
        };
    }

    /** What a passage time takes, in those of the hierarchy, each of which takes some hundredth of a second. */
    public static double passages(PlainSetting setting) {
        return setting.surface().geometry().planar() && onGrid(setting) ? PASSAGES_ON_GRID : 1.0;
    }

    /** Whether it is known that finite volumes do it. */
    private static boolean onGrid(PlainSetting setting) {
        return !setting.surface().geometry().valley() || setting.noise().structure() == NoiseStructure.GENERAL;
    }

    private static double byHierarchy(PlainSetting setting) {
        if (ValleyHierarchy.refuses(setting).isPresent()) {
            return VOLUMES;
        }
        ValleyRange range = ValleyRange.of(setting, new ArrayList<>());
        double features = range.features();
        // Around a ring a current may flow, of which the floor knows nothing; they are short, and none is deep.
        double depth = setting.domain().along().boundary() == Boundary.PERIODIC ? 0.0
                : depth(ValleyFloor.of(setting), range);
        return depth < ROUNDING ? SHALLOW * features
                : DEEP * Math.pow(features, BY_FEATURES) * Math.pow(depth / ROUNDING, BY_DEPTH);
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
