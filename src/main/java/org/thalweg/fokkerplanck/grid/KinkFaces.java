package org.thalweg.fokkerplanck.grid;

import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;

/**
 * Puts a kink of the loss on a face of all nested grids: with the kink inside a cell the error would depend on where
 * in the cell it lies, differently on each grid, and no expansion in the size of cells would hold.
 */
public final class KinkFaces {
    /** Faces are where they should be to this part of a cell. */
    private static final double ROUNDING = 1e-9;
    /** Lengths of the axis: wide stretches grade least, and move faces least; then a quarter, and so on. */
    private static final double WIDEST = 4.0;
    private static final int TRIES = 4;
    private static final int BISECTIONS = 60;

    private KinkFaces() {}

    /**
     * An axis along x with a face on the kink that is nearest to the middle of its grading; the axis itself where
     * there is none inside, or on a ring. Of several kinks the others stay where they are.
     */
    public static AxisDesign on(PlainSetting setting, AxisDesign axis, Resolution resolution) {
        double middle = axis.stretch().uniform() ? 0.5 * (axis.from() + axis.to()) : axis.stretch().focus();
        double nearest = Double.NaN;
        for (double kink : setting.surface().landmarks().kinks()) {
            boolean nearer = Double.isNaN(nearest) || Math.abs(kink - middle) < Math.abs(nearest - middle);
            if (kink > axis.from() && kink < axis.to() && nearer) {
                nearest = kink;
            }
        }
        return Double.isNaN(nearest) || axis.lower() == Boundary.PERIODIC ? axis
                : through(axis, nearest, Resolution.cells(resolution.nx(), 0));
    }

    private static AxisDesign through(AxisDesign axis, double kink, int cells) {
        double cell = share(axis, kink) * cells;
        double face = Math.max(1.0, Math.min(cells - 1.0, Math.rint(cell)));
        if (Math.abs(cell - face) < ROUNDING) {
            return axis;
        }
        double length = axis.to() - axis.from();
        double widest = axis.stretch().uniform() ? WIDEST * length : axis.stretch().width();
        for (int tried = 0; tried < TRIES; tried++) {
            double width = Math.scalb(widest, -2 * tried);
            // The farther right the small cells are, the more cells lie right of the kink.
            double low = axis.from();
            double high = axis.to();
            if (share(about(axis, low, width), kink) * cells < face
                    || share(about(axis, high, width), kink) * cells > face) {
                continue;
            }
            for (int i = 0; i < BISECTIONS; i++) {
                double focus = 0.5 * (low + high);
                if (share(about(axis, focus, width), kink) * cells > face) {
                    low = focus;
                } else {
                    high = focus;
                }
            }
            return about(axis, 0.5 * (low + high), width);
        }
        return axis;
    }

    private static AxisDesign about(AxisDesign axis, double focus, double width) {
        return new AxisDesign(axis.from(), axis.to(), axis.lower(), axis.upper(), new Stretch(focus, width));
    }

    /** The share of cells below a place. */
    private static double share(AxisDesign axis, double at) {
        double first = axis.stretch().inverse(axis.from());
        return (axis.stretch().inverse(at) - first) / axis.evenLength();
    }
}
