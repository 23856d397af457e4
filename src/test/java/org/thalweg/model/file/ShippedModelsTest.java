package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.model.Setting;
import org.thalweg.model.profile.Profile;

/** The model files that come with the program. */
class ShippedModelsTest {
    private static final Path MODELS = Path.of("models");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void areThese() throws IOException {
        assertEquals(List.of("asymmetric-valley", "batch-norm-network", "bump-valley", "decentralised-network",
                "degenerate-valley", "digits-network",
                "fashion-network", "function-centric", "inverse-variance-flatness",
                "isotropic-control", "label-noise-valley", "leading-directions", "linear-network", "log-walled-valley", "logistic-neuron",
                "mini-batch-valley", "momentum-valley", "near-degenerate-valley", "one-bit-network", "parity-network",
                "published-two-valleys", "rescaled-network", "saturating-valley", "spectral-range-network",
                "two-sharp-directions", "two-valleys", "two-weights"),
                files().stream().map(f -> f.getFileName().toString().replace(".yaml", ""))
                        .collect(Collectors.toList()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void areRightAndSayWhatTheyAreFor(Path file) throws Exception {
        ModelFile model = ModelFile.read(file);
        assertEquals(file.getFileName().toString(), model.name() + ".yaml");
        assertFalse(model.setting().summary().isBlank());
        assertTrue(model.text().startsWith("# Question: "), file.toString());
        assertTrue(model.text().contains("# Expect: ") && model.text().contains("# Run time: "), file.toString());
        Setting setting = model.setting();
        setting.surface().geometry().shape().ifPresent(valley -> {
            assertTrue(model.sweep().learningRate().isPresent()
                    && (model.sweep().batchVariance().isPresent() || model.sweep().batchSize().isPresent()));
            assertFalse(setting.flatSet().orElseThrow().contains(valley.flatnessAt(setting.start()[0])),
                    "starts where it should arrive");
        });
    }

    /**
     * The small parameter max Delta |kappa - 1| F'^2 is at most 0.1: the asymptotic theory applies. Not so for
     * bump-valley, whose temperature is that of its reference numbers.
     */
    @ParameterizedTest
    @CsvSource({"degenerate-valley, 0.0375", "isotropic-control, 0", "saturating-valley, 0.0395",
        "near-degenerate-valley, 0.0292",
        "log-walled-valley, 0.00833", "momentum-valley, 0.0375", "bump-valley, 0.0662"})
    void theSmallParameterIsAsDocumented(String name, double expected) throws Exception {
        Setting setting = ModelFile.read(MODELS.resolve(name + ".yaml")).setting();
        Profile f = setting.surface().geometry().shape().orElseThrow().flatness().get(0);
        double steepest = 0.0;
        for (double x = -40.0; x <= 40.0; x += 0.01) {
            steepest = Math.max(steepest,
                    f.slope(setting.domain().along().fold(x)) * f.slope(setting.domain().along().fold(x)));
        }
        double kappa = setting.noise().anisotropy().orElseThrow();
        double small = setting.temperature().orElseThrow() * Math.abs(kappa - 1.0) * steepest;
        assertEquals(expected, small, 0.01 * expected + 1e-12);
    }
}
