package org.thalweg.model.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.file.yaml.Problems;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.model.start.StartLaw;

/** Checks what can only be judged with the domain in hand. Infinite intervals are looked at in their window. */
final class DomainChecks {
    private final Domain domain;
    private final Problems problems;

    DomainChecks(Domain domain, Problems problems) {
        this.domain = domain;
        this.problems = problems;
    }

    /** The start lies inside (of a normal one the mean), and the loss is finite there. */
    void start(NodeFields fields, LossSurface surface, StartDistribution start) {
        double[] mean = start.mean();
        for (int i = 0; i < mean.length; i++) {
            String name = surface.coordinates().get(i);
            if (fields.has(name)) {
                for (double end : ends(start.parts().get(0).laws().get(i))) {
                    inside(fields, name, domain.interval(i), end);
                }
            }
        }
        // A loss over many samples takes its time, which a file that is wrong elsewhere is not worth.
        if (fields.sound() && problems.none() && !Double.isFinite(surface.value(mean))) {
            problems.add(fields.node("x"), "the loss is " + surface.value(mean) + " at the start",
                    "start where the loss is a finite number");
        }
    }

    private static List<Double> ends(StartLaw law) {
        return law instanceof StartLaw.Uniform uniform ? List.of(uniform.from(), uniform.to()) : List.of(law.mean());
    }

    private static void inside(NodeFields fields, String name, Interval interval, double value) {
        if (value < interval.from() || value > interval.to()) {
            String remedy = interval.boundary() == Boundary.PERIODIC
                    ? "write " + number(interval.fold(value)) + ", the same point of the ring"
                    : "start inside it";
            fields.problem(name, "start " + name + " = " + value + " lies outside the domain from "
                    + number(interval.from()) + " to " + number(interval.to()), remedy);
        }
    }

    /**
     * Flatness is positive, and what lies on a ring closes.
     *
     * @return whether all is well
     */
    boolean surface(NodeFields loss, LossSurface surface) {
        boolean written = surface.geometry().valley() && loss.has("flatness");
        boolean sound = !written || valley(loss, surface.geometry().shape().get());
        for (int i = written ? 1 : 0; i < surface.dimension(); i++) {
            if (domain.interval(i).boundary() == Boundary.PERIODIC && !Ring.closes(surface, domain, i)) {
                problems.add(loss.keyNode("kind"), "the loss differs between the two ends of the periodic "
                        + surface.coordinates().get(i), "use a periodic loss, or the boundary reflecting");
                sound = false;
            }
        }
        return sound;
    }

    /** The same for the formulas of a valley, each problem at its own formula. */
    private boolean valley(NodeFields loss, ValleyShape shape) {
        List<Node> entries = loss.entries("flatness");
        boolean sound = true;
        for (int i = 0; i < Math.min(entries.size(), shape.sharpDirections()); i++) {
            Profile flatness = shape.flatness().get(i);
            sound &= positive(entries.get(i), flatness) && closes(entries.get(i), "F", flatness);
        }
        if (loss.has("floor")) {
            sound &= finite(loss.node("floor"), "L0", shape.floor()) && closes(loss.node("floor"), "L0", shape.floor());
        }
        return sound;
    }

    private boolean positive(Node node, Profile flatness) {
        if (!finite(node, "F", flatness)) {
            return false;
        }
        GridMinimum minimum = GridMinimum.of(flatness::value, domain.along().window());
        if (minimum.touchesZero()) {
            problems.add(node, "flatness F = " + number(minimum.value()) + " at x = " + number(minimum.x()),
                    "F(x) must be positive on the whole domain");
            return false;
        }
        return true;
    }

    /** Not NaN anywhere; and not infinite, unless the domain is. */
    private boolean finite(Node node, String name, Profile profile) {
        Interval along = domain.along();
        Interval known = profile.support();
        if (along.from() < known.from() || along.to() > known.to()
                || along.boundary() == Boundary.OPEN && known.bounded()) {
            problems.add(node, name + " is measured from x = " + number(known.from()) + " to " + number(known.to())
                            + " and not beyond, and the domain is " + (along.boundary() == Boundary.OPEN ? "open"
                                    : "from " + number(along.from()) + " to " + number(along.to())),
                    "choose a domain inside it, with walls, or measure farther");
            return false;
        }
        GridMinimum worst = GridMinimum.of(x -> {
            double value = profile.value(x);
            return Double.isNaN(value) || Double.isInfinite(value) && along.bounded() ? 0.0 : 1.0;
        }, along.window());
        if (worst.value() == 0.0) {
            problems.add(node, name + " is " + profile.value(worst.x()) + " at x = " + number(worst.x()),
                    "make it finite on the whole domain, or choose a smaller domain");
        }
        return worst.value() != 0.0;
    }

    private boolean closes(Node node, String name, Profile profile) {
        Interval along = domain.along();
        if (along.boundary() != Boundary.PERIODIC) {
            return true;
        }
        Optional<String> gap = Ring.gap(name, profile::value, along)
                .or(() -> Ring.gap(name + "'", profile::slope, along));
        gap.ifPresent(what -> problems.add(node, what,
                "on a periodic domain " + name
                + " and its slope must be the same at both ends: use a function of period "
                        + number(along.length()) + ", or the boundary reflecting"));
        return gap.isEmpty();
    }

    /** The covariance closes on a ring. */
    void noise(NodeFields fields, GradientNoise noise, LossSurface surface) {
        for (int i = 0; i < surface.dimension(); i++) {
            if (domain.interval(i).boundary() == Boundary.PERIODIC && !Ring.closes(noise, domain, i)) {
                problems.add(fields.keyNode("kind"),
                        "the noise covariance differs between the two ends of the periodic "
                        + surface.coordinates().get(i), "use a periodic covariance, or the boundary reflecting");
            }
        }
    }

    /** The flat set exists, and is not everything; looked at only where domain and flatness are sound. */
    void flatSet(NodeFields fields, LossSurface surface, FlatSet flatSet, boolean otherwiseSound) {
        if (!surface.geometry().valley()) {
            fields.problem("flatness", "this surface has no flatness: it is not a valley",
                    "remove 'converged', or use a loss of kind 'valley'");
            return;
        }
        if (!otherwiseSound) {
            return;
        }
        DoubleUnaryOperator flatness = surface.geometry().shape().get()::flatnessAt;
        GridMinimum lowest = GridMinimum.of(flatness, domain.along().window());
        GridMinimum highest = GridMinimum.of(x -> -flatness.applyAsDouble(x), domain.along().window());
        String between = number(lowest.value()).equals(number(-highest.value()))
                ? "remove 'converged': F is the same everywhere"
                : "give a level between " + number(lowest.value()) + " and " + number(-highest.value());
        if (-highest.value() < flatSet.flatness() && !beyond(highest.x())) {
            fields.problem("flatness", "no point has the flatness " + flatSet.flatness()
                    + ": on this domain F is at most "
                    + number(-highest.value()), between);
        } else if (lowest.value() >= flatSet.flatness() && !beyond(lowest.x())) {
            fields.problem("flatness", "every point has the flatness " + flatSet.flatness()
                    + ": on this domain F is at least "
                    + number(lowest.value()), between);
        }
    }

    /** True where an infinite domain was cut, so that an extremum met there is none. */
    private boolean beyond(double x) {
        Interval along = domain.along();
        return x == along.window().from() && x != along.from() || x == along.window().to() && x != along.to();
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }
}
