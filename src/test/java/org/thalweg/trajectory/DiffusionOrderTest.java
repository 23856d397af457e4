package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.DiffusionApproximation;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.formula.Formula;
import org.thalweg.symbolic.Tape;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.SdeExpressions;
import org.thalweg.trajectory.scheme.StepMap;
import org.thalweg.trajectory.scheme.WeakTaylor;

/**
 * How far the diffusions are from literal SGD at a fixed learning time, as the learning rate is halved at fixed C:
 * without sampling, by backward operators of the recursion and of a fine weak-Taylor step of the SDE.
 */
class DiffusionOrderTest {

    /** Substeps of the SDE in one learning rate: its own error is 1/256 of something like the error of second order. */
    private static final int SUBSTEPS = 8;

    private static Setting setting(String model) throws ModelFileException {
        return model.equals("valley")
                ? Models.of("{kind: valley, flatness: \"1/sqrt(1 + x^2/2)\", floor: \"x^2/2\"}",
                        "{kind: power, strength: 0.02, exponent: 1, anisotropy: 2}")
                : Models.of("{kind: formula, value: \"x^2/4 - cos(x)/2 + (y - sin(x)/2)^2/2\"}",
                        "{kind: isotropic, batch-variance: 0.05}");
    }

    private static double error(Setting setting, DiffusionApproximation order, Tape function, int steps, int points) {
        Setting there = setting.withSgd(new Sgd(1.0 / steps).withApproximation(order));
        double[] start = {1.1, 0.4};
        double literal = BackwardOperator.of(SgdDynamics.of(there).written().orElseThrow(), 2.0, points)
                .mean(function, steps, start);
        StepMap sde = WeakTaylor.compose(SdeExpressions.of(there.diffusion()).orElseThrow(),
                1.0 / (SUBSTEPS * steps), Increments.THREE_POINT);
        return BackwardOperator.of(sde, 2.0, points).mean(function, SUBSTEPS * steps, start) - literal;
    }

    @ParameterizedTest
    @CsvSource({"valley", "bent"})
    void theErrorFallsWithTheDeclaredOrder(String model) throws ModelFileException {
        Tape function = Tape.of(2, List.of(Formula.parse("x + y^2", List.of("x", "y"), Map.of()).expression()));
        for (DiffusionApproximation order : DiffusionApproximation.values()) {
            double[] slope = new double[2];
            for (int resolution = 0; resolution < 2; resolution++) {
                int points = 16 + 4 * resolution;
                slope[resolution] = Math.log(error(setting(model), order, function, 20, points)
                        / error(setting(model), order, function, 40, points)) / Math.log(2.0);
            }
            // Interpolation between the points is resolved; 0.05: the next order of the error at these learning rates.
            assertEquals(slope[0], slope[1], 0.02, order.key());
            assertEquals(order.ordinal() + 1.0, slope[1], 0.05 + 0.02, order.key());
        }
    }

    /**
     * On a parabola in closed form: the mean after a time, and the stationary variance. At fixed C both variances
     * are off by O(eta^2), since the variance itself is O(eta); relative to it, as at fixed temperature, neither
     * gains an order.
     */
    @Test
    void onAParabolaInClosedForm() {
        double curvature = 1.5;
        double time = 1.0;
        double[][] errors = new double[2][2];
        for (int halving = 0; halving < 2; halving++) {
            int steps = 100 << halving;
            double h = curvature * time / steps;
            double literal = Math.pow(1.0 - h, steps);
            errors[0][halving] = Math.exp(-curvature * time) - literal;
            errors[1][halving] = Math.exp(-curvature * (1.0 + 0.5 * h) * time) - literal;
            // Var y in units of eta sigma2 / (2 lambda): 1, 1 / (1 + h/2), and literally 1 / (1 - h/2).
            assertEquals(0.5 * h, 1.0 / (1.0 - 0.5 * h) - 1.0, h * h);
            assertEquals(h, 1.0 / (1.0 - 0.5 * h) - 1.0 / (1.0 + 0.5 * h), h * h);
        }
        for (int order = 1; order <= 2; order++) {
            assertEquals(order, Math.log(errors[order - 1][0] / errors[order - 1][1]) / Math.log(2.0), 0.02);
        }
    }
}
