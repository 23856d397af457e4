package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.Refinement;
import org.thalweg.fokkerplanck.linear.KrylovFlow;
import org.thalweg.fokkerplanck.linear.Resolvent;
import org.thalweg.fokkerplanck.truncation.SpreadRange;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The law of a valley at times after a start at a point, by the hierarchy: exp(t B^T) w, w the weights by which a
 * function is known at the start, B the backward operator. A point is no sum of polynomials, but its weights are exact
 * for all of them, and what is smooth by the first time is found to all digits (docs/theory/evolution.md). No time
 * steps ({@link KrylovFlow}).
 */
public final class ValleyEvolution {
    private static final double ERROR_IN_TIME = 1e-9;
    private static final Refinement REFINEMENT = new Refinement(32, 6, 170, 30, 70);

    private ValleyEvolution() {}

    /**
     * The laws, or why there are none by this method.
     *
     * @param times positive, increasing
     * @param output the cells of the plane that densities are given on
     * @param tolerance largest estimated int |error| of a marginal
     */
    public static Attempt<List<DensitySolution>> attempt(PlainSetting setting, List<Double> times, Resolution output,
            double tolerance) {
        Optional<Refusal> refusal = refuses(setting);
        return refusal.isPresent() ? new Attempt.NotFound<>(refusal.get())
                : Attempt.of(() -> on(setting, times, output, tolerance));
    }

    private static Optional<Refusal> refuses(PlainSetting setting) {
        Optional<Refusal> refusal = ValleyHierarchy.refusesValley(setting);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!setting.surface().geometry().planar()) {
            return Optional.of(new Refusal("laws in time by the hierarchy need one sharp direction; use the method"
                    + " finite-volume"));
        }
        if (setting.startDistribution().isPresent()) {
            return Optional.of(new Refusal("laws in time by the hierarchy begin at a point, not at a distribution; use"
                    + " the method finite-volume"));
        }
        return Optional.empty();
    }

    private static Attempt<List<DensitySolution>> on(PlainSetting setting, List<Double> times, Resolution output,
            double tolerance) {
        AxisDesign along = SpreadRange.axes(setting.atFirstOrder(), times.get(times.size() - 1), new ArrayList<>())[0];
        boolean ring = along.lower() == Boundary.PERIODIC;
        Interval domain = setting.domain().along();
        AxisDesign axis = ring ? along : new AxisDesign(along.from(), along.to(), along.lower(), along.upper(),
                ValleyRange.stretch(setting, new Interval(along.from(), along.to(), Boundary.OPEN),
                        !domain.bounded()));
        Optional<Refusal> refusal = ValleyHierarchy.kink(setting.surface().geometry().shape().orElseThrow(),
                axis.from(), axis.to()).or(() -> ValleyCoefficients.refuses(setting,
                        Collocation.of(axis, REFINEMENT.firstPoints())));
        if (refusal.isPresent()) {
            return new Attempt.NotFound<>(refusal.get());
        }
        Interval shown = domain.bounded() ? domain : new Interval(axis.from(), axis.to(), Boundary.OPEN);
        Refinement.Settled<List<EvolvedLaw>> settled = REFINEMENT.until(tolerance,
                (points, modes) -> laws(setting, axis, points, modes, times, output), ValleyEvolution::moved);
        int points = settled.size().points();
        int modes = settled.size().modes();
        return settled.reached()
                ? found(setting, settled.before(), settled.now(), shown, tolerance, String.format(Locale.ROOT,
                "%d points along, %d even modes across; the last refinement moved a marginal by %.1e", points, modes,
                settled.moved()))
                : new Attempt.NotFound<>(new NumericsException(String.format(Locale.ROOT, "laws in time by the"
                + " hierarchy have not settled to %.1e with %d points and %d modes (%.1e): the law is still narrow at"
                + " the first time, or the start far across; give later times, or use the method finite-volume",
                tolerance, points, modes, settled.moved())));
    }

    private static double moved(List<EvolvedLaw> before, List<EvolvedLaw> now) {
        double moved = 0.0;
        for (int k = 0; k < now.size(); k++) {
            moved = Math.max(moved, now.get(k).distance(before.get(k)));
        }
        return Double.isNaN(moved) ? Double.POSITIVE_INFINITY : moved;
    }

    private static Attempt<List<DensitySolution>> found(PlainSetting setting, List<EvolvedLaw> before,
            List<EvolvedLaw> now, Interval shown, double tolerance, String note) {
        Interval across = setting.domain().interval(1);
        double reach = Math.min(-across.from(), across.to());
        List<DensitySolution> solutions = new ArrayList<>();
        for (int k = 0; k < now.size(); k++) {
            EvolvedLaw fine = now.get(k);
            EvolvedLaw coarse = before.get(k);
            if (!Double.isInfinite(reach) && fine.massBeyond(Math.max(0.0, reach)) > tolerance) {
                return new Attempt.NotFound<>(new Refusal("y ends at " + reach + ", where mass would lie beyond, and"
                        + " the hierarchy knows no walls across; use the method finite-volume"));
            }
            double error = fine.distance(coarse) + fine.squareMoved(coarse) + ERROR_IN_TIME;
            solutions.add(DensitySolution.of(DensityMethod.HIERARCHY, setting, List.of(coarse, fine), shown,
                    diagnostic -> error, List.of(note)));
        }
        return new Attempt.Found<>(List.copyOf(solutions));
    }

    private static List<EvolvedLaw> laws(PlainSetting setting, AxisDesign axis, int points, int modes,
            List<Double> times, Resolution output) {
        Collocation grid = Collocation.of(axis, points);
        List<double[][]> even = modes(setting, grid, modes, 0, times);
        boolean lopsided = setting.start()[1] != 0.0;
        List<double[][]> odd = lopsided ? modes(setting, grid, modes, 1, times) : List.of();
        List<EvolvedLaw> laws = new ArrayList<>();
        for (int k = 0; k < even.size(); k++) {
            laws.add(new EvolvedLaw(setting, grid, even.get(k), lopsided ? Optional.of(odd.get(k)) : Optional.empty(),
                    output));
        }
        return laws;
    }

    private static List<double[][]> modes(PlainSetting setting, Collocation grid, int modes, int parity,
            List<Double> times) {
        Resolvent resolvent = tau -> {
            BackwardHierarchy backward = new BackwardHierarchy(setting, grid, modes, parity, 1.0 / tau);
            return w -> {
                backward.solveAdjoint(w);
                for (int k = 0; k < w.length; k++) {
                    w[k] /= tau;
                }
            };
        };
        MassByModes law = new MassByModes(grid);
        return KrylovFlow.forward(resolvent, BackwardHierarchy.weights(setting, grid, modes, parity),
                times.stream().mapToDouble(t -> t).toArray(), ERROR_IN_TIME).stream().map(law::of).toList();
    }
}
