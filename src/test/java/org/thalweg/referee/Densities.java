package org.thalweg.referee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code density} by every method: methods against each other, and each against itself refined. The valley-floor
 * quadrature is asymptotic, and so compared only where a setting has one parameter, or isotropic noise and no
 * passage time to say.
 */
final class Densities implements Examination {
    /** An error estimate exceeded so many times is one that does not cover. */
    private static final double COVERAGE = 3.0;
    /** Above this share of its number an error says that nothing is known. */
    private static final double USELESS = 0.5;
    private static final String ASYMPTOTIC = "asymptotic, the sharp directions relax at once";

    private final boolean refining;

    /** By every method, and where asked for by finer ones too. */
    Densities(boolean refining) {
        this.refining = refining;
    }

    @Override
    public void of(Bench bench) {
        Map<String, Map<String, Number>> found = new LinkedHashMap<>();
        for (String method : List.of("auto", "quadrature", "hierarchy", "finite-volume")) {
            List<String> words = List.of("density", "--method", method);
            solve(bench, words).ifPresent(summary -> found.put(String.join(" ", words), summary));
        }
        pairs(bench, found);
        if (!refining) {
            return;
        }
        for (List<String> refined : List.of(
                List.of("density", "--method", "hierarchy", "--tolerance", "1e-10"),
                List.of("density", "--method", "finite-volume", "--grid", "384,128"))) {
            String plain = String.join(" ", refined.subList(0, 3));
            Map<String, Number> rough = found.get(plain);
            if (rough != null) {
                solve(bench, refined).ifPresent(fine -> covers(bench, plain, rough, String.join(" ", refined), fine));
            }
        }
    }

    /** The summary; empty where the method refuses or is asymptotic here. */
    private static Optional<Map<String, Number>> solve(Bench bench, List<String> words) {
        Optional<Bench.Result> result = bench.run(words, List.of());
        if (result.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Number> summary = Number.summary(result.get().rows("summary.csv"));
        summary.forEach((quantity, number) -> {
            boolean mean = List.of("mean_x", "convergence_time_variance").contains(quantity);
            if (!mean && number.defined() && !(number.error() <= USELESS * Math.abs(number.value()))) {
                bench.find(Finding.Kind.WARNING, String.join(" ", words), quantity + " " + number);
            }
        });
        if (!result.get().said().contains(ASYMPTOTIC)) {
            return Optional.of(summary);
        }
        if (!String.valueOf(Variation.tree(bench.tree(), "noise").get("kind")).equals("isotropic")) {
            return Optional.empty();
        }
        summary.keySet().removeIf(quantity -> quantity.startsWith("convergence"));
        return Optional.of(summary);
    }

    /** Finds numbers that differ by more than both errors; by command, then by quantity. */
    static void pairs(Bench bench, Map<String, Map<String, Number>> found) {
        List<String> names = new ArrayList<>(found.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                Map<String, Number> one = found.get(names.get(i));
                Map<String, Number> other = found.get(names.get(k));
                for (String quantity : one.keySet()) {
                    Number a = one.get(quantity);
                    Number b = other.getOrDefault(quantity, new Number(Double.NaN, Double.NaN));
                    if (a.defined() && b.defined() && !(a.apart(b) <= 1.0)) {
                        bench.find(Finding.Kind.DISAGREEMENT, names.get(i), String.format(java.util.Locale.ROOT,
                                "%s %s, by %s %s: %.3g times both errors", quantity, a,
                                names.get(k).replace("density ", ""), b, a.apart(b)));
                    }
                }
            }
        }
    }

    private static void covers(Bench bench, String plain, Map<String, Number> rough, String refined,
            Map<String, Number> fine) {
        rough.forEach((quantity, number) -> {
            Number better = fine.get(quantity);
            if (better == null || !better.defined() || !number.defined()) {
                return;
            }
            double off = Math.abs(number.value() - better.value());
            if (off > COVERAGE * (number.error() + better.error())) {
                bench.find(Finding.Kind.NOT_COVERED, plain, quantity + " " + number + ", by "
                        + refined.replace("density ", "") + " " + better);
            }
        });
    }
}
