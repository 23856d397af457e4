package org.thalweg.fokkerplanck.action;

import org.thalweg.model.space.Region;

/** Where a path begins or ends: a point, or the best point of the boundary of a region. */
public sealed interface PathEnd {
    /** A first guess, seen from a point outside. */
    double[] seenFrom(double[] outside);

    /**
     * The end after a push, of which what leads along the boundary is followed.
     *
     * @param at not modified
     * @param push modified
     */
    double[] pushed(double[] at, double[] push);

    /** A point, which stays. */
    record At(double[] point) implements PathEnd {
        @Override
        public double[] seenFrom(double[] outside) {
            return point.clone();
        }

        @Override
        public double[] pushed(double[] at, double[] push) {
            return at.clone();
        }
    }

    /** A region, along whose boundary the end slides until the action is least. */
    record On(Region region) implements PathEnd {
        @Override
        public double[] seenFrom(double[] outside) {
            return region.nearest(outside[0], outside[1]);
        }

        @Override
        public double[] pushed(double[] at, double[] push) {
            region.alongBoundary(at[0], at[1], push);
            return region.nearest(at[0] + push[0], at[1] + push[1]);
        }
    }
}
