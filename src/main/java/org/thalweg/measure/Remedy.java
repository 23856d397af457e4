package org.thalweg.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What shrinks a source of error; sources begin with the name of their remedy. */
enum Remedy {
    SAMPLING("sampling", 2) {
        @Override
        String words(double effort) {
            return number(effort) + " x the particles";
        }
    },
    SEEDS("seeds", 2) {
        @Override
        String words(double effort) {
            return number(effort) + " x as many";
        }
    },
    TIME_STEP("time step", 1) {
        @Override
        String words(double effort) {
            return "1/" + number(effort) + " of the time step";
        }
    },
    LEARNING_RATE("learning rate", 1) {
        @Override
        String words(double effort) {
            return "1/" + number(effort) + " of the learning rate at the same temperature";
        }
    },
    ASYMPTOTIC_ORDER("asymptotic order", 1) {
        @Override
        String words(double effort) {
            return "1/" + number(effort) + " of the temperature";
        }
    },
    GRID("grid", 1) {
        @Override
        String words(double effort) {
            return "a tolerance of 1/" + number(effort);
        }
    },
    CELLS("cells of finite width", 0.5) {
        @Override
        String words(double effort) {
            return number(effort) + " x the cells";
        }
    },
    WINDOW("finite window", 1) {
        @Override
        String words(double effort) {
            return number(effort) + " x the iterations";
        }
    },
    FIT("fit of the curvature", 0.5) {
        @Override
        String words(double effort) {
            return "a fit over 1/" + number(effort) + " of the range";
        }
    },
    BOX("finite box", 1) {
        @Override
        String words(double effort) {
            return number(effort) + " x the box";
        }
    };

    private final String source;
    /** The effort grows as this power of the factor by which the part shrinks. */
    private final double power;

    Remedy(String source, double power) {
        this.source = source;
        this.power = power;
    }

    /** The remedy for a source: "asymptotic order of the density" has that of "asymptotic order". */
    static Optional<Remedy> of(String source) {
        return Arrays.stream(values()).filter(r -> source.startsWith(r.source)).findFirst();
    }

    /** What makes the part {@code factor} times as small. */
    String advice(double factor) {
        return words(Math.pow(factor, power));
    }

    abstract String words(double effort);

    private static String number(double effort) {
        return String.format(Locale.ROOT, effort < 10.0 ? "%.2g" : "%.0f", effort).replace(".0", "");
    }
}
