package org.thalweg.model.space;

import java.util.List;

/**
 * The units in which a model speaks of a coordinate: where it counts from, and what it counts in. Whoever looks for
 * something on an infinite coordinate looks in multiples of the unit around the origin, so that the same model in
 * other units or elsewhere gives the same answer.
 *
 * @param origin where the model's own coordinate is 0
 * @param unit &gt; 0, the length of its own unit
 */
public record Frame(double origin, double unit) {
    /** A coordinate as it stands. */
    public static final Frame PLAIN = new Frame(0.0, 1.0);

    /** The coordinate of {@code u} units from the origin. */
    public double at(double u) {
        return origin + unit * u;
    }

    /** The least frame around some: its interval of a unit around the origin holds all of theirs. */
    public static Frame around(List<Frame> frames) {
        if (frames.stream().distinct().count() <= 1) {
            return frames.stream().findFirst().orElse(PLAIN);
        }
        double from = frames.stream().mapToDouble(frame -> frame.at(-1.0)).min().orElseThrow();
        double to = frames.stream().mapToDouble(frame -> frame.at(1.0)).max().orElseThrow();
        return new Frame(0.5 * (from + to), 0.5 * (to - from));
    }
}
