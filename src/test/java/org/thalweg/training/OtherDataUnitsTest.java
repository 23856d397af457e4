package org.thalweg.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;

/**
 * A network on data in other units: inputs z -> s z and targets t -> q t are undone by the weights, w -> (q / s) w. The
 * loss of a linear neuron is then q^2 times what it was, and its steps are the same with eta / s^2. With powers of two
 * no number is rounded otherwise: the same bits, but for exponents.
 */
class OtherDataUnitsTest {
    private static final Seed SEED = new Seed(20261129);
    private static final double[][] SAMPLES = {{0.3, 1.25, 0.7}, {-1.5, 0.4, -0.2}, {0.9, -0.6, 0.35}, {2.25, 0.1, 1.5},
        {-0.7, -1.1, 0.45}, {0.2, 0.8, -1.3}};

    @TempDir
    private Path folder;

    /** A neuron of two weights, its targets times q; inputs are scaled by the key of the model. */
    private Setting neuron(double s, double q, String sgd, String sampling) throws IOException, ModelFileException {
        StringBuilder samples = new StringBuilder("u,v,t\n");
        for (double[] sample : SAMPLES) {
            samples.append(sample[0]).append(',').append(sample[1]).append(',').append(q * sample[2]).append('\n');
        }
        Files.writeString(folder.resolve("samples.csv"), samples);
        Files.writeString(folder.resolve("start.csv"), "w\n" + 1.75 * q / s + "\n" + -0.625 * q / s + "\n");
        return ModelFile.read(Files.writeString(folder.resolve("neuron.yaml"), """
                name: neuron
                loss:
                  kind: network
                  data: {table: samples.csv, inputs: [u, v], outputs: [t], scale: %s}
                  layers: [2, 1]
                  biases: false
                  output: mse
                noise: {kind: samples, batch: 2, sampling: %s}
                sgd: {%s, learning-rate: %s}
                start: {table: start.csv, value: w}
                """.formatted(1.0 / s, sampling, sgd, 0.125 / (s * s)))).setting();
    }

    @ParameterizedTest
    @CsvSource({"1024, 1", "9.5367431640625e-7, 1", "1, 1048576", "0.0009765625, 1.8446744073709552e19"})
    void aTrainingIsTheSame(double s, double q) throws Exception {
        for (String sampling : List.of("replacement", "without-replacement", "reshuffled")) {
            for (String sgd : List.of("momentum: 0", "momentum: 0.9, nesterov: true")) {
                List<TrainingRow> here = rows(neuron(1.0, 1.0, sgd, sampling), 2.5);
                List<TrainingRow> there = rows(neuron(s, q, sgd, sampling), 2.5 / (s * s));
                assertEquals(21, here.size());
                for (int k = 0; k < here.size(); k++) {
                    assertEquals(here.get(k).step(), there.get(k).step());
                    assertEquals(here.get(k).trainLoss(), there.get(k).trainLoss() / (q * q), sampling + ", row " + k);
                    assertEquals(here.get(k).gradientNorm(), there.get(k).gradientNorm() / (q * s));
                }
            }
        }
    }

    private static List<TrainingRow> rows(Setting setting, double time) {
        return Repeats.of(Training.of(setting, time, 21, Optional.empty()), 1, SEED)
                .get(0).rows();
    }

    /** Its shipped relative, whose law is a density: lengths scale with 1 / s, and the learning rate with 1 / s^2. */
    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 0x1p10})
    void aDensityIsTheSame(double s) throws Exception {
        ModelFile model = ModelFile.read(Path.of("models", "two-weights.yaml"));
        Map<Quantity, Measurement> here = density(model.setting());
        Map<Quantity, Measurement> there = density(model.with(Map.of("loss.data.scale", text(1.0 / s),
                "sgd.learning-rate", text(0.05 / (s * s)), "start.x", text(1.0 / s), "domain.x.from", text(0.2 / s),
                "domain.x.to", text(1.8 / s), "domain.y.from", text(-0.8 / s), "domain.y.to", text(0.8 / s))).setting());
        for (Quantity quantity : List.of(Quantity.MEAN_X, Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y)) {
            double unit = quantity == Quantity.MEAN_X ? s : s * s;
            Measurement same = there.get(quantity).times(unit);
            // Errors are differences of nearly equal numbers; values have the rounding of a linear system.
            assertEquals(here.get(quantity).value(), same.value(), 1e-10 * here.get(quantity).value(), quantity.key());
            assertEquals(here.get(quantity).standardError(), same.standardError(),
                    1e-6 * here.get(quantity).standardError(), quantity.key());
        }
    }

    private static String text(double value) {
        return Double.toString(value);
    }

    private static Map<Quantity, Measurement> density(Setting setting) {
        return StationaryDensity.solve(setting.effective(), DensityMethod.FINITE_VOLUME, new Resolution(32, 32)).quantities();
    }

    /** On hidden layers only the first weights know of the inputs' unit: the loss stays, their gradient is s-fold. */
    @ParameterizedTest
    @ValueSource(strings = {"tanh", "relu", "softplus", "sigmoid", "shifted-relu"})
    void hiddenLayersDoNotSeeIt(String activation) throws Exception {
        double s = 0x1p30;
        ModelFile model = ModelFile.read(Path.of("models", "rescaled-network.yaml"))
                .with(Map.of("loss.activation", activation));
        LossSurface here = model.setting().surface();
        LossSurface there = model.with(Map.of("loss.data.scale", text(1.0 / s))).setting().surface();
        double[] theta = model.setting().start();
        double[] scaled = theta.clone();
        // 3 x 4 weights of the first layer.
        for (int i = 0; i < 12; i++) {
            scaled[i] /= s;
        }
        assertEquals(here.value(theta), there.value(scaled));
        double[] gradient = new double[theta.length];
        double[] other = new double[theta.length];
        here.gradient(theta, gradient);
        there.gradient(scaled, other);
        for (int i = 0; i < 12; i++) {
            other[i] /= s;
        }
        assertArrayEquals(gradient, other);
        assertEquals(24, DoubleStream.of(gradient).count());
    }
}
