package org.thalweg.model.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.data.Checkpoints;
import org.thalweg.data.NumberTable;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.model.start.StartsInTurn;
import org.thalweg.network.FactorStart;
import org.thalweg.network.Layer;
import org.thalweg.network.StartLaw;
import org.thalweg.quantity.Counted;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.Sha256;

/**
 * Reads where a network starts: weights drawn by the size of their layer, the parameters in a table, or a checkpoint of
 * a run. With a seed, weights are drawn once ({@link StartLaw#draw}); without, each repeat and each particle draws its
 * own.
 */
final class NetworkStartReader {

    /** The most that weights may be, or be scaled by, as inputs: squares of second derivatives stay doubles. */
    private static final double MOST_SIZE = 1e30;

    private final NodeFields fields;
    private final LearningTask task;

    NetworkStartReader(NodeFields fields, LearningTask task) {
        this.fields = fields;
        this.task = task;
    }

    /** True where the start is not given by coordinates. */
    static boolean serves(NodeFields root, LossSurface surface) {
        return surface.task().isPresent() && root.isMapping("start") && !root.mapping("start").has("x");
    }

    /** The distribution; a stand-in after problems. */
    StartDistribution read() {
        fields.allow(Schema.NETWORK_START);
        List<String> given = Stream.of("kind", "table", "checkpoint").filter(fields::has).toList();
        if (given.size() != 1) {
            fields.problem(given.isEmpty() ? "kind" : given.get(1), given.isEmpty()
                            ? "nothing says where the " + parameters() + " parameters start" : "'" + given.get(0)
                                    + "' and '"
                            + given.get(1) + "' are two starts",
                    "give kind: he-normal, or table: FILE with value: COLUMN, or checkpoint: RUN");
            return point(new double[parameters()]);
        }
        only(given.get(0), "kind", "seed", "gamma");
        double alpha = fields.has("alpha") ? fields.positive("alpha") : 1.0;
        if (fields.has("alpha") && given.get(0).equals("kind") && !fields.has("seed")) {
            fields.problem("alpha", "'alpha' scales one start, and each repeat draws its own", "add seed: 1");
        }
        boolean batchNorm = task.train().architecture().batchNorm();
        if (fields.has("alpha") && batchNorm) {
            fields.problem("alpha", "'alpha' moves size between layers, which batch normalisation takes away",
                    "remove it, or write batch-norm: false");
        }
        if (fields.has("gamma") && !batchNorm) {
            fields.problem("gamma", "'gamma' belongs to batch normalisation", "remove it, or write batch-norm: true");
        }
        if (alpha > MOST_SIZE || alpha < 1.0 / MOST_SIZE) {
            fields.problem("alpha", "'alpha' = " + alpha, "give a number from " + 1.0 / MOST_SIZE + " to " + MOST_SIZE);
        }
        only(given.get(0), "table", "value");
        only(given.get(0), "checkpoint", "at", "repeat");
        try {
            return switch (given.get(0)) {
                case "kind" -> drawn(alpha);
                case "table" -> table(alpha);
                default -> checkpoint(alpha);
            };
        } catch (Refusal refusal) {
            String message = refusal.getMessage();
            int end = message.lastIndexOf("; ");
            fields.problem(given.get(0), message.substring(0, end), message.substring(end + 2));
            return point(new double[parameters()]);
        }
    }

    private int parameters() {
        return task.train().parameters();
    }

    private void only(String form, String its, String... keys) {
        for (String key : keys) {
            if (!form.equals(its) && fields.has(key)) {
                fields.problem(key, "'" + key + "' belongs to '" + its + "'", "remove it");
            }
        }
    }

    private static StartDistribution point(double[] theta) {
        return new StartsInTurn(List.of(Arrays.stream(theta).boxed().toList()));
    }

    /** The first layer times alpha, biases of those between too, and the weights of the last one divided by it. */
    private StartDistribution scaled(double[] theta, double alpha) {
        for (double value : theta) {
            if (!(Math.abs(value) <= MOST_SIZE)) {
                throw new Refusal("a parameter starts at " + value + "; give numbers up to " + MOST_SIZE);
            }
        }
        List<Layer> layers = task.train().architecture().layers();
        if (layers.size() == 1) {
            return point(theta);
        }
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            for (int i = layer.number() == 1 ? layer.weightsFrom() : layer.biasesFrom(); i < layer.end(); i++) {
                theta[i] *= alpha;
            }
        }
        Layer last = layers.get(layers.size() - 1);
        for (int i = last.weightsFrom(); i < last.biasesFrom(); i++) {
            theta[i] /= alpha;
        }
        return point(theta);
    }

    private StartDistribution drawn(double alpha) {
        Optional<StartLaw> law = fields.choice("kind", List.of(StartLaw.values()), StartLaw::key);
        if (law.isEmpty()) {
            return point(new double[parameters()]);
        }
        FactorStart factors =
                fields.choice("gamma", List.of(FactorStart.values()), FactorStart::key, FactorStart.ONE);
        if (!fields.has("seed")) {
            return new IndependentStarts(laws(law.get(), factors));
        }
        Seed seed = new Seed(fields.seed("seed"));
        return scaled(law.get().draw(task.train().architecture(), factors, seed), alpha);
    }

    private List<org.thalweg.model.start.StartLaw> laws(StartLaw law, FactorStart factors) {
        org.thalweg.model.start.StartLaw factor = switch (factors) {
            case ONE -> new org.thalweg.model.start.StartLaw.Point(1.0);
            case UNIFORM -> new org.thalweg.model.start.StartLaw.Uniform(0.0, 1.0);
            case NORMAL -> new org.thalweg.model.start.StartLaw.Normal(0.0, FactorStart.DEVIATION);
        };
        List<org.thalweg.model.start.StartLaw> laws = new ArrayList<>();
        for (Layer layer : task.train().architecture().layers()) {
            var weight = new org.thalweg.model.start.StartLaw.Normal(0.0, Math.sqrt(law.variance(layer)));
            var zero = new org.thalweg.model.start.StartLaw.Point(0.0);
            laws.addAll(Collections.nCopies(layer.biasesFrom() - layer.weightsFrom(), weight));
            laws.addAll(Collections.nCopies(layer.gammaFrom() - layer.biasesFrom(), zero));
            laws.addAll(Collections.nCopies(layer.betaFrom() - layer.gammaFrom(), factor));
            laws.addAll(Collections.nCopies(layer.end() - layer.betaFrom(), zero));
        }
        return laws;
    }

    private StartDistribution table(double alpha) {
        Path path = fields.path("table");
        String column = fields.text("value");
        if (!fields.sound()) {
            return point(new double[parameters()]);
        }
        double[] theta = NumberTable.column(path, column);
        if (theta.length != parameters()) {
            throw new Refusal(path + " has " + Counted.of(theta.length, "row") + ", and the network has "
                    + Counted.of(parameters(), "parameter") + "; give one row for each");
        }
        fields.keepTable(path, Sha256.of(Arrays.toString(theta)));
        return scaled(theta, alpha);
    }

    /** A path is seen from the folder of the model file, and where there is nothing, from that of the process. */
    private StartDistribution checkpoint(double alpha) {
        Path beside = fields.path("checkpoint");
        String at = fields.has("at") ? fields.text("at") : "last";
        double repeat = fields.number("repeat", 0.0);
        if (repeat != Math.rint(repeat) || repeat < 0.0 || repeat > Integer.MAX_VALUE) {
            fields.problem("repeat", "'repeat' = " + repeat, "give the number of a repeat, from 0");
        }
        if (!fields.sound()) {
            return point(new double[parameters()]);
        }
        Path folder = Files.isDirectory(beside) ? beside : Path.of(fields.text("checkpoint"));
        double[] theta = Checkpoints.of(folder).parameters((int) repeat, at, parameters());
        fields.keepTable(folder.resolve(Checkpoints.FILE), Sha256.of(Arrays.toString(theta)));
        return scaled(theta, alpha);
    }
}
