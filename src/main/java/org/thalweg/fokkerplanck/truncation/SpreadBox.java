package org.thalweg.fokkerplanck.truncation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartDistribution;

/**
 * The rectangle of a plane that is no valley for a law in time which begins outside of where the stationary one lies:
 * what the largest diffusion and drift within it reach from the start, and no more than the loss at the start allows.
 */
final class SpreadBox {
    /** Gaussian mass beyond 8 standard deviations is 1e-15. */
    private static final double DEVIATIONS = 8.0;
    /** Cells along a side in which a drift v carries a law spread it as a diffusion of v times half a cell would. */
    private static final double CELLS = 192.0;
    /** What cells spread beyond 5 deviations, less than 1e-6, does not count as mass against an end. */
    private static final double OF_CELLS = 5.0;
    private static final int SAMPLES = LowestAlong.SAMPLES;
    private static final int ITERATIONS = 60;
    /** Far less than the margin of the deviations. */
    private static final double SETTLED = 1e-3;

    private SpreadBox() {}

    /** The rectangle up to a time: the stationary one where all start in it. {@code notes} is modified. */
    static Interval[] of(PlainSetting setting, double time, List<String> notes) {
        List<String> said = new ArrayList<>();
        Interval[] stationary = SublevelBox.of(setting, said);
        if (starts(setting).stream().allMatch(at -> stationary[0].contains(at[0]) && stationary[1].contains(at[1]))) {
            notes.addAll(said);
            return stationary;
        }
        double loss = starts(setting).stream().mapToDouble(setting.surface()::value).max().orElseThrow();
        Interval[] most = SublevelBox.above(setting, loss, said);
        Interval[] box = new Interval[2];
        for (int i = 0; i < 2; i++) {
            double spread = Truncation.startSpread(setting, i);
            box[i] = spread > 0.0 ? within(most[i], setting.start()[i] - spread, setting.start()[i] + spread)
                    : around(setting.start()[i], most[i]);
        }
        for (int turn = 0; turn < ITERATIONS; turn++) {
            Interval[] next = grown(setting, most, box, time);
            boolean settled = true;
            for (int i = 0; i < 2; i++) {
                settled &= next[i].length() <= (1.0 + SETTLED) * box[i].length();
            }
            box = next;
            if (settled) {
                notes.add(String.format(Locale.ROOT, "the start lies outside of the stationary law: solved on [%.5g,"
                        + " %.5g] x [%.5g, %.5g], which is as far as it comes by t = %s", box[0].from(), box[0].to(),
                        box[1].from(), box[1].to(), time));
                return box;
            }
        }
        notes.addAll(said);
        return most;
    }

    private static List<double[]> starts(PlainSetting setting) {
        return setting.startDistribution().map(law -> law.nodes().stream().map(StartDistribution.Node::at).toList())
                .orElseGet(() -> List.of(setting.start()));
    }

    private static Interval[] grown(PlainSetting setting, Interval[] most, Interval[] box, double time) {
        double[] diffusion = new double[2];
        double[] up = new double[2];
        double[] down = new double[2];
        double[] drift = new double[2];
        double[][] tensor = new double[2][2];
        for (int k = 0; k <= SAMPLES; k++) {
            for (int m = 0; m <= SAMPLES; m++) {
                double[] at = {LowestAlong.place(box[0], k), LowestAlong.place(box[1], m)};
                setting.diffusion().drift(at, drift);
                setting.diffusion().diffusionTensor(at, tensor);
                for (int i = 0; i < 2; i++) {
                    diffusion[i] = Math.max(diffusion[i], tensor[i][i]);
                    up[i] = Math.max(up[i], drift[i]);
                    down[i] = Math.max(down[i], -drift[i]);
                }
            }
        }
        Interval[] next = new Interval[2];
        for (int i = 0; i < 2; i++) {
            double ofCells = 0.5 * Math.max(up[i], down[i]) * box[i].length() / CELLS;
            double spread = Truncation.startSpread(setting, i) + Math.max(
                    DEVIATIONS * Math.sqrt(2.0 * diffusion[i] * time),
                    OF_CELLS * Math.sqrt(2.0 * (diffusion[i] + ofCells) * time));
            next[i] = within(most[i], setting.start()[i] - spread - down[i] * time,
                    setting.start()[i] + spread + up[i] * time);
        }
        return next;
    }

    /** About a point: a tiny part of what is allowed, to begin with. */
    private static Interval around(double start, Interval most) {
        double near = 1e-6 * most.length();
        return within(most, start - near, start + near);
    }

    private static Interval within(Interval most, double from, double to) {
        return new Interval(Math.max(most.from(), from), Math.min(most.to(), to), most.boundary());
    }
}
