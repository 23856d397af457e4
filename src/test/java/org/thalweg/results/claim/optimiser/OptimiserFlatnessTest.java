package org.thalweg.results.claim.optimiser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;

/** Claim O2 about a ring at a large learning rate, where it is quick. False alarms: 1e-2 of each verdict. */
class OptimiserFlatnessTest {
    private static final Laboratory LABORATORY =
            new Laboratory(512, new Seed(1), 2, Laboratory.SHORT_WINDOW, OptionalDouble.empty());

    private static Setting with(String optimiser) {
        return ModelText.sound(ModelText.SOUND.replace("a: 0.5", "a: 0.3").replace("1.35", "1.2").replace("start:", "optimiser: " + optimiser
                + "\nstart:")).setting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{kind: adam}", "{kind: valley, alpha: -50}",
        "{kind: decentralised, learners: 4, mixing: ring}"})
    void theLawHolds(String optimiser) {
        Setting setting = with(optimiser);
        Setting shared = setting.withNoise(setting.noise().times(setting.sgd().rule().learners()));
        assertEquals(Verdict.CONSISTENT, new OptimiserFlatness().judge(LABORATORY, shared).get(0).verdict());
    }

    /** Steps of plain SGD where those of Adam are asked for: kappa where sqrt(kappa) is claimed. */
    @Test
    void anotherOptimiserIsNoticed() {
        Setting setting = with("{kind: adam}");
        OptimiserFlatness claim = new OptimiserFlatness(s -> s.besidePlainSgd());
        assertEquals(Verdict.REFUTED, claim.judge(LABORATORY, setting).get(0).verdict());
    }

    @Test
    void aRuleWithoutALawIsNotApplicable() {
        assertEquals(Verdict.NOT_APPLICABLE,
                new OptimiserFlatness().judge(LABORATORY, with("{kind: sam}")).get(0).verdict());
    }
}
