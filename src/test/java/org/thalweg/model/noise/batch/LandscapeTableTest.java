package org.thalweg.model.noise.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.profile.SplineProfile;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;

/** Sums over the data set, read from polynomials. */
class LandscapeTableTest {
    private static final DataSet DATA = DataSet.of(new Seed(0), 64, new DataSet.Spread(0.1, 0.4, 0.3));

    /** Smooth, halved, kinked everywhere; the last place is beyond all panels. */
    @ParameterizedTest
    @ValueSource(strings = {"1 + 0.5*cos(x)", "1 + 0.5*tanh(20*x)", "1 + abs(x)"})
    void severalPlacesAreReadLikeOneToTheBit(String flatness) {
        ValleyShape shape = ModelText.sound(ModelText.of("{kind: valley, flatness: \"" + flatness + "\"}",
                "{kind: isotropic, batch-variance: 1}")).setting().surface().geometry().shape().orElseThrow();
        LandscapeTable table = new LandscapeTable(shape, DATA, -1.0, 0.05);
        LandscapeTable.Reader reader = table.reader();
        LandscapeSums sums = new LandscapeSums(shape, DATA);
        double[] x = {9.0, -1.0, 0.01, 0.3, 0.0101, -0.5, 400.0};
        double[][] means = new double[LandscapeSums.MEANS][x.length];
        // Panels are made in the first round, found in the second, and known to another reader's table in the third.
        for (int round = 0; round < 3; round++) {
            reader = round == 2 ? table.reader() : reader;
            reader.means(x, 1, x.length - 1, means);
            for (int k = 1; k < x.length; k++) {
                double[] one = new double[LandscapeTable.ROWS];
                double[] direct = new double[LandscapeTable.ROWS];
                table.reader().read(x[k], LandscapeSums.MEANS, one);
                sums.at(x[k], direct);
                for (int row = 0; row < LandscapeSums.MEANS; row++) {
                    assertEquals(one[row], means[row][k - 1], "row " + row + " at " + x[k] + ", round " + round);
                    assertEquals(direct[row], one[row], 1e-11 * (1.0 + Math.abs(direct[row])));
                }
            }
        }
    }

    /** A flatness that is no formula: all samples together have no noise, so gradients and their mean agree. */
    @Test
    void measuredProfilesAreSampledAsFormulasAre() {
        int points = 33;
        double[] x = new double[points];
        double[] f = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = -4.0 + 0.25 * i;
            f[i] = 1.0 + 0.5 * Math.cos(x[i]);
        }
        ValleyShape shape = new ValleyShape(Profile.constant(0.0), List.of(SplineProfile.through(x, f, "F")));
        LandscapeTable table = new LandscapeTable(shape, DATA, -2.0, 0.1);
        MiniBatchNoise all = (MiniBatchNoise) ModelText.sound(ModelText.of("{kind: valley, flatness: \"1\"}",
                "{kind: mini-batch, samples: 64, batch: 64, shift: {x: 0.1, y: 0.4}, curvature: 0.3}"))
                .setting().noise();
        double[][] theta = {{-1.2, 0.3, 1.7}, {0.5, -0.2, 1.0}};
        double[][] noise = new double[2][3];
        new MiniBatchKernel(all, shape, DATA, table, 3).sample(theta, 3, new Seed(1).stream(Purpose.OTHER, 0), noise);
        assertArrayEquals(new double[3], noise[0], 1e-11);
        assertArrayEquals(new double[3], noise[1], 1e-11);
    }
}
