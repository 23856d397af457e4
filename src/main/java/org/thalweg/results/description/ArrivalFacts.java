package org.thalweg.results.description;

import java.util.List;
import java.util.Map;
import org.thalweg.fokkerplanck.Survival;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.FloorCommittor;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.escape.KramersEscape;

/** What the operator of the valley floor says of arrivals: when a share has arrived, by which edge, over a barrier. */
final class ArrivalFacts {
    /** Of a survival function whose quantiles are wanted alone. */
    private static final int TIMES = 40;

    /** Logarithm of a time that is out of anybody's reach, and whose moments are numbers all the same. */
    private static final double LONGEST = 300.0;

    private ArrivalFacts() {}

    /** Adds them for a setting with a flat set; nothing where particles start there, or by a distribution, or never come. */
    static void add(PlainSetting setting, Map<String, Object> facts) {
        if (setting.startDistribution().isPresent() || setting.domain().along().boundary() == Boundary.ABSORBING
                || Approach.arrived(setting) || !(ConvergenceTime.of(setting).logMeanTime() < LONGEST)) {
            return;
        }
        Attempt.settled(() -> Survival.by(DensityMethod.QUADRATURE, setting, Survival.times(setting, TIMES),
                Resolution.DEFAULT).times(setting.clock())).found().ifPresent(law -> quantiles(law, facts));
        Approach approach = Approach.of(setting);
        if (approach.lower() == approach.upper()) {
            facts.put("share that arrives at the upper edge, of the floor",
                    FloorCommittor.of(setting, approach.from(), approach.to()).value());
        }
        KramersEscape escape = KramersEscape.of(setting);
        if (escape.hypotheses().stream().allMatch(Hypothesis::holds)) {
            facts.put("Kramers' escape time (learning time)", escape.meanTime() * setting.clock());
        }
    }

    private static void quantiles(SurvivalFunction law, Map<String, Object> facts) {
        for (double share : List.of(0.1, 0.5, 0.9)) {
            facts.put("time by which " + Math.round(100.0 * share) + " % arrive, of the floor (learning time)",
                    law.quantile(share).value());
        }
    }
}
