package org.thalweg.report.figures;

import java.util.Locale;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;

/** The parameters of a setting in one line, for subtitles, and what axes call its coordinates. */
public final class SettingLabel {
    private SettingLabel() {}

    /** For example "degenerate-valley: eta = 0.05, sigma2 = 2, kappa = 4, Delta = 0.05". */
    public static String of(Setting setting) {
        StringBuilder label = new StringBuilder(setting.name() + ": \u03b7 = " + number(setting.sgd().learningRate()));
        setting.noise().batchVariance().ifPresent(v -> label.append(", \u03c3\u00b2 = ").append(number(v)));
        setting.noise().anisotropy().ifPresent(v -> label.append(", \u03ba = ").append(number(v)));
        if (setting.sgd().momentum() > 0.0) {
            label.append(", \u03b2 = ").append(number(setting.sgd().momentum()));
        }
        setting.temperature().ifPresent(v -> label.append(", \u0394 = ").append(number(v)));
        return label.toString();
    }

    /** The same with the learning time at which something is looked at. */
    public static String of(Setting setting, double time) {
        return of(setting) + ", t = " + number(time);
    }

    /** What a sweep over learning rate and batch variance leaves fixed: "degenerate-valley: kappa = 4". */
    public static String ofModel(Setting model) {
        return model.name() + model.noise().anisotropy().stream()
                .mapToObj(k -> ": \u03ba = " + number(k)).findFirst().orElse("");
    }

    /** What the coordinates of a density mean: a network has no valley known beforehand. */
    public enum Coordinates {
        PARAMETER("of the parameter", "parameter x", "y"),
        WEIGHTS("of the first parameter", "first parameter x", "second parameter y"),
        VALLEY("along the valley", "position along the valley x", "position across the valley y");

        private final String marginal;
        private final String along;
        private final String across;

        Coordinates(String marginal, String along, String across) {
            this.marginal = marginal;
            this.along = along;
            this.across = across;
        }

        /** Those of a setting. */
        public static Coordinates of(Setting setting) {
            return setting.surface().geometry() == Geometry.LINE ? PARAMETER
                    : setting.surface().task().isPresent() ? WEIGHTS : VALLEY;
        }

        /** True where neither coordinate has an extent of its own, as the length of a valley is one. */
        public boolean alike() {
            return this == WEIGHTS;
        }

        /** "of the first parameter": what a density of the first coordinate is a density of. */
        String marginal() {
            return marginal;
        }

        /** The label of the first axis. */
        public String along() {
            return along;
        }

        /** The label of the second axis. */
        public String across() {
            return across;
        }
    }

    /** Four significant digits at most. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        if (text.contains(".") && !text.contains("e")) {
            text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return text;
    }
}
