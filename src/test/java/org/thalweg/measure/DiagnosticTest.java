package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;
import org.thalweg.quantity.Quantity;

/** The standard diagnostics of a valley with two sharp directions, F_1 = 2 and F_2 = 8. */
class DiagnosticTest {
    private static final double[] POINT = {3.0, 4.0, -5.0};

    private static List<Diagnostic> standard() {
        LossSurface surface = new Valley(
                new ValleyShape(Profile.constant(0.0), List.of(Profile.constant(2.0), Profile.constant(8.0))));
        return Diagnostic.standard(new Setting("two", "", surface,
                new Domain(List.of(Interval.LINE, Interval.LINE, Interval.LINE)), new AnisotropicNoise(1, 1, 1),
                new Sgd(0.1), POINT, Optional.empty()));
    }

    @Test
    void areNamedAsInTheTables() {
        assertEquals(List.of(Quantity.MEAN_X, Quantity.MEAN_SQUARE_X, Quantity.MEAN_SQUARE_Y, Quantity.MEAN_FLATNESS),
                standard().stream().map(Diagnostic::quantity).toList());
    }

    /** y^2 is summed over the sharp directions; the flatness is the geometric mean of 2 and 8. */
    @Test
    void haveTheirValues() {
        double[] before = POINT.clone();
        double[] expected = {3.0, 9.0, 16.0 + 25.0, 4.0};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], standard().get(i).at(POINT), 1e-14);
        }
        assertEquals(Arrays.toString(before), Arrays.toString(POINT));
    }

    @Test
    void areTheSameOverABlock() {
        double[][] block = {{3.0, -0.3}, {4.0, 0.1}, {-5.0, 7.0}};
        for (Diagnostic diagnostic : standard()) {
            double[] values = diagnostic.bind(2).evaluate(block, 2);
            for (int p = 0; p < 2; p++) {
                assertEquals(diagnostic.at(new double[] {block[0][p], block[1][p], block[2][p]}), values[p]);
            }
        }
    }
}
