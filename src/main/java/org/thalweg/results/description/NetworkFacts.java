package org.thalweg.results.description;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.TrainDefaults;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Layer;
import org.thalweg.network.Propagation;

/** What there is to say of a network before it is trained: layers, parameters, data, memory, and how long it takes. */
public final class NetworkFacts {
    /** Gradients are timed until for so many nanoseconds none was clearly quicker: code is compiled while it runs. */
    private static final long SETTLED = 500_000_000;
    private static final double CLEARLY = 0.9;
    /** But so many of them, the first of which are slow. */
    private static final int FIRST = 100;
    /** And for no longer than this. */
    private static final long LONGEST = 5_000_000_000L;
    private static final double NANOSECONDS = 1e-9;
    private static final double MEGABYTE = 1e6;

    private NetworkFacts() {}

    public static Map<String, Object> of(ModelFile model, LearningTask task) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Layer layer : task.train().architecture().layers()) {
            facts.put("layer " + layer.number(), layer.inputs() + " -> " + layer.outputs() + ", "
                    + (layer.end() - layer.weightsFrom()) + " parameters W" + layer.number() + "[1,1] to "
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
        double step = step(noise, model.setting().start());
        facts.put("an iteration takes (seconds, at most about)", step);
        TrainDefaults train = model.training();
        train.time().ifPresent(time -> {
            long iterations = model.setting().sgd().iterations(time);
            facts.put("iterations of a repeat", iterations);
            facts.put("a repeat takes (seconds of one core, at most about)", step * iterations);
        });
        train.checkpoints().ifPresent(checkpoints -> facts.put("checkpoints of a repeat (megabytes on the disk)",
                (double) checkpoints * parameters * Double.BYTES / MEGABYTE));
        // Parameters, gradient and velocity, twice as many sums, and the samples once for all.
        facts.put("memory of a repeat (megabytes, about)", 6.0 * parameters * Double.BYTES / MEGABYTE);
        facts.put("memory of the samples (megabytes)",
                (double) noise.task().samples() * noise.task().train().architecture().inputs()
                        * Double.BYTES / MEGABYTE);
    }

    /** Measured: the gradient of a batch, at its quickest. Long trainings are compiled better than this is. */
    private static double step(SampleNoise noise, double[] theta) {
        Propagation propagation = noise.task().train().bind();
        int[] batch = new int[noise.batch()];
        Arrays.setAll(batch, b -> b % noise.task().samples());
        double[] gradient = new double[theta.length];
        long least = Long.MAX_VALUE;
        long begin = System.nanoTime();
        long found = begin;
        long last = begin;
        for (int n = 0; (n < FIRST || last - found < SETTLED) && last - begin < LONGEST; n++) {
            propagation.lossAndGradient(theta, batch, batch.length, gradient);
            long now = System.nanoTime();
            found = now - last < CLEARLY * least ? now : found;
            least = Math.min(least, now - last);
            last = now;
        }
        return NANOSECONDS * least;
    }
}
