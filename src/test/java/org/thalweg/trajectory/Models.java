package org.thalweg.trajectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/** Settings out of model files. */
public final class Models {
    private Models() {}

    /** A shipped model without its flat set. */
    public static Setting shipped(String name) throws ModelFileException {
        return read(Path.of("models", name + ".yaml")).withoutFlatSet();
    }

    /** Loss and noise of x and y as a model file has them, on the open plane at learning rate 0.1. */
    public static Setting of(String loss, String noise) throws ModelFileException {
        try {
            Path file = Files.createTempFile("model", ".yaml");
            try {
                Files.writeString(file, "name: test\nsummary: A test.\nloss: " + loss + "\ndomain:\n"
                        + "  x: {from: -5, to: 5, boundary: open}\nnoise: " + noise
                        + "\nsgd: {learning-rate: 0.1}\nstart: {x: 0.5, y: 0.2}\n");
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Setting read(Path file) throws ModelFileException {
        return ModelFile.read(file).with(Map.of()).setting();
    }
}
