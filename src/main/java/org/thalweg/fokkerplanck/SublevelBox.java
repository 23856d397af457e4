package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Locale;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;

/**
 * The rectangle around the set where the loss exceeds its minimum by less than {@value #HEIGHT} times the diffusion:
 * where a density like exp(-L / D) is not negligible.
 */
final class SublevelBox {
    /** e^-35 is below 1e-15. */
    private static final double HEIGHT = 35.0;
    /** Samples along each side of a rectangle. */
    private static final int SAMPLES = 64;
    /** Farthest end looked at. */
    private static final double FARTHEST = 1e6;

    private SublevelBox() {}

    /**
     * Finite intervals for both coordinates; finite ones stay. {@code notes} is modified.
     *
     * @throws Refusal where the loss does not rise towards an open end
     */
    static Interval[] of(Setting setting, List<String> notes) {
        Interval[] domain = setting.domain().intervals().toArray(Interval[]::new);
        if (domain[0].bounded() && domain[1].bounded()) {
            return domain;
        }
        for (double size = 1e-3; size < FARTHEST; size *= 1.25) {
            Interval[] box = {clip(domain[0], setting.start()[0], size), clip(domain[1], setting.start()[1], size)};
            if (risesTowards(setting, domain, box)) {
                return tighten(setting, domain, box, notes);
            }
        }
        throw new Refusal("the loss of '" + setting.name() + "' does not rise by " + HEIGHT
                + " D towards every open end; give finite domain.x and domain.y");
    }

    private static Interval clip(Interval domain, double centre, double size) {
        double from = Double.isInfinite(domain.from()) ? centre - size : domain.from();
        double to = Double.isInfinite(domain.to()) ? centre + size : domain.to();
        return new Interval(from, to, domain.boundary());
    }

    /** True where every point of the open sides of the box lies high above the lowest point inside. */
    private static boolean risesTowards(Setting setting, Interval[] domain, Interval[] box) {
        double level = level(setting, box);
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k <= SAMPLES; k++) {
                double other = along(box[1 - i], k);
                if (Double.isInfinite(domain[i].from()) && loss(setting, i, box[i].from(), other) < level
                        || Double.isInfinite(domain[i].to()) && loss(setting, i, box[i].to(), other) < level) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Moves each open side in to the outermost sample below the level, and half a sample out again. */
    private static Interval[] tighten(Setting setting, Interval[] domain, Interval[] box, List<String> notes) {
        double level = level(setting, box);
        Interval[] tight = new Interval[2];
        for (int i = 0; i < 2; i++) {
            int first = SAMPLES;
            int last = 0;
            for (int k = 0; k <= SAMPLES; k++) {
                for (int m = 0; m <= SAMPLES; m++) {
                    if (loss(setting, i, along(box[i], k), along(box[1 - i], m)) < level) {
                        first = Math.min(first, k);
                        last = Math.max(last, k);
                    }
                }
            }
            double from = Double.isInfinite(domain[i].from()) ? along(box[i], Math.max(0, first - 1))
                    : domain[i].from();
            double to = Double.isInfinite(domain[i].to()) ? along(box[i], Math.min(SAMPLES, last + 1)) : domain[i].to();
            tight[i] = new Interval(from, to, domain[i].boundary());
            if (!domain[i].bounded()) {
                notes.add(String.format(Locale.ROOT, "%s truncated to [%.5g, %.5g], where the loss has risen by %.0f D",
                        i == 0 ? "x" : "y", from, to, HEIGHT));
            }
        }
        return tight;
    }

    private static double level(Setting setting, Interval[] box) {
        double lowest = Double.POSITIVE_INFINITY;
        double diffusion = 0.0;
        double[][] tensor = new double[2][2];
        for (int k = 0; k <= SAMPLES; k++) {
            for (int m = 0; m <= SAMPLES; m++) {
                double[] point = {along(box[0], k), along(box[1], m)};
                lowest = Math.min(lowest, setting.surface().value(point));
                setting.diffusion().diffusionTensor(point, tensor);
                diffusion = Math.max(diffusion, Math.max(tensor[0][0], tensor[1][1]));
            }
        }
        return lowest + HEIGHT * diffusion;
    }

    private static double along(Interval side, int k) {
        return side.from() + side.length() * k / SAMPLES;
    }

    private static double loss(Setting setting, int axis, double at, double other) {
        return setting.surface().value(axis == 0 ? new double[] {at, other} : new double[] {other, at});
    }
}
