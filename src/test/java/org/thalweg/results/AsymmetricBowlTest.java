package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelText;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.results.claim.Validation;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SgdDynamics;

/** Asymmetric in two directions at once. */
class AsymmetricBowlTest {
    private static PlainSetting setting(String loss) {
        return ModelText.sound(ModelText.of(loss, "{kind: bounded-uniform, half-width: 0.1}")
                .replace("learning-rate: 0.05", "learning-rate: 0.1")
                .replace("start: {x: 1}", "start: {x: 0}")).setting().effective();
    }

    /**
     * Each direction keeps the averaged iterate of its own valley, (eta/2)(c - 1) a within 3 % from c = 5 on, and
     * none at c = 1: three means, the first two to 5 standard errors beside that: 1e-6, the control to 5 as well.
     */
    @Test
    void directionsDoNotKnowOfEachOther() {
        PlainSetting setting = setting("{kind: asymmetric, slope: 0.1, ratio: [10, 5, 1]}");
        assertEquals(List.of("x", "y1", "y2"), setting.surface().coordinates());
        Map<Quantity, Measurement> found = Ensemble.run(setting, SgdDynamics.of(setting), Protocol.atTime(20_000), 256,
                Seed.DEFAULT, 2, Progress.NONE).quantities();
        double[] expected = {0.045, 0.02, 0.0};
        List<Quantity> names = List.of(Quantity.AVERAGED_X, Quantity.averaged("y1"), Quantity.averaged("y2"));
        for (int i = 0; i < 3; i++) {
            Measurement mean = found.get(names.get(i));
            assertEquals(expected[i], mean.value(), 0.03 * expected[i] + 5.0 * mean.standardError(),
                    names.get(i).key());
        }
    }

    /**
     * The detector finds both directions, and theorem 1 holds along each: a thousand cases, gain over bound at
     * least 1.
     */
    @Test
    void theoremOneAlongEachDirection() {
        PlainSetting setting = setting("{kind: asymmetric, slope: [0.1, 0.3], ratio: [10, 5]}");
        List<Judgement> judgements = Validation.of(
                new Laboratory(64, Seed.DEFAULT, 2, Laboratory.SHORT_WINDOW, OptionalDouble.empty()), setting)
                .judge(Progress.NONE).judgements();
        assertEquals(2, judgements.size());
        assertTrue(judgements.stream().allMatch(j -> j.verdict() == Verdict.CONSISTENT), judgements.toString());
    }
}
