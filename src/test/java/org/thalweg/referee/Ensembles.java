package org.thalweg.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code simulate} by every dynamics to its own stationary law, held against the density. What their steps do is
 * measured, by runs at half the step: twice their difference is allowed, beside the errors of sampling.
 */
final class Ensembles implements Examination {
    /** False alarms by Student's law with 63 degrees of freedom: 3e-6 each. */
    private static final double SIGMAS = 5.0;
    /** What an ensemble and a stationary density both have; exponents are fitted with other weights. */
    private static final List<String> QUANTITIES = List.of("mean_x", "mean_square_x", "mean_square_y", "mean_flatness");

    @Override
    public void of(Bench bench) {
        double rate = Double.parseDouble(String.valueOf(Variation.tree(bench.tree(), "sgd").get("learning-rate")));
        Optional<Map<String, Number>> density = bench.run(List.of("density"), List.of())
                .map(Ensembles::summary);
        for (List<String> dynamics : List.of(List.of("--dynamics", "sgd"), List.of("--dynamics", "sde"),
                List.of("--dynamics", "sde", "--scheme", "auto"))) {
            List<String> words = new ArrayList<>(List.of("simulate"));
            words.addAll(dynamics);
            Optional<Bench.Result> ran = bench.run(words, bench.size().simulate());
            Optional<String> drift = ran.flatMap(Ensembles::drift);
            if (drift.isPresent()) {
                bench.find(Finding.Kind.NOT_STATIONARY, String.join(" ", words), drift.get());
                continue;
            }
            Optional<Map<String, Number>> whole = ran.map(Ensembles::summary);
            // With momentum there is no walk at half the step: variance amplification is of plain SGD.
            boolean alone = dynamics.get(1).equals("sgd")
                    && Variation.tree(bench.tree(), "sgd").containsKey("momentum");
            if (whole.isEmpty() || density.isEmpty() || alone) {
                continue;
            }
            List<String> half = new ArrayList<>(words);
            half.addAll(dynamics.get(1).equals("sgd") ? List.of("--svag", "2")
                    : List.of("--step", String.valueOf(0.5 * rate)));
            bench.run(half, bench.size().simulate()).map(Ensembles::summary).ifPresent(finer ->
                    compare(bench, String.join(" ", words), whole.get(), finer, density.get()));
        }
    }

    private static Map<String, Number> summary(Bench.Result result) {
        return Number.summary(result.rows("summary.csv"));
    }

    /** What a run says where its law still changes: its means are of no stationary law. */
    static Optional<String> drift(Bench.Result result) {
        return result.said().lines().filter(line -> line.startsWith("note: not stationary")
                || line.startsWith("note: not shown to be stationary")).findFirst();
    }

    private static void compare(Bench bench, String command, Map<String, Number> whole, Map<String, Number> finer,
            Map<String, Number> density) {
        for (String quantity : QUANTITIES) {
            Number sampled = whole.get(quantity);
            Number half = finer.get(quantity);
            Number solved = density.get(quantity);
            if (sampled == null || half == null || solved == null || !half.defined() || !solved.defined()) {
                continue;
            }
            double step = Math.abs(sampled.value() - half.value());
            double off = Math.abs(half.value() - solved.value());
            double allowed = 2.0 * step + SIGMAS * Math.hypot(half.error(), solved.error());
            if (off > allowed) {
                bench.find(Finding.Kind.DISAGREEMENT, command, quantity + " " + sampled + ", at half the step " + half
                        + ", by the density " + solved);
            }
        }
    }
}
