package org.thalweg.results.claim.bound;

import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.thalweg.measure.Marginal;
import org.thalweg.model.PlainSetting;

/** The shape of a marginal near a point. */
final class Peak {
    /** Of the quartic, times the root of the density. */
    private static final int COEFFICIENTS = 4;

    private Peak() {}

    /**
     * The second derivative of ln P at {@code centre}: from an even quartic in x - centre, fitted over |x - centre|
     * &lt;= {@code width} with the weights of counts.
     */
    static double curvature(Marginal marginal, double centre, double width) {
        int n = 0;
        for (int i = 0; i < marginal.size(); i++) {
            if (used(marginal, i, centre, width)) {
                n++;
            }
        }
        if (n < COEFFICIENTS) {
            // Nobody is near the peak: an ensemble that never left its start has no curvature there.
            return Double.NaN;
        }
        double[][] design = new double[n][];
        double[] response = new double[n];
        int row = 0;
        for (int i = 0; i < marginal.size(); i++) {
            if (used(marginal, i, centre, width)) {
                double u = (marginal.x()[i] - centre) / width;
                double root = Math.sqrt(marginal.density()[i]);
                design[row] = new double[] {root, root * u, root * u * u, root * u * u * u * u};
                response[row] = root * Math.log(marginal.density()[i]);
                row++;
            }
        }
        OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        fit.setNoIntercept(true);
        fit.newSampleData(response, design);
        return 2.0 * fit.estimateRegressionParameters()[2] / (width * width);
    }

    private static boolean used(Marginal marginal, int i, double centre, double width) {
        return Math.abs(marginal.x()[i] - centre) <= width && marginal.density()[i] > 0.0;
    }

    /** F at the maximum of P, placed within its cell by a parabola through three points. */
    static double flatness(PlainSetting setting, Marginal marginal) {
        double[] p = marginal.density();
        int top = 0;
        for (int i = 1; i < p.length; i++) {
            if (p[i] > p[top]) {
                top = i;
            }
        }
        double x = marginal.x()[top];
        if (top > 0 && top < p.length - 1) {
            double left = Math.log(p[top - 1]) - Math.log(p[top]);
            double right = Math.log(p[top + 1]) - Math.log(p[top]);
            double cell = marginal.x()[top + 1] - marginal.x()[top];
            if (left + right < 0.0) {
                x += 0.5 * cell * (left - right) / (left + right);
            }
        }
        return setting.surface().geometry().shape().orElseThrow().flatnessAt(x);
    }
}
