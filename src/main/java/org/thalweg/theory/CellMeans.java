package org.thalweg.theory;

import org.thalweg.measure.Marginal;

/** Averages a law over uniform cells, in logarithms so that nothing overflows. */
final class CellMeans {
    /** Sub-intervals of all cells: each of 64 is cut into 4, which resolves a peak a tenth as wide to 1e-6. */
    private static final int PARTS = 256;

    private CellMeans() {}

    static Marginal of(MarginalLaw law, double from, double width, int cells) {
        double[] x = new double[cells];
        double[] flatness = new double[cells];
        double[] density = new double[cells];
        double[] log = new double[cells];
        double total = Double.NEGATIVE_INFINITY;
        int parts = Math.max(1, PARTS / cells);
        for (int i = 0; i < cells; i++) {
            double left = from + i * width;
            x[i] = left + 0.5 * width;
            flatness[i] = law.floor().shape().flatnessAt(x[i]);
            log[i] = Double.NEGATIVE_INFINITY;
            for (int part = 0; part < parts; part++) {
                log[i] = Quadrature.logSum(log[i], Quadrature.logIntegral(
                        law::logDensity, left + part * width / parts, left + (part + 1) * width / parts));
            }
            total = Quadrature.logSum(total, log[i]);
        }
        for (int i = 0; i < cells; i++) {
            density[i] = Math.exp(log[i] - total) / width;
        }
        return new Marginal(x, flatness, density, new double[cells]);
    }
}
