package org.thalweg.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Progress;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SgdDynamics;

/** The particles of the page are those of an ensemble, and go on from where they are when a slider moves. */
class WalkTest {
    private static final Seed SEED = new Seed(24);
    private static final int PARTICLES = 300;

    private static ModelFile ring() throws ModelFileException {
        return ModelFile.read(Path.of("models/degenerate-valley.yaml"));
    }

    @Test
    void anUndisturbedWalkIsThatOfAnEnsembleToTheLastBit() throws ModelFileException {
        Setting setting = ring().setting();
        Walk walk = new Walk(SEED, PARTICLES);
        walk.begin(setting, SgdDynamics.of(setting), setting.domain().along());
        walk.advance(37);
        walk.advance(63);
        double[] places = PackedTest.unpacked((String) walk.look().get("places"));
        List<org.thalweg.trajectory.watch.Path> paths = Ensemble.run(setting, SgdDynamics.of(setting),
                Protocol.atTime(100).recordPaths(PARTICLES, TimeGrid.at(100)), PARTICLES, SEED, 1, Progress.NONE)
                .paths();
        assertEquals(2 * PARTICLES, places.length);
        for (int i = 0; i < PARTICLES; i++) {
            assertEquals(paths.get(i).theta()[0][0], places[i], "x of particle " + i);
            assertEquals(paths.get(i).theta()[1][0], places[PARTICLES + i], "y of particle " + i);
        }
    }

    @Test
    void aSliderThatMovesLeavesThemWhereTheyAre() throws ModelFileException {
        Setting setting = ring().setting();
        Setting hotter = ring().with(Map.of("noise.batch-variance", "4")).setting();
        Walk walk = new Walk(SEED, PARTICLES);
        walk.begin(setting, SgdDynamics.of(setting), setting.domain().along());
        walk.advance(50);
        Object before = walk.look().get("places");
        walk.follow(hotter, SgdDynamics.of(hotter), hotter.domain().along());
        walk.advance(0);
        assertEquals(before, walk.look().get("places"));
    }

    /** eta lambda = 6 at the sharpest place: E y^2 grows 25-fold each step, and everybody is lost, and counted. */
    @Test
    void whoDivergesIsCounted() throws ModelFileException {
        Setting wild = ring().with(Map.of("sgd.learning-rate", "20")).setting();
        Walk walk = new Walk(SEED, PARTICLES);
        walk.begin(wild, SgdDynamics.of(wild), wild.domain().along());
        walk.advance(2000);
        assertEquals(PARTICLES, walk.look().get("lost"));
        assertEquals(0, walk.look().get("left"));
    }

    /** Visits over the range are a density: they sum to one, and no error is negative. */
    @Test
    void visitsAreADensity() throws ModelFileException {
        Setting setting = ring().setting();
        Walk walk = new Walk(SEED, PARTICLES);
        walk.begin(setting, SgdDynamics.of(setting), setting.domain().along());
        for (int k = 0; k < 20; k++) {
            walk.advance(20);
        }
        Map<String, Object> look = walk.look();
        double[] visits = PackedTest.unpacked((String) look.get("visits"));
        double mass = 0.0;
        for (double visit : visits) {
            mass += visit * setting.domain().along().length() / visits.length;
        }
        assertEquals(1.0, mass, 1e-12);
        for (double error : PackedTest.unpacked((String) look.get("error"))) {
            assertTrue(error >= 0.0);
        }
    }
}
