package org.thalweg.report.figures.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.file.ModelFile;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.face.Reading;

/** A band of errors is drawn where there are errors. */
class SpectralDensityFigureTest {
    private static int layers(double error) throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (int k = 1; k <= 3; k++) {
            readings.add(new Reading("", null, "density_place", k, 0.1 * k, 0.0));
            readings.add(new Reading("", null, "spectral_density", k, 1.0 + k, error));
        }
        ProbeRunner.AtPoint point = new ProbeRunner.AtPoint(new Checkpoints.Entry(0, 0, 0, 0.0), readings);
        return SpectralDensityFigure.of(ModelFile.read(Path.of("models", "two-weights.yaml")).setting(),
                List.of(point)).orElseThrow().layers().size();
    }

    @Test
    void exactDensitiesHaveNoBand() throws Exception {
        assertEquals(2, layers(0.1));
        assertEquals(1, layers(0.0));
    }
}
