package org.thalweg.reduction;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.batch.BatchSampling;
import org.thalweg.quantity.Counted;

/**
 * A measured valley as a model file: flatness, floor and noise are columns of the table beside it, and the batch size B
 * is a parameter.
 */
public final class ValleyModel {
    /** The model file. */
    public static final String FILE = "valley.yaml";

    /** The table. */
    public static final String TABLE = "profile.csv";

    /** Of the noise across: noise along below it is rounding, and there is none. */
    private static final double NONE = 1e-9;

    /** What stands for no noise along, as a share of that across: diffusions along need some. */
    private static final double STAND_IN = 1e-4;

    /** Trajectories of a sweep: ten sharp directions are ten times the work of one. */
    private static final int PARTICLES = 512;

    private ValleyModel() {}

    /** The text of the file. */
    public static String text(ValleyProfile profile, String name) {
        ValleyPlan plan = profile.plan();
        int samples = plan.noise().task().samples();
        List<ProfilePoint> points = profile.points();
        ProfilePoint first = points.get(0);
        ProfilePoint last = points.get(points.size() - 1);
        Sgd sgd = plan.setting().sgd();
        boolean replaced = plan.noise().sampling() == BatchSampling.WITH_REPLACEMENT;
        boolean flatter = last.flatness().value() > first.flatness().value();
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("# The valley along which '" + plan.setting().name() + "' drifted, measured at " + points.size()
                + " places of " + Counted.of(profile.repeats(), "repeat") + "; see " + TABLE + ".");
        if (plan.noise().sampling() == BatchSampling.RESHUFFLING) {
            lines.add("# Batches of the network are reshuffled; here they are independent.");
        }
        lines.add("name: " + name);
        lines.add("summary: A valley measured along a run of " + plan.setting().name() + ".");
        lines.add("parameters: {B: " + plan.noise().batch() + ", N: " + samples + "}");
        lines.add("loss:");
        lines.add("  kind: valley");
        lines.add("  flatness:");
        each(plan.sharp(), k -> lines.add("    - " + column("flatness_" + k)));
        lines.add("  floor: " + column("floor"));
        lines.add("domain:");
        lines.add("  x: {from: " + first.x().value() + ", to: " + last.x().value() + ", boundary: reflecting}");
        lines.add("noise:");
        lines.add("  kind: varying");
        if (noiseless(profile)) {
            lines.add("  # Of none along the valley; a diffusion needs some.");
            lines.add("  along: \"" + STAND_IN * first.across().get(0).value() + "\"");
        } else {
            lines.add("  along: " + column("noise_along"));
        }
        lines.add("  across:");
        each(plan.sharp(), k -> lines.add("    - " + column("noise_" + k)));
        lines.add("  strength: " + (replaced ? "1/B" : "(N - B)/(B*(N - 1))"));
        lines.add("sgd: {learning-rate: " + sgd.learningRate() + "}");
        lines.add("start: {x: " + first.x().value() + start(plan.sharp()) + "}");
        if (flatter) {
            lines.add("converged: {flatness: " + goal(first, last) + "}");
        }
        lines.add("sweep:");
        lines.add("  learning-rate: \"log:" + sgd.learningRate() / 2.0 + ":" + sgd.learningRate() * 2.0 + ":3\"");
        lines.add("  particles: " + PARTICLES);
        return lines.toString();
    }

    /** Half of the way, by the logarithm, from the flatness at the first place to that at the last. */
    public static double goal(ProfilePoint first, ProfilePoint last) {
        return Math.sqrt(first.flatness().value() * last.flatness().value());
    }

    /** True where gradients do not vary along the valley, but for rounding. */
    public static boolean noiseless(ValleyProfile profile) {
        return profile.points().stream()
                .anyMatch(p -> !(p.along().value() > NONE * p.across().get(0).value()));
    }

    private static void each(int count, IntConsumer line) {
        IntStream.rangeClosed(1, count).forEach(line);
    }

    private static String column(String name) {
        return "{table: " + TABLE + ", x: x, value: " + name + "}";
    }

    private static String start(int sharp) {
        StringBuilder start = new StringBuilder();
        each(sharp, k -> start.append(sharp == 1 ? ", y: 0" : ", y" + k + ": 0"));
        return start.toString();
    }
}
