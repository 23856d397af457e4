package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.special.Erf;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.Relaxed;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.PlainSetting;

/**
 * The law P = N(y; 0, s^2) sum_n c_n(x) he_n(y / s) of a valley at a time. Of the odd n the marginal along x and means
 * of even functions know nothing.
 */
final class EvolvedLaw implements Law {
    private static final GaussLegendre RULE = GaussLegendre.of(8);
    private final PlainSetting setting;
    private final Collocation grid;
    private final Line line;
    private final double[][] modes;
    private final Optional<double[][]> odd;
    private final Resolution output;
    private final double[] breaks;
    private final double[] x;
    private final double[] mass;
    private final double[] square;

    /**
     * The law of modes.
     *
     * @param modes the even ones, {@code [m][i]}; kept
     * @param odd the odd ones, where there are any
     * @param output the cells of {@link #density()}
     */
    EvolvedLaw(PlainSetting setting, Collocation grid, double[][] modes, Optional<double[][]> odd,
            Resolution output) {
        this.setting = setting;
        this.grid = grid;
        this.line = Line.of(setting);
        this.modes = modes;
        this.odd = odd;
        this.output = output;
        this.breaks = grid.axis().cells(grid.size()).edges().clone();
        int size = (breaks.length - 1) * RULE.size();
        this.x = new double[size];
        this.mass = new double[size];
        this.square = new double[size];
        double[] weights = new double[grid.size()];
        for (int i = 0; i < size; i++) {
            double from = breaks[i / RULE.size()];
            double length = breaks[i / RULE.size() + 1] - from;
            x[i] = from + length * RULE.nodes()[i % RULE.size()];
            double width = length * RULE.weights()[i % RULE.size()];
            grid.interpolation(x[i], weights);
            mass[i] = width * ScalarProduct.of(weights, modes[0]);
            // <he_0 u^2> = 1, <he_2 u^2> = sqrt(2).
            square[i] = line.squareAcross(folded(x[i]))
                    * (mass[i] + width * Math.sqrt(2.0) * ScalarProduct.of(weights, modes[1]));
        }
    }

    private double folded(double at) {
        return grid.ring() ? setting.domain().along().fold(at) : at;
    }

    /** The mass that is left. */
    double total() {
        return Arrays.stream(mass).sum();
    }

    /** Over the mass that is left; exact in y for the mean square across. */
    @Override
    public double mean(Diagnostic diagnostic) {
        if (Relaxed.isSquareAcross(diagnostic)) {
            return Arrays.stream(square).sum() / total();
        }
        double sum = 0.0;
        double[] theta = new double[2];
        for (int i = 0; i < x.length; i++) {
            theta[0] = x[i];
            sum += mass[i] * diagnostic.at(theta);
        }
        return sum / total();
    }

    /** Not below 0, where the truncated series is, far from where the mass is. */
    @Override
    public double marginal(double at) {
        double inside = folded(at);
        if (inside < grid.axis().from() || inside > grid.axis().to()) {
            return 0.0;
        }
        double[] weights = new double[grid.size()];
        grid.interpolation(inside, weights);
        return Math.max(0.0, ScalarProduct.of(weights, modes[0]));
    }

    @Override
    public double[] breakpoints() {
        return breaks.clone();
    }

    /** int |P - P_other| dx. */
    double distance(EvolvedLaw other) {
        double[] weights = new double[other.grid.size()];
        double[] own = new double[grid.size()];
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            other.grid.interpolation(x[i], weights);
            grid.interpolation(x[i], own);
            double length = breaks[i / RULE.size() + 1] - breaks[i / RULE.size()];
            sum += length * RULE.weights()[i % RULE.size()]
                    * Math.abs(ScalarProduct.of(own, modes[0]) - ScalarProduct.of(weights, other.modes[0]));
        }
        return sum;
    }

    /** How far the mean square across is from that of another, of itself. */
    double squareMoved(EvolvedLaw other) {
        double own = Arrays.stream(square).sum();
        return Math.abs(Arrays.stream(other.square).sum() - own) / Math.abs(own);
    }

    /** The mass beyond |y| = reach, judged by the relaxed variance. */
    double massBeyond(double reach) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(mass[i]) * Erf.erfc(reach / Math.sqrt(2.0 * line.squareAcross(folded(x[i]))));
        }
        return sum;
    }

    /** At the centres of cells, as of a stationary law. */
    @Override
    public Optional<Density> density() {
        Axis along = grid.axis().cells(output.nx());
        Axis across = Truncation.across(setting.atFirstOrder(), grid.axis().from(), grid.axis().to(),
                new ArrayList<>()).cells(output.ny());
        double[][] values = new double[along.size()][across.size()];
        double[] weights = new double[grid.size()];
        for (int i = 0; i < along.size(); i++) {
            grid.interpolation(along.centres()[i], weights);
            double s = Math.sqrt(line.squareAcross(folded(along.centres()[i])));
            double[] mode = Arrays.stream(modes).mapToDouble(of -> ScalarProduct.of(weights, of)).toArray();
            double[] oddMode = Arrays.stream(odd.orElse(new double[0][]))
                    .mapToDouble(of -> ScalarProduct.of(weights, of)).toArray();
            for (int j = 0; j < across.size(); j++) {
                double u = across.centres()[j] / s;
                values[i][j] = Math.max(0.0, Math.exp(-0.5 * u * u) / (s * Math.sqrt(2.0 * Math.PI))
                        * (HierarchyLaw.series(mode, u)
                        + ScalarProduct.of(oddMode, BackwardHierarchy.across(u, oddMode.length, 1))));
            }
        }
        return Optional.of(new Density(along.centres(), across.centres(), values));
    }
}
