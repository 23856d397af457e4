package org.thalweg.fokkerplanck.line;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.thalweg.fokkerplanck.grid.Mirror;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.model.space.Interval;

/**
 * The slowest relaxation rate on a ring (docs/theory/relaxation.md).
 *
 * <p>Without a current around the ring the current of the slowest mode vanishes at two places, and in the arcs between
 * them the mode is that between walls. On a ring that is its own mirror image about the middle of its interval, modes
 * are even or odd: walls at both ends of one half, or ends where the mode vanishes.
 *
 * <p>On any other two arcs with walls between them are as slow as each other, and their modes fit together at both
 * walls. For a first wall s the second one is where both arcs have the same rate. Around the ring that common rate has
 * two minima, one for each name that the two walls have, and both are the ring's own rate; nothing else is stationary
 * but two maxima. With a wall on a ridge of a cold ring the rate is flat to all digits at values in between; how both
 * modes fit together there is not, and its sign says on which side the minimum lies.
 */
final class RingRelaxation {
    /** Rounding of a formula of a dozen operations, at its own and at its image's argument. */
    private static final double SAME = 1e-13;
    /** Places at which evenness is looked for, as in {@link Mirror}. */
    private static final int SAMPLES = 192;
    /** Cells of an arc while the walls are looked for: with eight nodes in each nine digits of a smooth ring's rates. */
    private static final int ROUGH = 64;
    /** ln of the ratio of both rates at which what a step of Newton's still adds is taken from its tangent. */
    private static final double SAME_RATE = 1e-10;
    private static final int MOST_STEPS = 60;
    /** Of the length of the ring: the common rate does not change there to first order. */
    private static final double PLACE = 1e-8;
    /** Of the misfit of both modes at the walls: less is rounding. */
    private static final double FLAT = 1e-12;
    private static final int MOST_EVALUATIONS = 100;

    private final Line around;
    private final double length;
    /** Where both walls were last, from where the ring begins. */
    private double first;
    private double second;

    private RingRelaxation(Line ring) {
        this.around = new OutwardLine(ring, ring.interval().from(), 1);
        this.length = ring.interval().length();
        this.first = 0.0;
        this.second = 0.5 * length;
    }

    static RelaxationRate of(Line line) {
        if (RingCurrentRelaxation.turns(line)) {
            return RingCurrentRelaxation.of(line);
        }
        if (mirrored(line)) {
            LineWeights coarse = half(line, 1);
            LineWeights fine = half(line, 2);
            return RelaxationRate.slower(
                    RelaxationRate.of(coarse.betweenWalls(), fine.betweenWalls()),
                    RelaxationRate.of(coarse.betweenAbsorbingEnds(), fine.betweenAbsorbingEnds()));
        }
        return new RingRelaxation(line).byArcs();
    }

    private static LineWeights half(Line line, int refinement) {
        Interval ring = line.interval();
        double middle = ring.from() + 0.5 * ring.length();
        return LineWeights.of(LineQuadrature.over(line, middle, ring.to(), Stretch.NONE, refinement));
    }

    private static boolean mirrored(Line line) {
        Interval ring = line.interval();
        double middle = ring.from() + 0.5 * ring.length();
        double steepest = 0.0;
        double odd = 0.0;
        boolean even = true;
        for (int i = 0; i < SAMPLES; i++) {
            double offset = 0.5 * ring.length() * (i + 0.5) / SAMPLES;
            double above = line.drift(middle + offset);
            double below = line.drift(middle - offset);
            double diffusion = line.diffusion(middle + offset);
            steepest = Math.max(steepest, Math.abs(above));
            odd = Math.max(odd, Math.abs(above + below));
            even &= Math.abs(diffusion - line.diffusion(middle - offset)) <= SAME * diffusion;
        }
        return even && odd <= SAME * steepest;
    }

    private RelaxationRate byArcs() {
        double excess = fit();
        RelaxationRate rate = RelaxationRate.of(common(1), common(2));
        return new RelaxationRate(rate.log(), rate.relativeError() + excess);
    }

    /** The rate that both arcs have, the walls where they were found. */
    private SlowestMode.Value common(int refinement) {
        Pair pair = new Pair(first, second, Arc.of(LineQuadrature.over(around, first, second, Stretch.NONE, refinement)),
                Arc.of(LineQuadrature.over(around, second, first + length, Stretch.NONE, refinement)));
        return new SlowestMode.Value(pair.log(), pair.error());
    }

    /** Moves the walls to where the common rate is least; gives what ln rate may still be too large. */
    private double fit() {
        List<Pair> pairs = starts();
        for (int i = 1; i < pairs.size(); i++) {
            if (pairs.get(i - 1).misfit() < 0.0 && pairs.get(i).misfit() >= 0.0) {
                return fit(pairs.get(i - 1), pairs.get(i));
            }
        }
        // Everywhere it rises, or falls: minimum and maximum lie where values go against slopes.
        Pair low = pairs.get(0);
        Pair high = pairs.get(1);
        for (int i = 2; i < pairs.size(); i++) {
            if (against(pairs.get(i - 1), pairs.get(i)) > against(low, high)) {
                low = pairs.get(i - 1);
                high = pairs.get(i);
            }
        }
        while (high.first - low.first > PLACE * length) {
            Pair middle = at(0.5 * (low.first + high.first));
            boolean rising = low.misfit() > 0.0;
            if (middle.misfit() > 0.0 != rising) {
                return rising ? fit(middle, high) : fit(low, middle);
            }
            if (against(low, middle) > against(middle, high)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Pair least = low.log() < high.log() ? low : high;
        first = least.first;
        second = least.second;
        return Math.abs(least.slope()) * (high.first - low.first);
    }

    /** How far the common rate goes from one pair to the next against its slope at the first. */
    private static double against(Pair from, Pair to) {
        return (to.log() - from.log()) * -Math.signum(from.misfit());
    }

    /**
     * Once around the ring, from a first wall to itself: first walls where the density is largest. With a wall on a
     * ridge the common rate does not depend on its place, to all digits; within a well it does.
     */
    private List<Pair> starts() {
        LineQuadrature q = LineQuadrature.over(around, first, first + length, ROUGH);
        int n = q.cells();
        NavigableSet<Double> walls = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            double here = q.logDensity(i);
            if (here > q.logDensity(i == 0 ? n - 1 : i - 1) && here >= q.logDensity(i + 1)) {
                walls.add(q.edge(i));
            }
        }
        // Without a drift there may be none.
        double start = walls.isEmpty() ? first : walls.first();
        // Between both names of the same two walls there are one minimum and one maximum.
        walls.add(at(start).second);
        walls.add(start);
        walls.add(start + length);
        return walls.stream().map(this::at).toList();
    }

    /** The rate falls at the first pair and rises at the second one. */
    private double fit(Pair from, Pair to) {
        // Both ends as found before: from another guess the second wall differs in its last digits.
        UnivariateFunction misfit = s -> s == from.first ? from.misfit() : s == to.first ? to.misfit() : at(s).misfit();
        BracketedUnivariateSolver.Interval root = new BracketingNthOrderBrentSolver(
                0.0, PLACE * length, FLAT, 5).solveInterval(MOST_EVALUATIONS, misfit, from.first, to.first);
        boolean left = Math.abs(root.getLeftValue()) < Math.abs(root.getRightValue());
        Pair found = at(left ? root.getLeftAbscissa() : root.getRightAbscissa());
        return Math.abs(found.slope()) * (root.getRightAbscissa() - root.getLeftAbscissa());
    }

    /** Both arcs for a first wall: Newton's method for the second, and a half of what is left where it leads astray. */
    private Pair at(double s) {
        double low = s;
        double high = s + length;
        double t = Math.max(low, Math.min(high, second + s - first));
        Pair pair = null;
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_STEPS; k++) {
            if (!(t > low && t < high) || pair != null && Math.abs(pair.difference()) > 0.5 * before) {
                t = 0.5 * (low + high);
            }
            if (!(t > low && t < high)) {
                // Two neighbouring doubles.
                break;
            }
            before = pair == null ? before : Math.abs(pair.difference());
            pair = new Pair(s, t, rough(s, t), rough(t, s + length));
            if (Math.abs(pair.difference()) <= SAME_RATE) {
                break;
            }
            // A longer arc is slower.
            if (pair.difference() > 0.0) {
                low = t;
            } else {
                high = t;
            }
            t += pair.step();
        }
        first = s;
        second = pair.second;
        return pair;
    }

    private Arc rough(double from, double to) {
        return Arc.of(LineQuadrature.over(around, from, to, ROUGH));
    }

    /**
     * One arc.
     *
     * @param rate with its iteration's error
     * @param logBelow ln of the fall of ln rate for each length that is added below
     * @param logAbove above
     */
    private record Arc(SlowestMode.Value rate, double logBelow, double logAbove) {
        static Arc of(LineQuadrature q) {
            SlowestMode.Ends ends = LineWeights.of(q).betweenWallsThatMove();
            return new Arc(ends.value(), ends.logBelow() + q.logDensity(0), ends.logAbove() + q.logDensity(q.cells()));
        }
    }

    /** The arc from the first wall to the second, and that from the second to the first. */
    private record Pair(double first, double second, Arc up, Arc back) {
        double difference() {
            return up.rate.log() - back.rate.log();
        }

        /** How far the second wall should move. */
        double step() {
            return difference() * Math.exp(-LogIntegral.add(up.logAbove, back.logBelow));
        }

        /** The share of a difference in rates that moving the second wall takes from the first arc. */
        private double share() {
            return 1.0 / (1.0 + Math.exp(back.logBelow - up.logAbove));
        }

        /** ln of the common rate. */
        double log() {
            return up.rate.log() - share() * difference();
        }

        double error() {
            return Math.max(up.rate.error(), back.rate.error()) + difference() * difference();
        }

        /** Positive where the common rate rises with the first wall; zero where both modes are one around the ring. */
        double misfit() {
            return up.logBelow - back.logAbove - up.logAbove + back.logBelow;
        }

        /** The slope of ln of the common rate over the first wall, the second one following. */
        double slope() {
            return (1.0 - share()) * Math.exp(up.logBelow) - share() * Math.exp(back.logAbove);
        }
    }
}
