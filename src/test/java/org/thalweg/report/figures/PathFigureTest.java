package org.thalweg.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.file.ModelFile;
import org.thalweg.report.drawing.Figure;
import org.thalweg.trajectory.watch.Path;

/** The axis of what moves bears the name that other figures give it. */
class PathFigureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "two-weights | first parameter x",
        "asymmetric-valley | parameter x",
        "degenerate-valley | flatness F(x)"})
    void theAxisIsNamed(String model, String label) throws Exception {
        Path path = new Path(0, new long[] {0, 1}, new double[][] {{1.0, 1.1}, {0.0, 0.0}});
        Figure figure = PathFigure.of(ModelFile.read(java.nio.file.Path.of("models", model + ".yaml")).setting(),
                List.of(path), 0.1);
        assertEquals(label, figure.y().label());
    }
}
