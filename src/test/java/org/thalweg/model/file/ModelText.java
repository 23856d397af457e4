package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.Problem;

/** Model files written for a test. */
public final class ModelText {
    /** A right model, one key a line; tests spoil single lines of it. */
    public static final String SOUND = """
            name: sound
            summary: A model without mistakes.
            parameters: {a: 0.5, b: 2*a}
            loss:
              kind: valley
              flatness: "1 + a*cos(x)"
              floor: "0"
            domain:
              x: {from: -pi, to: pi, boundary: periodic}
            noise:
              kind: anisotropic
              batch-variance: 2.0
              anisotropy: 4
            sgd: {learning-rate: 0.05}
            start: {x: 3.0, y: 0.0}
            converged: {flatness: 1.35}
            sweep:
              learning-rate: "log:0.02:0.1:6"
              batch-variance: "1,2,4"
              particles: 64
            """;

    private ModelText() {}

    /** A model with the given loss and noise, both in YAML's flow style, on -pi to pi between reflecting walls. */
    public static String of(String loss, String noise) {
        return "name: example\nloss: " + loss + "\ndomain: {x: {from: -pi, to: pi, boundary: reflecting}}\n"
                + "noise: " + noise + "\nsgd: {learning-rate: 0.05}\nstart: {x: 1}\n";
    }

    /** Reads a text as a model file. */
    public static ModelFile read(String text) throws ModelFileException {
        return ModelFile.read(file(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Reads a text that is a right model file. */
    public static ModelFile sound(String text) {
        try {
            return read(text);
        } catch (ModelFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The problems of a text. */
    public static List<Problem> problems(String text) {
        return assertThrows(ModelFileException.class, () -> read(text)).problems();
    }

    public static Path file(byte[] content) {
        try {
            Path file = Files.createTempFile("model", ".yaml");
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
