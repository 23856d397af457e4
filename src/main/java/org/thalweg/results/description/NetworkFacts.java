package org.thalweg.results.description;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.TrainDefaults;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Layer;
import org.thalweg.network.Propagation;
import org.thalweg.quantity.Counted;
import org.thalweg.random.Seed;
import org.thalweg.training.Training;
import org.thalweg.training.Window;

/** What there is to say of a network before it is trained: layers, parameters, data, memory, and how long it takes. */
public final class NetworkFacts {
    /** Iterations are timed until for so many nanoseconds none was clearly quicker: code is compiled while it runs. */
    private static final long SETTLED = 500_000_000;
    private static final double CLEARLY = 0.9;
    /** But so many of them, the first of which are slow. */
    private static final int FIRST = 100;
    /** And for no longer than this. */
    private static final long LONGEST = 5_000_000_000L;
    /** So many nanoseconds are a window of iterations, of which the mean is taken. */
    private static final long WINDOW = 2_000_000;
    private static final double NANOSECONDS = 1e-9;
    private static final double MEGABYTE = 1e6;

    private NetworkFacts() {}

    public static Map<String, Object> of(ModelFile model, LearningTask task) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Layer layer : task.train().architecture().layers()) {
            facts.put("layer " + layer.number(), layer.inputs() + " -> " + layer.outputs() + ", "
                    + Counted.of(layer.end() - layer.weightsFrom(), "parameter") + " W" + layer.number() + "[1,1] to "
                    + task.train().architecture().names().get(layer.end() - 1));
        }
        int parameters = task.train().parameters();
        facts.put("parameters", (long) parameters);
        facts.put("samples to train on", (long) task.samples());
        facts.put("samples to test on", (long) task.test().map(t -> t.samples().count()).orElse(0));
        if (task.train().samples().haveClasses()) {
            facts.put("samples of each class", classes(task));
        }
        facts.put("SHA-256 of the data", task.data().sha256());
        if (model.setting().noise() instanceof SampleNoise noise) {
            training(model, noise, facts);
        }
        return facts;
    }

    private static String classes(LearningTask task) {
        int[] count = new int[task.train().samples().outputs()];
        for (int n = 0; n < task.samples(); n++) {
            count[task.train().samples().label(n)]++;
        }
        return Arrays.stream(count).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static void training(ModelFile model, SampleNoise noise, Map<String, Object> facts) {
        int parameters = noise.dimension();
        facts.put("iterations of an epoch", (long) Math.max(1, noise.task().samples() / noise.batch()));
        double step = step(model.setting(), noise);
        facts.put("an iteration takes (seconds, without vector instructions, about)", step);
        TrainDefaults train = model.training();
        TrainingForecast forecast = TrainingForecast.of(step, noise);
        train.time().ifPresent(time -> {
            long iterations = model.setting().sgd().iterations(time);
            facts.put("iterations of a repeat", iterations);
            facts.put("a repeat takes (seconds of one core, about)", forecast.repeat(iterations));
            if (forecast.compiles(iterations)) {
                facts.put("each further one, by vector instructions (seconds of one core, about)",
                        forecast.further(iterations));
            }
        });
        train.checkpoints().ifPresent(checkpoints -> facts.put("checkpoints of a repeat (megabytes on the disk)",
                (double) checkpoints * parameters * Double.BYTES / MEGABYTE));
        // Parameters, gradient and velocity, twice as many sums, and the samples once for all.
        facts.put("memory of a repeat (megabytes, about)", 6.0 * parameters * Double.BYTES / MEGABYTE);
        facts.put("memory of the samples (megabytes)",
                (double) noise.task().samples() * noise.task().train().architecture().inputs()
                        * Double.BYTES / MEGABYTE);
    }

    /** Measured: iterations of the training, their batches drawn, at their quickest. */
    private static double step(Setting setting, SampleNoise noise) {
        Propagation network = noise.task().train().bind();
        double[] theta = new double[noise.dimension()];
        double least = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        long found = begin;
        long now = begin;
        long iterations = 1;
        long done = 0;
        while ((done < FIRST || now - found < SETTLED) && now - begin < LONGEST) {
            System.arraycopy(setting.start(), 0, theta, 0, theta.length);
            long from = System.nanoTime();
            new Window(new Training(setting, noise, iterations, 2, Optional.empty()), iterations)
                    .literal(network, theta, Seed.DEFAULT, each -> { });
            now = System.nanoTime();
            done += iterations;
            double took = (double) (now - from) / iterations;
            if (took < CLEARLY * least) {
                found = now;
            }
            least = Math.min(least, took);
            if (Double.isNaN(theta[0])) {
                // What has overflowed is not computed on.
                break;
            }
            iterations = now - from < WINDOW ? 2 * iterations : iterations;
        }
        return NANOSECONDS * least;
    }
}
