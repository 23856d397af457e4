package org.thalweg.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.quantity.Quantity;

/**
 * A function of the state whose mean over a law is worth knowing. Trajectories average it over particles, a density
 * integrates it: one definition, several witnesses.
 */
public interface Diagnostic {
    /** What its mean is. */
    Quantity quantity();

    /** What a mean needs to know of the law: the marginal along x, the spread across, or all of it. */
    enum Dependence {
        /** The function is one of x alone. */
        ALONG,
        /** The function is the sum of the squares of all coordinates across. */
        SQUARE_ACROSS,
        /** Any function of the state. */
        ANY
    }

    /** What the function depends on; a law that does not know so much refuses to average it. */
    default Dependence dependence() {
        return Dependence.ANY;
    }

    /** The absolute value of this one, under the same quantity. */
    default Diagnostic absolute() {
        return new PointwiseDiagnostic(quantity(), theta -> Math.abs(at(theta)), dependence());
    }

    /** The function at a point. */
    double at(double[] theta);

    /** A worker for blocks of up to {@code capacity} points; it may own scratch memory, so use one per thread. */
    DiagnosticKernel bind(int capacity);

    /** The diagnostic of any function of the state, evaluated point by point. */
    static Diagnostic of(Quantity quantity, ToDoubleFunction<double[]> function) {
        return new PointwiseDiagnostic(quantity, function, Dependence.ANY);
    }

    /** The diagnostic of a function of x, evaluated point by point. */
    static Diagnostic along(Quantity quantity, DoubleUnaryOperator function) {
        return new PointwiseDiagnostic(quantity, theta -> function.applyAsDouble(theta[0]), Dependence.ALONG);
    }

    /**
     * The standard diagnostics of a setting: {@code mean_x}, {@code mean_square_x}, {@code mean_square_y} (the sum over
     * all sharp directions; absent in one dimension) and, on a valley, {@code mean_flatness}.
     */
    static List<Diagnostic> standard(Setting setting) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(new Coordinate(Quantity.MEAN_X, 0));
        diagnostics.add(new SumOfSquares(Quantity.MEAN_SQUARE_X, 0, 1, Dependence.ALONG));
        int dimension = setting.surface().dimension();
        if (dimension > 1) {
            diagnostics.add(new SumOfSquares(Quantity.MEAN_SQUARE_Y, 1, dimension, Dependence.SQUARE_ACROSS));
        }
        setting.surface().geometry().shape().ifPresent(shape -> diagnostics.add(new FlatnessDiagnostic(shape)));
        return List.copyOf(diagnostics);
    }

    /**
     * What a density has to say of a setting: the standard diagnostics, and those path quantities of the surface that
     * are time averages of a function of the state.
     */
    static List<Diagnostic> ofLaw(Setting setting) {
        List<Diagnostic> diagnostics = new ArrayList<>(standard(setting));
        setting.surface().pathQuantities().forEach(path ->
                path.averaged().ifPresent(function -> diagnostics.add(new PointwiseDiagnostic(
                        path.quantity(), function,
                        setting.surface().geometry() == Geometry.LINE ? Dependence.ALONG : Dependence.ANY))));
        return List.copyOf(diagnostics);
    }
}
