package org.thalweg.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;

/** Files with the names, the sizes and the packing of MNIST, of images that nobody drew: a bright square in dim noise. */
class MnistShapeTest {
    private static final Seed SEED = new Seed(20261129);
    private static final int SIDE = 28;

    @TempDir
    private Path folder;

    /** Class k has its square in row k / 5 and column k % 5 of a coarse raster. */
    private void write(String images, String labels, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] pixels = random.ints((long) count * SIDE * SIDE, 0, 100).toArray();
        int[] classes = new int[count];
        for (int n = 0; n < count; n++) {
            classes[n] = n * 7 % 10;
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    int row = 4 + 12 * (classes[n] / 5) + i;
                    pixels[(n * SIDE + row) * SIDE + 1 + 5 * (classes[n] % 5) + j] = 255;
                }
            }
        }
        IdxBytes.write(folder, images, IdxBytes.packed(IdxBytes.of(new int[] {count, SIDE, SIDE}, pixels)));
        IdxBytes.write(folder, labels, IdxBytes.of(new int[] {count}, classes));
    }

    @Test
    void isReadAndLearned() throws IOException, ModelFileException {
        write("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte", 400, 1);
        write("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte", 100, 2);
        Setting setting = ModelFile.read(Files.writeString(folder.resolve("mnist.yaml"), """
                name: mnist
                loss:
                  kind: network
                  data: {images: train-images-idx3-ubyte.gz, labels: train-labels-idx1-ubyte,
                    test-images: t10k-images-idx3-ubyte.gz, test-labels: t10k-labels-idx1-ubyte,
                    per-class: 30, test-per-class: 10, shift: 0.5, scale: 0.5}
                  layers: [784, 20, 10]
                noise: {kind: samples, batch: 50, sampling: reshuffled}
                sgd: {learning-rate: 0.1}
                start: {kind: he-normal, seed: 1}
                """)).setting();
        assertEquals(784 * 20 + 20 + 20 * 10 + 10, setting.surface().dimension());
        Propagation train = setting.surface().task().orElseThrow().train().bind();
        Propagation test = setting.surface().task().orElseThrow().test().orElseThrow().bind();
        assertEquals(300, train.network().samples().count());
        assertEquals(100, test.network().samples().count());
        List<double[]> points = TrainingRunner.checkpoints(Training.of(setting, 12.0, 2, Optional.empty()), SEED);
        assertTrue(train.errorRate(points.get(0)) > 0.5, "nothing is known before");
        assertEquals(0.0, train.errorRate(points.get(1)));
        assertTrue(test.errorRate(points.get(1)) < 0.05, "test error " + test.errorRate(points.get(1)));
    }
}
