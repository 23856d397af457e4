package org.thalweg.fokkerplanck.action;

import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.ItoDiffusion;

/**
 * The path of least action between two points of the plane by the geometric minimum action method [HVE08], for any
 * drift and any tensor D(x, y). With theta = D^-1 (lambda x' - b) / 2, lambda = |b|_D / |x'|_D, the path relaxes as
 *
 * <pre>
 *   dx/ds = lambda^2 x'' - lambda (db + 2 dD theta) x' + 2 D (db^T theta + theta . dD theta) + lambda lambda' x',
 * </pre>
 *
 * the second derivative taken implicitly, points kept at equal distances. Where drift and noise balance in detail it is
 * the string method's path ({@link StringPath}): D^-1 b along x'.
 *
 * @param x of the points, from the first end to the second; not modified
 * @param y of them; not modified
 * @param actions up to each of them; not modified
 * @param action of the whole, extrapolated from this chain and one of half as many pieces
 */
public record MinimumActionPath(double[] x, double[] y, double[] actions, Measurement action) {
    /** Pieces of the finer chain. */
    private static final int PIECES = 256;
    /** Step of the relaxation in units of the inverse square of the steepest drift: it goes with time squared. */
    private static final double STEP = 0.8;
    /** Step of free ends in units of the inverse of the steepest drift. */
    private static final double SLIDE = 0.05;
    /** The action changes less than by this part of itself in {@link #LOOK} steps. */
    private static final double SETTLED = 1e-8;
    private static final int LOOK = 50;
    private static final int MOST_STEPS = 10_000;
    /** Heights of the arcs from which it begins, in lengths of the chord: a straight one may be a ridge of actions. */
    private static final double[] BENDS = {0.0, 0.25, -0.25};
    /** Of the distance of two points, for derivatives by differences. */
    private static final double DIFFERENCE = 1e-5;

    /**
     * The path of least action from one point to another.
     *
     * @param from two coordinates: usually a minimum
     * @param to two coordinates: usually a saddle; beyond it the path falls at no cost
     * @throws NumericsException where it is not found
     */
    public static MinimumActionPath between(ItoDiffusion diffusion, double[] from, double[] to) {
        return between(diffusion, new PathEnd.At(from), new PathEnd.At(to), from, Progress.NONE);
    }

    /**
     * The path of least action from one point or region to another: on the boundary of a region it begins or ends where
     * the action is least, D^-1 (lambda x' - b) having nothing along the boundary there.
     *
     * @param near a point from which the ends are looked for
     * @param progress told now and then
     */
    public static MinimumActionPath between(ItoDiffusion diffusion, PathEnd first, PathEnd second, double[] near,
            Progress progress) {
        double[] to = second.seenFrom(near);
        double[] from = first.seenFrom(to);
        to = second.seenFrom(from);
        Relaxed best = null;
        double least = Double.POSITIVE_INFINITY;
        // The last chain has twice the points.
        double share = 1.0 / (BENDS.length + 2.0);
        for (int b = 0; b < BENDS.length; b++) {
            int done = b;
            Relaxed path = relaxed(diffusion, Chain.arc(from, to, BENDS[b], PIECES / 2), first, second,
                    of -> progress.done(share * (done + of)));
            double action = Chain.last(new GeometricAction(diffusion).along(path.x(), path.y()));
            // Of equal ones, mirror images, the first.
            if (action < least * (1.0 - 1e-6)) {
                least = action;
                best = path;
            }
        }
        if (best == null) {
            throw new NumericsException("no path of finite action from (" + from[0] + ", " + from[1] + ") to (" + to[0]
                    + ", " + to[1] + "); choose ends where drift and noise are finite");
        }
        Relaxed fine = relaxed(diffusion, Chain.spaced(best.x(), best.y(), PIECES), first, second,
                of -> progress.done(share * (BENDS.length + 2.0 * of)));
        double left = best.left() + fine.left();
        if (!Double.isFinite(left)) {
            throw new NumericsException("the path of least action from (" + from[0] + ", " + from[1] + ") to (" + to[0]
                    + ", " + to[1] + ") has not settled in " + MOST_STEPS + " steps; choose ends nearer to each other");
        }
        double[] actions = new GeometricAction(diffusion).along(fine.x(), fine.y());
        double change = Chain.last(actions) - least;
        return new MinimumActionPath(fine.x(), fine.y(), actions, Measurement.computed(
                Chain.last(actions) + change / 3.0, Math.abs(change) + left + SETTLED * Chain.last(actions)));
    }

    /**
     * A chain.
     *
     * @param left about how far its action still is from where it goes: 0 where it has settled, infinite where its last
     *     changes do not become smaller
     */
    private record Relaxed(double[] x, double[] y, double left) {}

    /** Digits of the action are settled one after the other, each in about as many steps. */
    private static Relaxed relaxed(ItoDiffusion diffusion, double[][] start, PathEnd first, PathEnd second,
            Progress progress) {
        GeometricAction action = new GeometricAction(diffusion);
        double[][] path = start;
        double before = Double.POSITIVE_INFINITY;
        double left = Double.POSITIVE_INFINITY;
        double change = Double.POSITIVE_INFINITY;
        PathStep step = new PathStep(diffusion, DIFFERENCE);
        double steepest = step.steepest(path);
        for (int k = 1; k <= MOST_STEPS; k++) {
            double[][] moved = step.moved(path, STEP / (steepest * steepest));
            step.slide(path, moved, SLIDE / steepest, first, second);
            path = Chain.spaced(moved[0], moved[1], path[0].length - 1);
            if (k % LOOK == 0) {
                double now = Chain.last(action.along(path[0], path[1]));
                if (Math.abs(now - before) <= SETTLED * now) {
                    progress.done(1.0);
                    return new Relaxed(path[0], path[1], 0.0);
                }
                if (!Double.isFinite(now)) {
                    throw new NumericsException("a path of least action ran to where drift or noise are no numbers;"
                            + " choose ends nearer to each other");
                }
                if (Double.isFinite(before)) {
                    double last = Math.abs(now - before);
                    // The rest of a geometric series.
                    left = last < change ? last * last / (change - last) : Double.POSITIVE_INFINITY;
                    change = last;
                    double digits = Math.log(last / now) / Math.log(SETTLED);
                    progress.done(Math.max(digits, (double) k / MOST_STEPS));
                }
                before = now;
                steepest = step.steepest(path);
            }
        }
        return new Relaxed(path[0], path[1], left);
    }
}
