package org.thalweg.theory.escape;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.FlatSet;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.floor.FloorEquation;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;

/**
 * The mean time to escape from a well of the valley floor over a barrier to the flat set
 * (docs/theory/convergence-time.md). With phi = int A/D_xx, a the bottom of the well (phi largest) and b the top of the
 * barrier,
 *
 * <pre>{@code T = 2 pi / (D_xx(a) sqrt(-phi''(a) phi''(b))) exp(phi(a) - phi(b))}</pre>
 *
 * <p>Rates over several barriers add up. Asymptotic in the height of the barrier, phi(a) - phi(b): the relative error
 * is that of two integrals by the method of Laplace, of which {@link #correction} is the next term.
 */
public final class KramersEscape {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("Kramers escape",
            "T = 2 pi exp(phi_a - phi_b) / (D_xx sqrt(|phi_a''| phi_b'')) over a barrier of the valley floor",
            Theorem.Standing.ASYMPTOTIC, "Gar09", "convergence-time.md");

    /** Least height of a barrier: the exact time exceeds that of a walk without barrier some hundredfold. */
    private static final double HIGH = 5.0;
    /** Largest climb from the start to the bottom of the well: less than the noise does on its own. */
    private static final double CLIMB = 1.0;
    private static final int CELLS = 4096;
    /** Step of the derivatives of phi' relative to the approach: those of order three are good to 1e-4. */
    private static final double STEP = 1e-3;

    private final FloorEquation equation;
    private final double start;
    private final List<Way> ways = new ArrayList<>();
    private final double bottom;
    private final double bottomPhi;
    private final double climb;
    private final double span;

    /** From the start to one edge of the flat set: the points of a grid and phi there. */
    private record Way(double[] x, double[] phi) {
        int highest(int from, int to) {
            int best = from;
            for (int i = from; i <= to; i++) {
                best = phi[i] > phi[best] ? i : best;
            }
            return best;
        }

        /** The top of the barrier: where phi is least. */
        int top() {
            int top = 0;
            for (int i = 0; i < phi.length; i++) {
                top = phi[i] < phi[top] ? i : top;
            }
            return top;
        }

        boolean inside(int i) {
            return i > 0 && i < phi.length - 1;
        }
    }

    private KramersEscape(FloorDiffusion floor, PassageInterval interval, double start) {
        this.equation = new FloorEquation(floor, 0.0, 1.0);
        this.start = start;
        this.span = interval.right() - interval.left();
        List<Way> all = List.of(way(interval.left()), way(interval.right()));
        double best = start;
        double bestPhi = all.get(0).phi[0];
        double steepest = 0.0;
        for (int side = 0; side < 2; side++) {
            Way way = all.get(side);
            boolean target = side == 0 ? interval.leftIsTarget() : interval.rightIsTarget();
            int end = target ? way.top() : way.phi.length - 1;
            int i = way.highest(0, end);
            if (way.phi[i] > bestPhi) {
                best = way.x[i];
                bestPhi = way.phi[i];
                steepest = climb(way, i);
            }
            if (target) {
                ways.add(way);
            }
        }
        this.bottom = best;
        this.bottomPhi = bestPhi;
        this.climb = steepest;
    }

    /**
     * The escape of a valley from its start to its flat set; refuses other surfaces and settings without a flat set.
     */
    public static KramersEscape of(PlainSetting setting) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        FlatSet flatSet = setting.flatSet().orElseThrow(() -> new Refusal(
                "'" + setting.name() + "' has no flat set to escape to; add 'converged: {flatness: ...}'"));
        double start = setting.start()[0];
        return new KramersEscape(floor, PassageInterval.around(start, floor, flatSet), start);
    }

    private Way way(double end) {
        double[] x = new double[CELLS + 1];
        double[] phi = new double[CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            x[i] = start + (end - start) * i / CELLS;
            phi[i] = equation.logWeight(x[i]) + Math.log(equation.diffusion(x[i]));
        }
        return new Way(x, phi);
    }

    /** How far phi falls on the way from the start to a point. */
    private static double climb(Way way, int to) {
        double highest = way.phi[0];
        double climb = 0.0;
        for (int i = 0; i <= to; i++) {
            highest = Math.max(highest, way.phi[i]);
            climb = Math.max(climb, highest - way.phi[i]);
        }
        return climb;
    }

    /** What must hold for the time to be meant. */
    public List<Hypothesis> hypotheses() {
        double least = Double.POSITIVE_INFINITY;
        boolean smooth = !ways.isEmpty() && slope(1, bottom) < 0.0;
        for (Way way : ways) {
            int top = way.top();
            least = Math.min(least, bottomPhi - way.phi[top]);
            smooth &= way.inside(top) && slope(1, way.x[top]) > 0.0;
        }
        return List.of(
                new Hypothesis("a smooth well and a smooth barrier before every edge of the flat set", smooth,
                        ways.size() + " edges"),
                new Hypothesis("the barrier is " + HIGH + " temperatures high or more",
                        !ways.isEmpty() && least >= HIGH, "height " + Hypotheses.format(least)),
                new Hypothesis("the start lies in the well", climb <= CLIMB, "climb " + Hypotheses.format(climb)));
    }

    /** The mean time, in learning time; meaningless outside {@link #hypotheses}. */
    public double meanTime() {
        double rate = 0.0;
        for (Way way : ways) {
            rate += rate(way);
        }
        return 1.0 / rate;
    }

    private double rate(Way way) {
        int top = way.top();
        return equation.diffusion(bottom) * Math.sqrt(Math.max(0.0, -slope(1, bottom) * slope(1, way.x[top])))
                / (2.0 * Math.PI) * Math.exp(way.phi[top] - bottomPhi);
    }

    /**
     * The next term of both integrals relative to T, in absolute value, for the barrier with the largest: of int
     * exp(-f) about a minimum of f it is -f''''/(8 f''^2) + 5 f'''^2/(24 f''^3).
     */
    public double correction() {
        double most = 0.0;
        for (Way way : ways) {
            most = Math.max(most, Math.abs(laplace(way.x[way.top()], 1.0)));
        }
        return most + Math.abs(laplace(bottom, -1.0));
    }

    private double laplace(double x, double sign) {
        double second = sign * slope(1, x);
        double third = sign * slope(2, x);
        double fourth = sign * slope(3, x);
        return -fourth / (8.0 * second * second) + 5.0 * third * third / (24.0 * second * second * second);
    }

    /** A derivative of phi' = A/D_xx, by central differences. */
    private double slope(int order, double x) {
        double h = STEP * span;
        double[] f = new double[5];
        for (int i = 0; i < 5; i++) {
            double at = x + (i - 2) * h;
            f[i] = equation.drift(at) / equation.diffusion(at);
        }
        return switch (order) {
            case 1 -> (8.0 * (f[3] - f[1]) - (f[4] - f[0])) / (12.0 * h);
            case 2 -> (f[3] - 2.0 * f[2] + f[1]) / (h * h);
            default -> (0.5 * (f[4] - f[0]) - (f[3] - f[1])) / (h * h * h);
        };
    }
}
