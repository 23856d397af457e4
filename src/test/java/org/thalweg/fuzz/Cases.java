package org.thalweg.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.thalweg.cli.RandomOptions;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaException;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;

/** The cheap kinds of cases: what is read, and small runs. */
final class Cases {
    private final Path folder;
    private final RandomModel models;
    /** A valley and a network, read once. */
    private final List<ModelFile> assigned;

    Cases(Path folder) {
        this.folder = folder;
        try {
            this.models = RandomModel.from(Path.of("models"));
            RandomNetwork.tables(folder);
            this.assigned = List.of(ModelFile.read(Path.of("models/degenerate-valley.yaml")),
                    ModelFile.read(Files.writeString(folder.resolve("network.yaml"), RandomNetwork.MODELS.get(0))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ModelFileException e) {
            throw new AssertionError(e);
        }
    }

    List<Fuzz> all() {
        return List.of(new Fuzz("formula", Cases::formula), new Fuzz("model", this::model),
                new Fuzz("assignment", this::assignment), new Fuzz("range", Cases::range),
                new Fuzz("options", random -> RandomOptions.run(random, folder)));
    }

    private static String formula(SplittableRandom random) {
        Formula formula;
        try {
            formula = Formula.parse(RandomFormula.of(random), List.of("x", "y"), Map.of("a", 0.5));
        } catch (FormulaException e) {
            throw worded(e.getMessage());
        }
        double point = random.nextDouble(-4.0, 4.0);
        formula.value(point, 0.5);
        formula.derivative("x").value(point, 0.5);
        formula.kinks();
        return "";
    }

    private String model(SplittableRandom random) {
        try {
            return finite(ModelFile.read(Files.writeString(folder.resolve("model.yaml"),
                    models.next(random).replace("\ud83d", "?"))));
        } catch (ModelFileException e) {
            throw worded(e.problems().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some path of a shipped model, and some value. */
    private String assignment(SplittableRandom random) {
        List<String> paths = List.of("a", "sgd.learning-rate", "noise.batch-variance", "noise.anisotropy", "start.x",
                "converged.flatness", "domain.x.from", "domain.x.to", "domain.x.boundary", "loss.flatness", "loss.floor",
                "noise.kind", "loss.kind", "sgd.momentum", "sgd.schedule", "start.y", "sweep.learning-rate",
                "sgd.weight-decay", "loss", "parameters", "loss.layers", "loss.data", "loss.data.scale",
                "loss.data.table", "loss.activation", "noise.batch", "noise.sampling", "start.alpha", "start.kind", "train",
                "train.time", "train.checkpoints", "train.stop.then-epochs");
        String value = switch (random.nextInt(3)) {
            case 0 -> RandomFormula.of(random);
            case 1 -> List.of("0.1", "0.5", "2", "3.0", "1e-6", "true", "relu", "[2, 5, 2]", "reshuffled", "{time: 3}")
                    .get(random.nextInt(10));
            default -> models.next(random).split("\n")[0].replaceFirst("^[^:]*: ?", "");
        };
        try {
            return finite(assigned.get(random.nextInt(2))
                    .with(Map.of(paths.get(random.nextInt(paths.size())), value)));
        } catch (ModelFileException e) {
            throw worded(e.problems().toString());
        }
    }

    private static String range(SplittableRandom random) {
        String text = List.of("lin:", "log:", "", "lin", "0.1,").get(random.nextInt(5)) + RandomFormula.mutated(
                List.of("0.1:1:5", "1e-300:1e300:100000", "0.1,0.2", "1:1:1", "-1e308:1e308:3", "0:1:1000000000")
                        .get(random.nextInt(6)), random);
        return Range.parse(text).values().stream().allMatch(Double::isFinite) ? "" : "not finite: " + text;
    }

    /** A model that is accepted has numbers to compute with. */
    private static String finite(ModelFile file) {
        double[] start = file.setting().start();
        double value = file.setting().surface().value(start);
        return Double.isNaN(value) ? "the loss is NaN at the start of an accepted model" : "";
    }

    private static Refusal worded(String message) {
        return new Refusal(message);
    }
}
