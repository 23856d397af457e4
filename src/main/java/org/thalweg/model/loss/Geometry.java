package org.thalweg.model.loss;

/** What kind of place a loss is defined on: the one question by which methods, theories and figures are chosen. */
public enum Geometry {
    /** One parameter. */
    LINE,
    /** A floor and one sharp direction across it: a plane whose slow coordinate is known. */
    VALLEY,
    /** A floor and several sharp directions across it. */
    DEEP_VALLEY,
    /** Two parameters, and no floor. */
    PLANE,
    /** More parameters, and no floor. */
    SPACE;

    static Geometry of(LossSurface surface) {
        return switch (surface.dimension()) {
            case 1 -> LINE;
            case 2 -> surface.valley().isPresent() ? VALLEY : PLANE;
            default -> surface.valley().isPresent() ? DEEP_VALLEY : SPACE;
        };
    }

    /** True where there is a floor. */
    public boolean valley() {
        return this == VALLEY || this == DEEP_VALLEY;
    }

    /** True where there are two parameters. */
    public boolean planar() {
        return this == VALLEY || this == PLANE;
    }
}
