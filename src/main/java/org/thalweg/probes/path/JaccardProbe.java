package org.thalweg.probes.path;

import java.util.Optional;
import org.thalweg.probes.face.Between;
import org.thalweg.probes.face.PairProbe;
import org.thalweg.probes.face.Portrait;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.Readings;
import org.thalweg.training.SharedMistakes;

/**
 * Whether two networks make the same mistakes: samples that both put into a wrong class over samples that at least one
 * does. Two solutions share a basin, by the published rule, where that is at least 0.9 on the samples to test on.
 * Without any mistake it is 1.
 */
public final class JaccardProbe extends PairProbe {
    public JaccardProbe() {
        super("jaccard", "train_jaccard", "test_jaccard");
    }

    @Override
    public Optional<String> refuses(ProbePlan plan) {
        return plan.network().samples().haveClasses() ? Optional.empty()
                : Optional.of("samples have targets, and it compares which are put into a wrong class; use labels");
    }

    @Override
    public void measure(Portrait earlier, Portrait later, Between between, Readings readings) {
        readings.add("train_jaccard", SharedMistakes.index(earlier.trainMistakes(), later.trainMistakes()));
        if (between.plan().task().test().isPresent()) {
            readings.add("test_jaccard", SharedMistakes.index(earlier.testMistakes(), later.testMistakes()));
        }
    }
}
