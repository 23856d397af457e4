package org.thalweg.fokkerplanck.law;

import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.measure.Diagnostic;

/** The law of masses in the cells of a grid. */
public final class GridLaw implements Law {
    private final Grid grid;
    private final double[] mass;
    private final double[] marginal;
    private final Optional<Circulation> circulation;

    private GridLaw(Grid grid, double[] mass, double[] marginal, Optional<Circulation> circulation) {
        this.grid = grid;
        this.mass = mass;
        this.marginal = marginal;
        this.circulation = circulation;
    }

    /** The law of cell masses, kept as they are: their sum is less than 1 where mass has been absorbed. */
    public static GridLaw of(Grid grid, double[] mass) {
        double[] marginal = new double[grid.x().size()];
        for (int c = 0; c < mass.length; c++) {
            int i = c / grid.y().size();
            marginal[i] += mass[c] / grid.x().width(i);
        }
        return new GridLaw(grid, mass, marginal, Optional.empty());
    }

    /** The same law with what keeps flowing in it. */
    public GridLaw with(Circulation flows) {
        return new GridLaw(grid, mass, marginal, Optional.of(flows));
    }

    @Override
    public Optional<Circulation> circulation() {
        return circulation;
    }

    @Override
    public Optional<Density> density() {
        return Optional.of(Density.of(grid, mass));
    }

    @Override
    public double mean(Diagnostic diagnostic) {
        double sum = 0.0;
        double total = 0.0;
        double[] theta = new double[2];
        for (int c = 0; c < mass.length; c++) {
            theta[0] = grid.x().centres()[c / grid.y().size()];
            theta[1] = grid.y().centres()[c % grid.y().size()];
            sum += mass[c] * diagnostic.at(theta);
            total += mass[c];
        }
        return sum / total;
    }

    /** The mass in all cells. */
    public double total() {
        double total = 0.0;
        for (double m : mass) {
            total += m;
        }
        return total;
    }

    /** The mass in the first or last line of cells of an axis. */
    public double massAtEnd(boolean alongX, boolean upper) {
        Axis axis = alongX ? grid.x() : grid.y();
        int line = upper ? axis.size() - 1 : 0;
        double sum = 0.0;
        for (int c = 0; c < mass.length; c++) {
            int i = alongX ? c / grid.y().size() : c % grid.y().size();
            sum += i == line ? mass[c] : 0.0;
        }
        return sum;
    }

    /** By cubic interpolation between centres: of the logarithm, where all four neighbours are positive. */
    @Override
    public double marginal(double x) {
        double at = x;
        double[] edges = grid.x().edges();
        double last = edges[edges.length - 1];
        if (grid.x().periodic()) {
            at = x - grid.x().length() * Math.floor((x - edges[0]) / grid.x().length());
        } else if (x < edges[0] || x > last) {
            return 0.0;
        }
        Axis.Stencil stencil = grid.x().stencil(at);
        double log = 0.0;
        double plain = 0.0;
        boolean positive = true;
        for (int k = 0; k < stencil.cells().length; k++) {
            double value = marginal[stencil.cells()[k]];
            positive &= value > 0.0;
            plain += stencil.weights()[k] * value;
            log += positive ? stencil.weights()[k] * Math.log(value) : 0.0;
        }
        return positive ? Math.exp(log) : plain;
    }

    @Override
    public double[] breakpoints() {
        return grid.x().edges();
    }
}
