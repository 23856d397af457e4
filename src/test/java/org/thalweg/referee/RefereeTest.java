package org.thalweg.referee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The referee at its smallest: {@code density} by every method and one cell of {@code sweep} on every shipped model.
 * All of it is {@code bench/referee}. Seed: the program's default, so nothing is left to chance in the build.
 */
class RefereeTest {
    private static final Set<Finding.Kind> FORBIDDEN =
            EnumSet.of(Finding.Kind.EXCEPTION, Finding.Kind.REFUTED, Finding.Kind.DISAGREEMENT);

    @TempDir
    private Path scratch;

    private List<Finding> found(Path model, Variation variation) {
        Referee referee = new Referee(Size.SMALL, List.of(new Densities(false), Verdicts::sweep), scratch);
        referee.examine(model, variation);
        return referee.findings().stream().filter(f -> FORBIDDEN.contains(f.kind())).collect(Collectors.toList());
    }

    /** All but the one whose noise is a sum over samples: it takes as long as six others, and bench/referee has it. */
    static Stream<Path> models() throws IOException {
        return Referee.models().stream().filter(model -> !model.endsWith("mini-batch-valley.yaml"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingFalseIsSaidOfAShippedModel(Path model) {
        assertEquals(List.of(), found(model, Variation.SHIPPED));
    }

    @Test
    void norOfARingElsewhere() {
        assertEquals(List.of(), found(Path.of("models", "degenerate-valley.yaml"), Variation.SHIFTED));
    }

    /** A referee that finds nothing must be able to. */
    @Test
    void methodsThatDifferByMoreThanTheirErrorsAreFound() {
        Bench bench = Bench.of(Path.of("models", "degenerate-valley.yaml"), Variation.SHIPPED, Size.SMALL, scratch,
                List.of()).orElseThrow();
        Map<String, Number> one = Map.of("mean_flatness", new Number(1.0, 0.001), "mean_x", new Number(0.0, 0.1));
        Map<String, Number> other = Map.of("mean_flatness", new Number(1.0025, 0.001), "mean_x", new Number(0.1, 0.1));
        Densities.pairs(bench, Map.of("density --method hierarchy", one, "density --method finite-volume", other));
        assertEquals(1, bench.findings().size());
        assertTrue(bench.findings().get(0).what().startsWith("mean_flatness"), bench.findings().toString());
    }

    @Test
    void variationsAreTheSameExperimentElsewhere() throws IOException {
        Path model = Path.of("models", "bump-valley.yaml");
        Number[] times = new Number[2];
        for (Variation variation : List.of(Variation.SHIPPED, Variation.SHIFTED)) {
            Bench bench = Bench.of(model, variation, Size.SMALL, scratch, new ArrayList<>()).orElseThrow();
            Bench.Result result = bench.run(List.of("density"), List.of()).orElseThrow();
            times[variation == Variation.SHIPPED ? 0 : 1] =
                    Number.summary(result.rows("summary.csv")).get("convergence_time");
        }
        assertTrue(times[0].apart(times[1]) <= 1.0, times[0] + " and shifted " + times[1]);
    }
}
