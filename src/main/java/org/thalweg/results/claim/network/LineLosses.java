package org.thalweg.results.claim.network;

import java.util.Optional;

/**
 * Losses on a line through a point, at equally spaced places on both sides: how steep they are, and whether those of
 * other samples are the same ones shifted.
 *
 * @param train over the samples to train on; an odd number, the point in the middle
 * @param test at the same places, over the samples to test on
 * @param step from one place to the next
 */
record LineLosses(double[] train, double[] test, double step) {
    /** Of the sharp side's least slope: the flat side's slope p is taken no smaller, as it has to be positive. */
    private static final double LEAST_SLOPE = 0.01;

    /**
     * A direction that is (r, p, c, zeta)-asymmetric [HHY19], the shift d of the test loss along it, and a bias l.
     * Distances are whole steps.
     *
     * @param inner zeta
     * @param reach r
     * @param shift by which the test loss lies farther along the line than the train loss, of either sign
     * @param bias l, the largest that the theorem speaks of: min(r - |d|, |d| - zeta)
     * @param slope p
     * @param rise (c - 1) p
     * @param gap xi: the largest difference between the shifted test loss and the train loss, both less their least
     *         value, on the line as far as |d| + l
     */
    record Shift(int inner, int reach, int shift, int bias, double slope, double rise, double gap) {
        /** 4 xi / ((c - 1) p l): the theorem speaks where it is less than 1. */
        double condition(double step) {
            return 4.0 * gap / (rise * bias * step);
        }
    }

    private int middle() {
        return train.length / 2;
    }

    /** The steepest rise of the train loss per unit of length to the plus side, between two distances in steps. */
    double steepest(int inner, int reach) {
        double steepest = Double.NEGATIVE_INFINITY;
        for (int k = inner; k < reach; k++) {
            steepest = Math.max(steepest, (train[middle() + k + 1] - train[middle() + k]) / step);
        }
        return steepest;
    }

    /** The gentlest rise to the minus side. */
    double gentlest(int inner, int reach) {
        double gentlest = Double.POSITIVE_INFINITY;
        for (int k = inner; k < reach; k++) {
            gentlest = Math.min(gentlest, (train[middle() - k - 1] - train[middle() - k]) / step);
        }
        return gentlest;
    }

    /**
     * (s - p) / (|s| + |p|) with p the steepest rise to the plus side and s the gentlest one to the minus side:
     * positive where s &gt; p, so that the direction is asymmetric with c = s / p, or any c where the flat side does
     * not rise.
     */
    double contrast(int inner, int reach) {
        double p = steepest(inner, reach);
        double s = gentlest(inner, reach);
        return (s - p) / (Math.abs(s) + Math.abs(p));
    }

    /**
     * Of all distances zeta and r between which the plus side is flat and the minus side sharp, and of all shifts, the
     * ones of the smallest {@link Shift#condition}; empty where no distances are.
     */
    Optional<Shift> shift() {
        Shift best = null;
        for (int reach = 2; reach <= middle(); reach++) {
            for (int inner = 0; inner < reach - 1; inner++) {
                double sharp = gentlest(inner, reach);
                double flat = Math.max(steepest(inner, reach), LEAST_SLOPE * sharp);
                for (int d = inner + 1; d < reach && sharp > flat; d++) {
                    int bias = Math.min(reach - d, d - inner);
                    for (int shift = -d; shift <= d && 2 * d + bias <= middle(); shift += 2 * d) {
                        Shift found = new Shift(inner, reach, shift, bias, flat, sharp - flat, gap(shift, d + bias));
                        best = best == null || found.condition(step) < best.condition(step) ? found : best;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private double gap(int shift, int radius) {
        double leastTrain = Double.POSITIVE_INFINITY;
        double leastTest = Double.POSITIVE_INFINITY;
        for (int v = -radius; v <= radius; v++) {
            leastTrain = Math.min(leastTrain, train[middle() + v]);
            leastTest = Math.min(leastTest, test[middle() + v]);
        }
        double gap = 0.0;
        for (int v = -radius; v <= radius; v++) {
            gap = Math.max(gap, Math.abs(test[middle() + v + shift] - leastTest - train[middle() + v] + leastTrain));
        }
        return gap;
    }

    /**
     * By how much a bias to the plus side lowers the loss of the test samples, as a mean over two shifts: as it is, and
     * as much to the other side.
     */
    double gain(Shift at) {
        int other = middle() + 2 * at.shift();
        return 0.5 * (test[middle()] - test[middle() + at.bias()] + test[other] - test[other + at.bias()]);
    }

    /** What the theorem says the gain is at least: (c - 1) p l / 2 - 2 xi. */
    double bound(Shift at) {
        return 0.5 * at.rise() * at.bias() * step - 2.0 * at.gap();
    }
}
