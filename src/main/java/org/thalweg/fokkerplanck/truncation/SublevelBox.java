package org.thalweg.fokkerplanck.truncation;

import java.util.List;
import java.util.Locale;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The rectangle around the set where the loss exceeds its minimum by less than {@value #HEIGHT} times the diffusion:
 * where a density like exp(-L / D) is not negligible. A trough askew to both axes passes between the samples of a
 * rectangle; what counts at each sample of one coordinate is therefore the lowest loss on the whole line across
 * ({@link LowestAlong}).
 */
final class SublevelBox {
    /** e^-35 is below 1e-15. */
    private static final double HEIGHT = 35.0;
    private static final int SAMPLES = LowestAlong.SAMPLES;
    /** Nearest and farthest end looked at, in units of each coordinate. */
    private static final double NEAREST = 1e-3;
    private static final double FARTHEST = 1e6;
    /** A side that shrinks by more had few samples below the level, and is looked at again. */
    private static final double SHARPLY = 0.25;
    /** Each turn makes a box 16 times smaller: forty decades. */
    private static final int TURNS = 32;

    private SublevelBox() {}

    /**
     * Finite intervals for both coordinates; finite ones stay. {@code notes} is modified.
     *
     * @throws Refusal where the loss does not rise towards an open end
     */
    static Interval[] of(PlainSetting setting, List<String> notes) {
        return above(setting, Double.NEGATIVE_INFINITY, notes);
    }

    /**
     * The same, around the lowest loss or a given one, whichever is higher: what starts there goes down from it, and
     * climbs above it no further than a stationary law above the minimum.
     */
    static Interval[] above(PlainSetting setting, double loss, List<String> notes) {
        Interval[] domain = setting.domain().intervals().toArray(Interval[]::new);
        if (domain[0].bounded() && domain[1].bounded()) {
            return domain;
        }
        Interval[] seen = {asSeenByTheLaw(setting, domain[0], 0), asSeenByTheLaw(setting, domain[1], 1)};
        for (double size = NEAREST; size < FARTHEST; size *= 1.25) {
            Interval[] box = {clip(seen[0], setting.start()[0], size), clip(seen[1], setting.start()[1], size)};
            if (risesTowards(setting, loss, domain, box)) {
                Interval[] tight = tighten(setting, loss, domain, box);
                note(domain, tight, notes);
                return tight;
            }
        }
        throw new Refusal("the loss of '" + setting.name() + "' does not rise by " + HEIGHT
                + " D towards every open end; give finite domain.x and domain.y");
    }

    /** A coordinate in units that fit the law exp(-L / D) on the line through the start. */
    private static Interval asSeenByTheLaw(PlainSetting setting, Interval domain, int i) {
        double[] point = setting.start().clone();
        double[] gradient = new double[2];
        double[][] tensor = new double[2][2];
        return domain.asSeenBy(at -> {
            point[i] = at;
            setting.surface().gradient(point, gradient);
            setting.diffusion().diffusionTensor(point, tensor);
            return -gradient[i] / tensor[i][i];
        }, setting.start()[i]);
    }

    private static Interval clip(Interval domain, double start, double size) {
        double centre = domain.focus(start);
        double reach = size * domain.frame().unit();
        double from = Double.isInfinite(domain.from()) ? centre - reach : domain.from();
        double to = Double.isInfinite(domain.to()) ? centre + reach : domain.to();
        return new Interval(from, to, domain.boundary());
    }

    /** True where every point of the open sides of the box lies high above the lowest point inside. */
    private static boolean risesTowards(PlainSetting setting, double loss, Interval[] domain, Interval[] box) {
        double level = level(setting, loss, box);
        if (Double.isNaN(level)) {
            return false;
        }
        for (int i = 0; i < 2; i++) {
            if (Double.isInfinite(domain[i].from()) && lowest(setting, i, box[i].from(), box[1 - i]) < level
                    || Double.isInfinite(domain[i].to()) && lowest(setting, i, box[i].to(), box[1 - i]) < level) {
                return false;
            }
        }
        return true;
    }

    /**
     * Moves each open side in to the outermost sample below the level, and half a sample out again; once more where few
     * samples were below.
     */
    private static Interval[] tighten(PlainSetting setting, double loss, Interval[] domain, Interval[] box) {
        Interval[] wide = box;
        for (int turn = 0; turn < TURNS; turn++) {
            Interval[] tight = tightened(setting, loss, domain, wide);
            boolean sharply = tight[0].length() < SHARPLY * wide[0].length()
                    || tight[1].length() < SHARPLY * wide[1].length();
            if (!sharply) {
                return tight;
            }
            wide = tight;
        }
        return wide;
    }

    private static Interval[] tightened(PlainSetting setting, double loss, Interval[] domain, Interval[] box) {
        double level = level(setting, loss, box);
        Interval[] tight = new Interval[2];
        for (int i = 0; i < 2; i++) {
            int first = SAMPLES;
            int last = 0;
            for (int k = 0; k <= SAMPLES; k++) {
                if (lowest(setting, i, along(box[i], k), box[1 - i]) < level) {
                    first = Math.min(first, k);
                    last = Math.max(last, k);
                }
            }
            double from = Double.isInfinite(domain[i].from()) ? along(box[i], Math.max(0, first - 1))
                    : domain[i].from();
            double to = Double.isInfinite(domain[i].to()) ? along(box[i], Math.min(SAMPLES, last + 1)) : domain[i].to();
            tight[i] = new Interval(from, to, domain[i].boundary());
        }
        return tight;
    }

    private static void note(Interval[] domain, Interval[] tight, List<String> notes) {
        for (int i = 0; i < 2; i++) {
            if (!domain[i].bounded()) {
                notes.add(String.format(Locale.ROOT, "%s truncated to [%.5g, %.5g], where the loss has risen by %.0f D",
                        i == 0 ? "x" : "y", tight[i].from(), tight[i].to(), HEIGHT));
            }
        }
    }

    private static double level(PlainSetting setting, double loss, Interval[] box) {
        double lowest = Double.POSITIVE_INFINITY;
        double diffusion = 0.0;
        double[][] tensor = new double[2][2];
        for (int k = 0; k <= SAMPLES; k++) {
            lowest = Math.min(lowest, lowest(setting, 0, along(box[0], k), box[1]));
            for (int m = 0; m <= SAMPLES; m++) {
                double[] point = {along(box[0], k), along(box[1], m)};
                setting.diffusion().diffusionTensor(point, tensor);
                diffusion = Math.max(diffusion, Math.max(tensor[0][0], tensor[1][1]));
            }
        }
        return Math.max(lowest, loss) + HEIGHT * diffusion;
    }

    private static double along(Interval side, int k) {
        return LowestAlong.place(side, k);
    }

    /** The lowest loss on the line across at a place of a coordinate. */
    private static double lowest(PlainSetting setting, int axis, double at, Interval across) {
        return LowestAlong.value(other -> loss(setting, axis, at, other), across);
    }

    private static double loss(PlainSetting setting, int axis, double at, double other) {
        return setting.surface().value(axis == 0 ? new double[] {at, other} : new double[] {other, at});
    }
}
