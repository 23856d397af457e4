package org.thalweg.theory.law;

import org.thalweg.measure.Marginal;
import org.thalweg.theory.quadrature.Quadrature;

/** Averages a law over uniform cells, in logarithms so that nothing overflows. */
final class CellMeans {
    /** Sub-intervals of all cells: each of 64 is cut into 4, which resolves a peak a tenth as wide to 1e-6. */
    private static final int PARTS = 256;

    private final MarginalLaw law;
    private final double from;
    private final double width;
    private final double[] log;
    private double total = Double.NEGATIVE_INFINITY;

    private CellMeans(MarginalLaw law, double from, double width, int cells) {
        this.law = law;
        this.from = from;
        this.width = width;
        this.log = new double[cells];
    }

    /** The means, without errors. */
    static Marginal of(MarginalLaw law, double from, double width, int cells) {
        CellMeans means = new CellMeans(law, from, width, cells);
        means.integrate();
        return means.marginal();
    }

    /** The means with the numerical error of each: of its quadrature, of the norm, and of the law's own logarithm. */
    static Marginal withErrors(MarginalLaw law, double from, double width, int cells) {
        CellMeans means = new CellMeans(law, from, width, cells);
        means.integrate();
        Marginal marginal = means.marginal();
        double[] error = marginal.standardError();
        double norm = 0.0;
        for (int i = 0; i < cells; i++) {
            error[i] = means.changeOf(i) / width;
            norm += error[i] * width;
        }
        for (int i = 0; i < cells; i++) {
            error[i] += marginal.density()[i] * (norm + 2.0 * law.logError());
        }
        return marginal;
    }

    private int parts() {
        return Math.max(1, PARTS / log.length);
    }

    /** The left end of a part of a cell; that of the next cell where {@code part} is the number of parts. */
    private double edge(int cell, int part) {
        return from + cell * width + part * width / parts();
    }

    private void integrate() {
        for (int i = 0; i < log.length; i++) {
            log[i] = Double.NEGATIVE_INFINITY;
            for (int part = 0; part < parts(); part++) {
                log[i] = Quadrature.logSum(log[i],
                        Quadrature.logIntegral(law::logDensity, edge(i, part), edge(i, part + 1)));
            }
            total = Quadrature.logSum(total, log[i]);
        }
    }

    private Marginal marginal() {
        int cells = log.length;
        double[] x = new double[cells];
        double[] flatness = new double[cells];
        double[] density = new double[cells];
        for (int i = 0; i < cells; i++) {
            x[i] = from + i * width + 0.5 * width;
            flatness[i] = law.floor().shape().flatnessAt(x[i]);
            density[i] = Math.exp(log[i] - total) / width;
        }
        return new Marginal(x, flatness, density, new double[cells]);
    }

    /** How the mass of a cell changes with a rule of lower order: an estimate from above of its error. */
    private double changeOf(int cell) {
        double change = 0.0;
        for (int part = 0; part < parts(); part++) {
            change += Quadrature.change(law::logDensity, edge(cell, part), edge(cell, part + 1), total);
        }
        return change;
    }
}
