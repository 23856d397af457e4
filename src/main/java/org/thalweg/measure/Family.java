package org.thalweg.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Many claims at once. The more claims are judged, the likelier one of the true ones is refuted by chance; here the
 * probability that any is, the family-wise rate, stays below a stated one: each claim that chance could refute is
 * judged at an equal share of it (Bonferroni), whatever the dependence between them. The same holds for confidence:
 * with probability 1 - {@link #falseAlarm} every CONSISTENT is right.
 *
 * @param falseAlarm the family-wise rate
 * @param judgements each at its share
 */
public record Family(double falseAlarm, List<Judgement> judgements) {
    /** The family-wise rate of a run. */
    public static final double FALSE_ALARM = 0.01;

    /** An immutable copy. */
    public Family {
        judgements = List.copyOf(judgements);
    }

    /** Judges claims anew, as a family at the rate {@link #FALSE_ALARM}. */
    public static Family of(List<Judgement> judgements) {
        double share = share(exposed(judgements));
        return new Family(FALSE_ALARM, judgements.stream().map(j -> j.at(share)).toList());
    }

    /** The share of {@link #FALSE_ALARM} of each of so many claims that chance could refute. */
    public static double share(long exposed) {
        return FALSE_ALARM / Math.max(1, exposed);
    }

    /** The number of claims that chance could refute. */
    public long exposed() {
        return exposed(judgements);
    }

    private static long exposed(List<Judgement> judgements) {
        return judgements.stream().filter(Judgement::exposedToChance).count();
    }

    /** The rate at which each of them is judged. */
    public double share() {
        return falseAlarm / Math.max(1, exposed());
    }

    /** True where no claim was refuted. */
    public boolean upheld() {
        return judgements.stream().noneMatch(j -> j.verdict() == Verdict.REFUTED);
    }

    /** How often each verdict was given; verdicts that were not given are absent. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        judgements.forEach(j -> counts.merge(j.verdict(), 1L, Long::sum));
        return counts;
    }
}
