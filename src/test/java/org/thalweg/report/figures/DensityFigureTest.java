package org.thalweg.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.report.drawing.Figure;

/** Of two weights what is empty is left out at every side; a valley keeps its length. */
class DensityFigureTest {
    @ParameterizedTest
    @CsvSource({"two-weights, true", "degenerate-valley, false"})
    void theEmptyIsLeftOut(String model, boolean left) throws Exception {
        Setting setting = ModelFile.read(Path.of("models", model + ".yaml")).setting();
        double[] centres = {0.5, 1.5, 2.5, 3.5, 4.5};
        double[][] values = new double[5][5];
        values[2][3] = 1.0;
        values[3][3] = 0.5;
        Figure figure = DensityFigure.of(setting, "", new Density(centres, centres, values));
        assertEquals(left, figure.x().limits().isPresent());
        assertEquals(left, figure.y().limits().isPresent());
        if (left) {
            assertEquals(2.0, figure.x().limits().orElseThrow().from());
            assertEquals(4.0, figure.x().limits().orElseThrow().to());
            assertEquals(3.0, figure.y().limits().orElseThrow().from());
            assertEquals(4.0, figure.y().limits().orElseThrow().to());
        }
    }
}
