package org.thalweg.model.loss;

import java.util.Optional;

/** What kind of place a loss is defined on: the one question by which methods, theories and figures are chosen. */
public sealed interface Geometry {
    /** The kinds there are, for a choice that names each. */
    enum Kind {
        /** One parameter. */
        LINE,
        /** A floor and one sharp direction across it: a plane whose slow coordinate is known. */
        VALLEY,
        /** A floor and several sharp directions across it. */
        DEEP_VALLEY,
        /** Two parameters, and no floor. */
        PLANE,
        /** More parameters, and no floor. */
        SPACE
    }

    /** A place without a floor. */
    enum Open implements Geometry {
        /** One parameter. */
        LINE(Kind.LINE),
        /** Two parameters. */
        PLANE(Kind.PLANE),
        /** More parameters. */
        SPACE(Kind.SPACE);

        private final Kind kind;

        Open(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    /** A place with a floor, and all that only such a place has. */
    record Valley(ValleyShape floor) implements Geometry {
        @Override
        public Kind kind() {
            return floor.sharpDirections() == 1 ? Kind.VALLEY : Kind.DEEP_VALLEY;
        }
    }

    /** One parameter. */
    Geometry LINE = Open.LINE;

    /** So many parameters, and no floor. */
    static Geometry open(int parameters) {
        return switch (parameters) {
            case 1 -> Open.LINE;
            case 2 -> Open.PLANE;
            default -> Open.SPACE;
        };
    }

    /** Which kind this is. */
    Kind kind();

    /** The shape of the valley, L = L0(x) + sum_i y_i^2 / (2 F_i(x)^2), where there is a floor. */
    default Optional<ValleyShape> shape() {
        return this instanceof Valley valley ? Optional.of(valley.floor()) : Optional.empty();
    }

    /** True where there is a floor. */
    default boolean valley() {
        return this instanceof Valley;
    }

    /** True where there are two parameters. */
    default boolean planar() {
        return kind() == Kind.VALLEY || this == Open.PLANE;
    }

    /** The flatness of the floor at {@code x}; NaN where there is none. */
    default double flatnessAt(double x) {
        return this instanceof Valley valley ? valley.floor().flatnessAt(x) : Double.NaN;
    }
}
