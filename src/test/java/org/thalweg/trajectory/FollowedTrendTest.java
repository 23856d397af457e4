package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Progress;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;

/** The state at one step, with trends that were followed on the way. */
class FollowedTrendTest {
    private static EnsembleResult run(Setting setting, Protocol protocol) {
        return Ensemble.run(setting, SgdDynamics.of(setting), protocol, 300, new Seed(5), 2, Progress.NONE);
    }

    /** Bit by bit the trends of a window, and the averages of the last step. */
    @Test
    void trendsAndAveragesAreThoseOfTheirOwnSteps() throws Exception {
        Setting setting = ModelFile.read(Path.of("models/degenerate-valley.yaml")).setting();
        EnsembleResult window = run(setting, Protocol.window(40, 100, 6));
        EnsembleResult end = run(setting, Protocol.atTime(100));
        EnsembleResult both = run(setting, Protocol.atTime(100).followedOver(new TimeGrid(40, 100, 6)));
        for (Quantity quantity : List.of(Quantity.MEAN_X, Quantity.MEAN_SQUARE_X, Quantity.MEAN_SQUARE_Y,
                Quantity.MEAN_FLATNESS)) {
            assertEquals(window.trend(quantity), both.trend(quantity));
            assertEquals(end.quantities().get(quantity), both.quantities().get(quantity));
            assertNotEquals(window.quantities().get(quantity), both.quantities().get(quantity));
        }
    }
}
