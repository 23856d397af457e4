package org.thalweg.fokkerplanck.law;

import java.util.Arrays;
import org.thalweg.fokkerplanck.grid.GaussLegendre;

/** Averages of a marginal over the bins of a histogram. */
final class BinAverages {
    /** Nodes in each piece between two breakpoints of the law: more than its cubic interpolation needs. */
    private static final GaussLegendre PIECE = GaussLegendre.of(4);

    private BinAverages() {}

    /** Averages over {@code bins} equal bins of [from, to]. */
    static double[] of(Law law, double from, double to, int bins) {
        double[] breaks = law.breakpoints();
        double[] averages = new double[bins];
        for (int b = 0; b < bins; b++) {
            double left = from + (to - from) * b / bins;
            double right = from + (to - from) * (b + 1) / bins;
            int next = Arrays.binarySearch(breaks, left);
            next = next >= 0 ? next + 1 : -next - 1;
            double sum = 0.0;
            for (double start = left; start < right; next++) {
                double end = next < breaks.length ? Math.min(right, breaks[next]) : right;
                for (int k = 0; k < PIECE.size(); k++) {
                    sum += (end - start) * PIECE.weights()[k] * law.marginal(start + (end - start) * PIECE.nodes()[k]);
                }
                start = end;
            }
            averages[b] = sum / (right - left);
        }
        return averages;
    }
}
