package org.thalweg.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.passage.ConvergenceScaling;

/**
 * Convergence times under momentum are those of its diffusion, and a wrong effective learning rate is noticed.
 *
 * <p>The seed is fixed; three judgements carry a sampling error, with 1e-3 false alarms each.
 */
class MomentumValidationTest {
    private static List<Judgement> judge() throws ModelFileException {
        PlainSetting setting = ModelFile.read(Path.of("models/momentum-valley.yaml")).setting().effective();
        Laboratory laboratory = new Laboratory(256, new Seed(1), 2, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
        return new ConvergenceScaling().judge(laboratory, setting);
    }

    private static Judgement named(List<Judgement> all, String id) {
        return all.stream().filter(j -> j.claim().id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void theShippedValleyIsUpheld() throws ModelFileException {
        List<Judgement> all = judge();
        assertEquals(List.of(), all.stream().filter(j -> j.verdict() == Verdict.REFUTED).toList());
        Judgement time = named(all, "C4 convergence time [sgd]");
        assertEquals(Verdict.CONSISTENT, time.verdict());
        // In learning time: a tenth of the 105.6 of the plain SGD that stands for it.
        assertEquals(10.561, time.claim().prediction().value(), 1e-3);
    }

    /** Steps of eta / (1 - beta) with the heavy ball on top, the factor forgotten: ten times too fast. */
    @Test
    void momentumOnTopOfItsEffectiveRateIsRefuted() throws ModelFileException {
        PlainSetting setting = ModelFile.read(Path.of("models/momentum-valley.yaml")).setting().effective();
        Laboratory laboratory = new Laboratory(64, new Seed(1), 2, Laboratory.SHORT_WINDOW, OptionalDouble.empty())
                .simulating(s -> s.withLearningRate(10.0 * s.sgd().learningRate()));
        Judgement time = named(new ConvergenceScaling().judge(laboratory, setting),
                "C4 convergence time [sgd, step to 0]");
        assertEquals(Verdict.REFUTED, time.verdict());
        assertTrue(time.measured().value() < time.claim().prediction().value());
    }
}
