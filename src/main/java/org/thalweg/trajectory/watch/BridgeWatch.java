package org.thalweg.trajectory.watch;

import java.util.Arrays;
import java.util.List;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.random.RandomStream;
import org.thalweg.trajectory.block.Block;

/**
 * First arrivals of a continuous process of which only the steps are known: between them it is taken for a Brownian
 * motion between its two ends, so that excursions into the flat set are not missed and arrivals have a time within the
 * step. Bound to one thread, used for one block after the other.
 *
 * <p>Each particle still awaited has the two edges of the flat set next to it, beyond the end of a periodic coordinate
 * if need be, and each step is looked at closely only where an edge is within reach of it.
 */
public final class BridgeWatch implements PassageWatch {
    private final BlockMath math = Backend.current();
    private final FlatRegion region;
    private final Interval along;
    private final ItoDiffusion diffusion;
    private final double timeStep;
    /** d0 d1 below which an edge is within reach. */
    private final double reach;
    /** Its root: with both ends of a step farther away than this, an edge is not within reach. */
    private final double margin;
    private final double[] point;
    /** Of the particle in each slot: its last x and the edges next to it; infinite where there is none. */
    private final double[] last = new double[Block.CAPACITY];
    private final double[] below = new double[Block.CAPACITY];
    private final double[] above = new double[Block.CAPACITY];
    /** The edges moved inwards by the margin. */
    private final double[] lower = new double[Block.CAPACITY];
    private final double[] upper = new double[Block.CAPACITY];
    private final boolean[] awaited = new boolean[Block.CAPACITY];
    private final int[] particle = new int[Block.CAPACITY];
    private final int[] near = new int[Block.CAPACITY];
    private final int[] entering = new int[Block.CAPACITY];
    /** Slots that ended a step within the margin, in increasing order: the last step and this one. */
    private int[] closeBefore = new int[Block.CAPACITY];
    private int[] closeNow = new int[Block.CAPACITY];
    private int countBefore;
    private RandomStream random;
    private int count;
    private int pending;
    private boolean fresh;

    private BridgeWatch(Setting setting, FlatRegion region, double timeStep, double reach) {
        this.region = region;
        this.along = setting.domain().along();
        this.diffusion = setting.diffusion();
        this.timeStep = timeStep;
        this.reach = reach;
        this.margin = Math.sqrt(reach);
        this.point = new double[setting.surface().dimension()];
    }

    /** A watch over the flat set of a setting, which must have one. */
    public static BridgeWatch of(Setting setting, double timeStep) {
        FlatRegion region = FlatRegion.of(setting);
        double[] point = new double[setting.surface().dimension()];
        double largest = 0.0;
        for (double[] interval : region.intervals()) {
            for (double edge : interval) {
                point[0] = edge;
                largest = Math.max(largest, setting.diffusion().diffusion(0, point));
            }
        }
        // Twice, for noise that depends on the coordinates across as well.
        return new BridgeWatch(setting, region, timeStep, 2.0 * Bridge.FARTHEST * largest * timeStep);
    }

    @Override
    public void reset(int particles, RandomStream stream) {
        random = stream;
        count = particles;
        pending = particles;
        fresh = true;
        Arrays.setAll(particle, slot -> slot);
        Arrays.fill(awaited, 0, particles, true);
    }

    @Override
    public int look(Block block, long step, Census census) {
        if (block.count() != count) {
            follow(block);
        }
        if (pending == 0) {
            return -1;
        }
        int before = pending;
        double[] x = block.theta()[0];
        int candidates = fresh ? everybody() : withinReach(x);
        for (int i = 0; i < candidates; i++) {
            int slot = near[i];
            double when = fresh ? (region.contains(x[slot]) ? 0.0 : Double.NaN) : touched(block, slot, x[slot]);
            if (Double.isNaN(when)) {
                enclose(slot, x[slot]);
            } else {
                census.arrive(particle[slot], fresh ? step : step - 1 + when);
                release(slot);
            }
        }
        System.arraycopy(x, 0, last, 0, count);
        fresh = false;
        return before - pending;
    }

    private int everybody() {
        Arrays.setAll(near, slot -> slot);
        allClose();
        return count;
    }

    private void allClose() {
        Arrays.setAll(closeBefore, slot -> slot);
        countBefore = count;
    }

    /**
     * Fills {@link #near}: a step is looked at only where one of its ends is within the margin. NaN and particles
     * without edges never are.
     */
    private int withinReach(double[] x) {
        int countNow = math.notBetween(lower, x, upper, count, entering);
        int found = 0;
        int kept = 0;
        int i = 0;
        int j = 0;
        while (i < countNow || j < countBefore) {
            int now = i < countNow ? entering[i] : Integer.MAX_VALUE;
            int before = j < countBefore ? closeBefore[j] : Integer.MAX_VALUE;
            int slot = Math.min(now, before);
            i += now == slot ? 1 : 0;
            j += before == slot ? 1 : 0;
            double under = (last[slot] - below[slot]) * (x[slot] - below[slot]);
            double over = (above[slot] - last[slot]) * (above[slot] - x[slot]);
            boolean within = under < reach || over < reach;
            if (within) {
                near[found++] = slot;
            }
            // Those looked at may get other edges.
            if (within || now == slot) {
                closeNow[kept++] = slot;
            }
        }
        int[] swapped = closeBefore;
        closeBefore = closeNow;
        closeNow = swapped;
        countBefore = kept;
        return found;
    }

    /** When within the last step, as a share of it, the particle touched an edge; NaN where it did not. */
    private double touched(Block block, int slot, double now) {
        if (!Walls.finite(block, slot)) {
            return Double.NaN;
        }
        double moved = now - last[slot];
        if (along.boundary() == Boundary.PERIODIC) {
            moved -= along.length() * Math.rint(moved / along.length());
        }
        block.copyPoint(slot, point);
        double lower = touched(last[slot] - below[slot], last[slot] + moved - below[slot], below[slot]);
        double upper = touched(above[slot] - last[slot], above[slot] - last[slot] - moved, above[slot]);
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            double either = Double.isNaN(lower) ? upper : lower;
            // A step may end inside without an edge in its way: where edges were too close together to be told apart.
            return Double.isNaN(either) && region.contains(now) ? 1.0 : either;
        }
        return Math.min(lower, upper);
    }

    /** The same for one edge, at distances {@code d0} and {@code d1} from the ends. */
    private double touched(double d0, double d1, double edge) {
        if (Double.isInfinite(d0)) {
            return Double.NaN;
        }
        point[0] = along.fold(edge);
        double diffused = diffusion.diffusion(0, point) * timeStep;
        boolean touches = d1 <= 0.0 || diffused > 0.0 && d0 * d1 < Bridge.FARTHEST * diffused
                && random.nextDouble() < Bridge.touches(d0, d1, diffused);
        return touches ? Bridge.time(d0, d1, diffused, random) : Double.NaN;
    }

    /** Looks up the edges next to a point outside the flat set. */
    private void enclose(int slot, double x) {
        below[slot] = Double.NEGATIVE_INFINITY;
        above[slot] = Double.POSITIVE_INFINITY;
        List<double[]> intervals = region.intervals();
        for (double[] interval : intervals) {
            if (interval[1] < x) {
                below[slot] = interval[1];
            } else if (interval[0] > x && Double.isInfinite(above[slot])) {
                above[slot] = interval[0];
            }
        }
        if (along.boundary() == Boundary.PERIODIC && !intervals.isEmpty()) {
            if (Double.isInfinite(below[slot])) {
                below[slot] = intervals.get(intervals.size() - 1)[1] - along.length();
            }
            if (Double.isInfinite(above[slot])) {
                above[slot] = intervals.get(0)[0] + along.length();
            }
        }
        lower[slot] = below[slot] + margin;
        upper[slot] = above[slot] - margin;
    }

    private void release(int slot) {
        below[slot] = Double.NEGATIVE_INFINITY;
        above[slot] = Double.POSITIVE_INFINITY;
        lower[slot] = Double.NEGATIVE_INFINITY;
        upper[slot] = Double.POSITIVE_INFINITY;
        awaited[slot] = false;
        pending--;
    }

    /** Particles have left, and those behind them have moved up. */
    private void follow(Block block) {
        int from = 0;
        pending = 0;
        for (int slot = 0; slot < block.count(); slot++) {
            while (particle[from] != block.particle(slot)) {
                from++;
            }
            particle[slot] = particle[from];
            last[slot] = last[from];
            below[slot] = below[from];
            above[slot] = above[from];
            lower[slot] = lower[from];
            upper[slot] = upper[from];
            awaited[slot] = awaited[from];
            pending += awaited[slot] ? 1 : 0;
        }
        count = block.count();
        allClose();
    }
}
