package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.grid.Mirror;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.model.space.Interval;

/**
 * The slowest relaxation rate on a ring (docs/theory/relaxation.md).
 *
 * <p>Without a current around the ring the current of the slowest mode vanishes at two places, and in the arcs between
 * them the mode is that between walls. On a ring that is its own mirror image about the middle of its interval, modes
 * are even or odd: walls at both ends of one half, or ends where the mode vanishes.
 */
final class RingRelaxation {
    /** As in {@link ValleyFloor}: the rounding error of a sum of some thousand terms of order one. */
    private static final double NO_CURRENT = 1e-9;
    /** Rounding of a formula of a dozen operations, at its own and at its image's argument. */
    private static final double SAME = 1e-13;
    /** Places at which evenness is looked for, as in {@link Mirror}. */
    private static final int SAMPLES = 192;
    /** Places where an arc may begin at first: the rate has two minima around the ring, at both ends of both arcs. */
    private static final int BEGINNINGS = 8;
    /** How many cells away the least may lie on cells half as long. */
    private static final int NEARBY = 8;

    private RingRelaxation() {}

    static RelaxationRate of(Line line) {
        Interval ring = line.interval();
        LineQuadrature around = LineQuadrature.over(line, ring.from(), ring.to(), Stretch.NONE, 1);
        if (turns(around)) {
            return RingCurrentRelaxation.of(line);
        }
        if (mirrored(line)) {
            LineWeights coarse = half(line, 1);
            LineWeights fine = half(line, 2);
            return RelaxationRate.slower(
                    RelaxationRate.of(coarse.betweenWalls(), fine.betweenWalls()),
                    RelaxationRate.of(coarse.betweenAbsorbingEnds(), fine.betweenAbsorbingEnds()));
        }
        LineWeights coarse = LineWeights.of(around);
        LineWeights fine = LineWeights.of(LineQuadrature.over(line, ring.from(), ring.to(), Stretch.NONE, 2));
        Beginning rough = lowest(coarse, anywhere(coarse), coarse.cells() / BEGINNINGS);
        // Every cell is two now: the least lies nearby.
        return RelaxationRate.of(rough.rate(coarse),
                lowest(fine, Beginning.at(fine, 2 * rough.cell()), NEARBY).rate(fine));
    }

    /** True where a current flows around the ring. */
    static boolean turns(Line line) {
        return turns(LineQuadrature.over(line, line.interval().from(), line.interval().to(), Stretch.NONE, 1));
    }

    private static boolean turns(LineQuadrature around) {
        return Math.abs(around.phi(around.cells())) > NO_CURRENT * Math.max(1.0, largest(around));
    }

    private static double largest(LineQuadrature q) {
        double largest = 0.0;
        for (int i = 0; i <= q.cells(); i++) {
            largest = Math.max(largest, Math.abs(q.phi(i)));
        }
        return largest;
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

    /**
     * Where an arc begins, and the rate that it has in common with the rest of the ring. The least of all is the ring's
     * own, by interlacing (the modes with a current that vanishes at the beginning).
     */
    private record Beginning(int cell, SlowestMode.Value value) {
        static Beginning at(LineWeights ring, int cell) {
            int within = Math.floorMod(cell, ring.cells());
            return new Beginning(within, common(ring, within));
        }

        Beginning orLower(Beginning other) {
            return other.value.log() < value.log() ? other : this;
        }

        /**
         * With its error: the true beginning lies up to half a cell away, and by a parabola an eighth of the larger
         * step at most is missed.
         */
        SlowestMode.Value rate(LineWeights ring) {
            double before = at(ring, cell - 1).value.log();
            double after = at(ring, cell + 1).value.log();
            return new SlowestMode.Value(
                    value.log(), value.error() + 0.25 * (Math.max(before, after) - value.log()));
        }
    }

    private static Beginning anywhere(LineWeights ring) {
        Beginning least = Beginning.at(ring, 0);
        for (int k = 1; k < BEGINNINGS; k++) {
            least = least.orLower(Beginning.at(ring, k * Math.max(1, ring.cells() / BEGINNINGS)));
        }
        return least;
    }

    /** From a beginning down, by smaller and smaller steps to either side. */
    private static Beginning lowest(LineWeights ring, Beginning from, int firstStep) {
        Beginning least = from;
        int step = Math.max(1, firstStep);
        while (step > 1) {
            step = (step + 1) / 2;
            for (int cell : new int[] {least.cell() - step, least.cell() + step}) {
                least = least.orLower(Beginning.at(ring, cell));
            }
        }
        return least;
    }

    /** The rate of the arc from a cell on whose rate, falling with its length, is that of the rest, which rises. */
    private static SlowestMode.Value common(LineWeights ring, int from) {
        int low = 1;
        int high = ring.cells() - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            boolean faster = ring.arc(from, middle).aboutBetweenWalls()
                    > ring.arc(from + middle, ring.cells() - middle).aboutBetweenWalls();
            low = faster ? middle : low;
            high = faster ? high : middle;
        }
        SlowestMode.Value[] own = {ring.arc(from, low).betweenWalls(), ring.arc(from, high).betweenWalls()};
        double[] difference = {
            own[0].log() - ring.arc(from + low, ring.cells() - low).betweenWalls().log(),
            own[1].log() - ring.arc(from + high, ring.cells() - high).betweenWalls().log()};
        double share = Math.max(0.0, Math.min(1.0, difference[0] / (difference[0] - difference[1])));
        return new SlowestMode.Value(own[0].log() + share * (own[1].log() - own[0].log()),
                Math.max(own[0].error(), own[1].error()));
    }
}
