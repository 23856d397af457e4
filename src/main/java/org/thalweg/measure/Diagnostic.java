package org.thalweg.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.model.Setting;

/**
 * A function of the state whose mean over a law is worth knowing. Trajectories average it over particles, a density
 * integrates it: one definition, several witnesses.
 */
public interface Diagnostic {
    /** The name of the mean in CSV files. */
    String quantity();

    /** The function at a point. */
    double at(double[] theta);

    /** A diagnostic from a name and a function. */
    static Diagnostic of(String quantity, ToDoubleFunction<double[]> function) {
        return new Diagnostic() {
            @Override
            public String quantity() {
                return quantity;
            }

            @Override
            public double at(double[] theta) {
                return function.applyAsDouble(theta);
            }
        };
    }

    /**
     * The standard diagnostics of a setting: {@code mean_x}, {@code mean_square_x}, {@code mean_square_y} (the sum over
     * all sharp directions; absent in one dimension) and, on a valley, {@code mean_flatness}.
     */
    static List<Diagnostic> standard(Setting setting) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(of("mean_x", theta -> theta[0]));
        diagnostics.add(of("mean_square_x", theta -> theta[0] * theta[0]));
        if (setting.surface().dimension() > 1) {
            diagnostics.add(of("mean_square_y", Diagnostic::squareAcross));
        }
        setting.surface().valley().ifPresent(
                shape -> diagnostics.add(of("mean_flatness", theta -> shape.flatnessAt(theta[0]))));
        return List.copyOf(diagnostics);
    }

    private static double squareAcross(double[] theta) {
        double sum = 0.0;
        for (int i = 1; i < theta.length; i++) {
            sum += theta[i] * theta[i];
        }
        return sum;
    }
}
