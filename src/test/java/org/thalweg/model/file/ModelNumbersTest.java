package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.model.file.yaml.ModelFileException;

/** A model file with other numbers in their places is the model with these numbers assigned. */
class ModelNumbersTest {
    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            return files.filter(f -> f.toString().endsWith("-valley.yaml") || f.toString().endsWith("valleys.yaml"))
                    .sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theTextWithOtherNumbersIsTheModelWithTheseAssigned(Path file) throws ModelFileException {
        ModelFile model = ModelFile.read(file);
        ModelNumbers numbers = ModelNumbers.of(model);
        assertTrue(numbers.all().stream().anyMatch(n -> n.path().equals("sgd.learning-rate")), file.toString());
        Map<String, String> values = new LinkedHashMap<>();
        for (ModelNumbers.Number number : numbers.all()) {
            if (!number.path().contains("sgd.momentum") && number.value() != Math.rint(number.value())) {
                values.put(number.path(), Double.toString(number.value() * 1.0625));
            }
        }
        ModelFile again = ModelFile.recorded(file, numbers.with(values), Map.of());
        assertEquals(model.with(values).setting(), again.setting());
        assertEquals(model.text(), numbers.with(Map.of()));
    }

    @Test
    void namesAreThoseOfAssignmentsAndCommentsStay() throws ModelFileException {
        String text = "# \u03b7 and \ud835\udf05 are Greek\nname: m\nparameters: {a: 0.5}\n"
                + "loss: {kind: valley, flatness: \"1 + a*cos(x)\", floor: 0}\n"
                + "domain:\n  x: {from: -pi, to: pi, boundary: periodic}\n"
                + "noise: {kind: anisotropic, batch-variance: '2.0', anisotropy: 4} # kappa\n"
                + "sgd: {learning-rate: 5e-2}\nstart: {x: 3.0}\nsweep: {particles: 64}\n";
        ModelNumbers numbers = ModelNumbers.of(ModelFile.recorded(Path.of("m.yaml"), text, Map.of()));
        assertEquals("[a, loss.floor, noise.batch-variance, noise.anisotropy, sgd.learning-rate, start.x]",
                numbers.all().stream().map(ModelNumbers.Number::path).toList().toString());
        assertEquals(text.replace("'2.0'", "3").replace("5e-2", "0.125"),
                numbers.with(Map.of("noise.batch-variance", "3", "sgd.learning-rate", "0.125")));
    }
}
