package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.start.StartDistribution;

/**
 * A start, split by where it ends: which share of it reaches the upper one of two places first, and from where those
 * and the others started.
 *
 * @param above the share that ends at the upper place
 * @param startOfAbove the mean x at the start of those; undefined without any
 * @param startOfBelow the mean x at the start of the others
 * @param parts the starts, with the committor of each
 */
public record Splitting(Measurement above, Measurement startOfAbove, Measurement startOfBelow, List<Part> parts) {
    /**
     * Particles from about one place.
     *
     * @param weight of all particles
     * @param above the share of these that ends at the upper place
     */
    public record Part(double x, double y, double weight, double above) {}

    /**
     * The splitting of a point or of a distribution, whose parts outside of the places have ended already.
     *
     * @param committor from the start of a setting
     */
    public static Splitting of(PlainSetting setting, double from, double to,
            Function<PlainSetting, Measurement> committor) {
        if (setting.startDistribution().isEmpty()) {
            return of(List.of(new StartDistribution.Node(setting.start(), 1.0)), setting, from, to, committor);
        }
        StartDistribution distribution = setting.startDistribution().get();
        Splitting fine = of(distribution.nodes(), setting, from, to, committor);
        Splitting coarse = of(distribution.coarseNodes(), setting, from, to, committor);
        return new Splitting(between(fine.above, coarse.above), between(fine.startOfAbove, coarse.startOfAbove),
                between(fine.startOfBelow, coarse.startOfBelow), fine.parts);
    }

    private static Splitting of(List<StartDistribution.Node> nodes, PlainSetting setting, double from, double to,
            Function<PlainSetting, Measurement> committor) {
        List<Part> parts = new ArrayList<>();
        double above = 0.0;
        double all = 0.0;
        double error = 0.0;
        double ofAbove = 0.0;
        double ofBelow = 0.0;
        for (StartDistribution.Node node : nodes) {
            double x = node.at()[0];
            Measurement q = x <= from ? Measurement.exact(0.0) : x >= to ? Measurement.exact(1.0)
                    : committor.apply(setting.withStart(node.at().clone()));
            parts.add(new Part(x, node.at().length > 1 ? node.at()[1] : 0.0, node.weight(), q.value()));
            all += node.weight();
            above += node.weight() * q.value();
            error += node.weight() * q.standardError();
            ofAbove += node.weight() * q.value() * x;
            ofBelow += node.weight() * (1.0 - q.value()) * x;
        }
        double below = all - above;
        return new Splitting(Measurement.computed(above, error),
                above > 0.0 ? Measurement.computed(ofAbove / above, 2.0 * error * Math.abs(to - from) / above)
                        : Measurement.UNDEFINED,
                below > 0.0 ? Measurement.computed(ofBelow / below, 2.0 * error * Math.abs(to - from) / below)
                        : Measurement.UNDEFINED, List.copyOf(parts));
    }

    private static Measurement between(Measurement fine, Measurement coarse) {
        return fine.defined() && coarse.defined() ? Measurement.computed(fine.value(),
                fine.standardError() + 2.0 * Math.abs(fine.value() - coarse.value())) : fine;
    }
}
