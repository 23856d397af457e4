package org.thalweg.report.figures.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.file.ModelFile;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.face.Reading;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.PointLayer;

/** Which points have a mark of their own. */
class SpectrumFigureTest {
    private static ProbeRunner.AtPoint point(int repeat, int checkpoint, double time, double... eigenvalues) {
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < eigenvalues.length; k++) {
            readings.add(new Reading("", null, "eigenvalue", k + 1, eigenvalues[k], 0.0));
        }
        return new ProbeRunner.AtPoint(new Checkpoints.Entry(repeat, checkpoint, checkpoint, time), readings);
    }

    private static Figure figure(ProbeRunner.AtPoint... points) throws Exception {
        return SpectrumFigure.of(ModelFile.read(Path.of("models", "two-weights.yaml")).setting(), List.of(points))
                .orElseThrow();
    }

    private static List<String> names(Figure figure) {
        return figure.layers().stream().map(layer -> ((PointLayer) layer).name()).toList();
    }

    /** Lanczos' method begins elsewhere in each repeat, and the last digits differ. */
    @Test
    void repeatsOfOneStartShareAMark() throws Exception {
        Figure figure = figure(point(0, 0, 0.0, 6.0, 2.0), point(0, 5, 10.0, 3.0, 1.0),
                point(1, 0, 0.0, 6.0 + 1e-14, 2.0), point(1, 5, 10.0, 3.1, 1.0));
        assertEquals(List.of("2 repeats, t = 0", "repeat 0, t = 10", "repeat 1, t = 10"), names(figure));
        assertTrue(!figure.subtitle().contains("points"), figure.subtitle());
    }

    @Test
    void startsOfTheirOwnHaveMarksOfTheirOwn() throws Exception {
        assertEquals(List.of("repeat 0, t = 0", "repeat 1, t = 0"),
                names(figure(point(0, 0, 0.0, 6.0, 2.0), point(1, 0, 0.0, 6.0, 2.1))));
    }

    @Test
    void pointsThatFindNoPlaceAreCounted() throws Exception {
        Figure figure = figure(point(0, 0, 0.0, 6.0), point(0, 1, 1.0, 5.0), point(0, 2, 2.0, 4.0),
                point(0, 3, 3.0, 3.0), point(0, 4, 4.0, 2.0), point(0, 5, 5.0, 1.0), point(1, 0, 0.0, 6.0));
        assertEquals(5, figure.layers().size());
        assertTrue(figure.subtitle().endsWith("; 6 of 7 points"), figure.subtitle());
    }
}
