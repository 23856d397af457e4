package org.thalweg.referee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.thalweg.model.space.Range;

/** What is done to a shipped model before it is judged. Each changes a copy of the model's tree. */
enum Variation {
    /** As it is. */
    SHIPPED {
        @Override
        Optional<String> apply(Map<String, Object> model) {
            return Optional.empty();
        }
    },
    /** A tenth of the noise: of its variance, its strength; ten times the batch. */
    COLDER {
        @Override
        Optional<String> apply(Map<String, Object> model) {
            return NoiseScale.of(model, 0.1);
        }
    },
    /** Ten times the noise; of mini-batches single samples. */
    HOTTER {
        @Override
        Optional<String> apply(Map<String, Object> model) {
            return NoiseScale.of(model, 10.0);
        }
    },
    /** Ten times the range of x: walls ten times as far from the middle, ten turns for one on a ring. */
    WIDER {
        @Override
        Optional<String> apply(Map<String, Object> model) {
            Map<String, Object> x = tree(tree(model, "domain"), "x");
            if (!x.containsKey("from") || !x.containsKey("to")) {
                return Optional.of("the domain of x has no ends");
            }
            Object from = x.get("from");
            Object to = x.get("to");
            x.put("from", String.format("5.5*(%s) - 4.5*(%s)", from, to));
            x.put("to", String.format("5.5*(%s) - 4.5*(%s)", to, from));
            return Optional.empty();
        }
    },
    /** The same experiment around x = 1000, which changes nothing but the rounding. */
    SHIFTED {
        @Override
        Optional<String> apply(Map<String, Object> model) {
            Map<String, Object> loss = tree(model, "loss");
            if (!List.of("valley", "formula").contains(loss.get("kind"))) {
                return Optional.of("a loss of kind " + loss.get("kind") + " lies where it lies");
            }
            for (String formula : List.of("flatness", "floor", "value")) {
                loss.computeIfPresent(formula, (key, value) -> moved(value));
            }
            tree(model, "converged").computeIfPresent("flatness", (key, value) -> moved(value));
            for (String end : List.of("from", "to")) {
                tree(tree(model, "domain"), "x").computeIfPresent(end, (key, value) -> "1000 + (" + value + ")");
            }
            tree(model, "start").computeIfPresent("x", (key, value) -> "1000 + (" + value + ")");
            return Optional.empty();
        }

        private Object moved(Object formula) {
            return formula instanceof List<?> several
                    ? several.stream().map(this::moved).collect(Collectors.toList())
                    : String.valueOf(formula).replaceAll("\\bx\\b", "(x - 1000)");
        }
    };

    /**
     * Changes a model.
     *
     * @param model modified
     * @return why it cannot be varied so; empty where it was
     */
    abstract Optional<String> apply(Map<String, Object> model);

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A part of a model; empty, and not in the model, where there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> tree(Map<String, Object> model, String key) {
        return model.get(key) instanceof Map<?, ?> part ? (Map<String, Object>) part : new LinkedHashMap<>();
    }

    /** A range with every number changed. */
    static String scaled(Object range, Function<Double, Double> change) {
        return Range.parse(String.valueOf(range)).values().stream().map(change).sorted().map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
