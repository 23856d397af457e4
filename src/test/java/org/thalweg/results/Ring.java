package org.thalweg.results;

import java.nio.file.Path;
import java.util.Map;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/**
 * The shipped ring F = 1 + cos(x)/2 with some values replaced. Its temperature is Delta = eta sigma2 / 2; eps = max
 * Delta |kappa - 1| F'^2 with F'^2 &lt;= 1/4.
 */
public final class Ring {
    private static final Path FILE = Path.of("models", "degenerate-valley.yaml");

    private Ring() {}

    /** As shipped: eta = 0.05, sigma2 = 2, kappa = 4, start x = 3, flat set F >= 1.35. */
    public static PlainSetting shipped() {
        return with(Map.of());
    }

    /** The ring at another learning rate, batch variance and anisotropy. */
    public static PlainSetting of(double learningRate, double batchVariance, double anisotropy) {
        return with(Map.of("sgd.learning-rate", Double.toString(learningRate),
                "noise.batch-variance", Double.toString(batchVariance),
                "noise.anisotropy", Double.toString(anisotropy)));
    }

    /** The ring with values replaced, as {@code --set} does. */
    public static PlainSetting with(Map<String, String> assignments) {
        return model(FILE, assignments);
    }

    /** Another shipped model. */
    public static PlainSetting model(Path file, Map<String, String> assignments) {
        try {
            return ModelFile.read(file).with(assignments).setting().effective();
        } catch (ModelFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
