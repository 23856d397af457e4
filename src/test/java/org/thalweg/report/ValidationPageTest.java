package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.random.Seed;

/** The page of {@code validate --all}, and the one in the documentation. */
class ValidationPageTest {
    private static final Path PAGE = Path.of("docs", "validation.md");

    @Test
    void aPageInSmall() {
        Measurement measured = Measurement.computed(4.05, 0.01);
        Judgement agreed = new Claim("C0 |x|", "an example", List.of(), new Prediction.Equals(4.0, 1.0))
                .judge(measured, ErrorBudget.EMPTY.withSampling(measured).withSystematic("grid", 0.25));
        Judgement silent = new Claim("C9", "nothing", List.of(), new Prediction.Silent("no floor"))
                .judge(Measurement.UNDEFINED, ErrorBudget.EMPTY);
        Family family = Family.of(List.of(agreed, silent));
        String text = new ValidationPage(LocalDate.of(2026, 11, 21), new Seed(7), 512, family)
                .text(Map.of("ring", family.judgements()), Map.of("bowl", "no valley"));
        for (String expected : List.of("--particles 512 --seed 7", "on 2026-11-21", "1 CONSISTENT, 1 NOT_APPLICABLE",
                "## ring", "| C0 \\|x\\| | 4.0000 | 4.0500 +- 0.01 | 0.28 | CONSISTENT | grid: a tolerance of 1/2 |",
                "| C9 |  |  |  | not applicable | no floor |", "## bowl", "Not judged: no valley.")) {
            assertTrue(text.contains(expected), expected + " missing in\n" + text);
        }
    }

    /** After a new model: {@code ./thalweg validate --all --out runs/all}, and copy its validation.md to docs. */
    @Test
    void thePageInTheDocumentationHasEveryModel() throws IOException {
        String page = Files.readString(PAGE);
        try (Stream<Path> models = Files.list(Path.of("models"))) {
            for (Path model : models.filter(m -> m.toString().endsWith(".yaml")).toList()) {
                String name = model.getFileName().toString().replace(".yaml", "");
                assertTrue(page.contains("\n## " + name + "\n"), "docs/validation.md lacks " + name);
            }
        }
        assertFalse(page.contains("REFUTED"), "docs/validation.md has a refuted claim");
    }
}
