package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.Committor;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

/** The committor of a valley by the hierarchy: B q = 0, 0 at one place along it and 1 at another, for every y. */
public final class ValleyCommittor {
    private static final int FIRST_POINTS = 20;
    private static final int FIRST_MODES = 5;
    private static final int MOST_POINTS = 240;
    private static final int MOST_MODES = 40;

    private ValleyCommittor() {}

    /**
     * Between {x &lt;= from} and {x &gt;= to}, or why there is none by this method.
     *
     * @param output the cells of the field
     * @param tolerance largest estimated error anywhere along the floor, and at the start
     */
    public static Attempt<Committor> attempt(PlainSetting setting, double from, double to, Resolution output,
            double tolerance) {
        Approach ends = new Approach(from, to, Boundary.ABSORBING, Boundary.ABSORBING);
        Optional<Refusal> refusal = ValleyPassage.refuses(setting).or(() -> ValleyPassage.refuses(setting, ends));
        return refusal.isPresent() ? new Attempt.NotFound<>(refusal.get())
                : Attempt.of(() -> new Attempt.Found<>(between(setting, ends, output, tolerance)));
    }

    private static Committor between(PlainSetting setting, Approach ends, Resolution output, double tolerance) {
        AxisDesign axis = HierarchyPassage.axis(setting, ends);
        int points = FIRST_POINTS;
        int modes = FIRST_MODES;
        Solved before = solved(setting, axis, points, modes);
        double moved = Double.POSITIVE_INFINITY;
        while (points <= MOST_POINTS && modes <= MOST_MODES) {
            points += points / 3;
            modes += Math.max(1, modes / 5);
            Solved now = solved(setting, axis, points, modes);
            moved = Math.max(Math.abs(now.atStart - before.atStart),
                    now.grid.moved(now.q[0], before.grid, before.q[0]));
            if (moved <= tolerance) {
                return new Committor(Measurement.computed(now.atStart, moved + Richardson.ROUNDING),
                        field(setting, ends, output, now));
            }
            before = now;
        }
        throw new NumericsException(String.format(Locale.ROOT, "the committor of the hierarchy has not settled to %.1e"
                + " with %d points and %d modes (%.1e); use the method finite-volume", tolerance, points, modes,
                moved));
    }

    private record Solved(Collocation grid, double[][] q, double atStart) {}

    private static Solved solved(PlainSetting setting, AxisDesign axis, int points, int modes) {
        Collocation grid = Collocation.of(axis, points);
        double[][] q = new BackwardHierarchy(setting, grid, modes, 0, 0.0)
                .solve(new double[modes][grid.size()], 0.0, 1.0);
        return new Solved(grid, q, BackwardHierarchy.at(BackwardHierarchy.weights(setting, grid, modes, 0), q));
    }

    private static Density field(PlainSetting setting, Approach ends, Resolution output, Solved solved) {
        Grid cells = new Grid(
                AxisDesign.uniform(ends.from(), ends.to(), Boundary.ABSORBING, Boundary.ABSORBING).cells(output.nx()),
                Truncation.across(setting.atFirstOrder(), ends.from(), ends.to(), new ArrayList<>())
                        .cells(output.ny()));
        double[] x = cells.x().centres();
        double[] y = cells.y().centres();
        Line line = Line.of(setting);
        boolean ring = setting.domain().along().boundary() == Boundary.PERIODIC;
        double[] along = new double[solved.grid.size()];
        double[] mode = new double[solved.q.length];
        double[][] values = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            solved.grid.interpolation(x[i], along);
            for (int m = 0; m < mode.length; m++) {
                mode[m] = 0.0;
                for (int k = 0; k < along.length; k++) {
                    mode[m] += along[k] * solved.q[m][k];
                }
            }
            double s = Math.sqrt(line.squareAcross(ring ? setting.domain().along().fold(x[i]) : x[i]));
            for (int j = 0; j < y.length; j++) {
                values[i][j] = HierarchyLaw.series(mode, y[j] / s);
            }
        }
        return new Density(x, y, values);
    }
}
