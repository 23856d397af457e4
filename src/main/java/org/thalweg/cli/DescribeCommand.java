package org.thalweg.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.Schema;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.formula.Key;
import org.thalweg.model.noise.NoiseCatalogue;
import org.thalweg.model.optimiser.OptimiserCatalogue;
import org.thalweg.model.optimiser.OptimiserKind;
import org.thalweg.model.surface.SurfaceCatalogue;
import org.thalweg.results.Bound;
import org.thalweg.results.description.Facts;
import org.thalweg.results.description.NetworkFacts;
import org.thalweg.results.description.TheoryHypotheses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Says everything about a setting that can be said without simulating it; without a model, what model files may say.
 */
@Command(name = "describe",
        description = "A setting in full: derived quantities, time scales, hypotheses, bounds. "
                + "Without MODEL: the keys of model files.")
final class DescribeCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "A model file, or the name of a shipped one.")
    private String argument;

    @Option(names = "--set", paramLabel = "P=V", description = "Sets a parameter or a value of the model. Repeatable.")
    private Map<String, String> assignments = new LinkedHashMap<>();

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws ModelFileException {
        if (argument == null) {
            output.console().result(schema(), Map.of());
            return ExitCode.OK;
        }
        ModelFile model = ModelLibrary.read(argument, assignments);
        Setting setting = model.setting();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("loss", setting.surface().toString());
        model.parameters().forEach((name, value) -> facts.put("parameter " + name, value));
        facts.put("gradient noise", setting.noise().toString());
        facts.putAll(Facts.of(setting));
        setting.surface().task().ifPresent(task -> facts.putAll(NetworkFacts.of(model, task)));
        model.remarks().forEach(line -> output.console().note("note: " + line));
        output.console().result(text(setting, facts), facts);
        return ExitCode.OK;
    }

    private static String text(Setting setting, Map<String, Object> facts) {
        List<String> lines = new ArrayList<>();
        lines.add(setting.name() + ": " + setting.summary());
        lines.add("");
        Table table = new Table("quantity", "value");
        facts.forEach((name, value) -> table.row(name, value instanceof Double d ? Table.number(d) : value.toString()));
        lines.add(table.toString());
        hypotheses(lines, TheoryHypotheses.of(setting));
        if (setting.sgd().schedule().constant()) {
            bounds(lines, setting);
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void bounds(List<String> lines, Setting setting) {
        lines.add("");
        lines.add("Bounds:");
        Bound.all(setting).forEach(b -> lines.add("  learning rate at most " + Table.number(b.asLearningRate(setting))
                + ": " + b.name() + "; beyond it " + b.consequence()));
        Bound.absent(setting).forEach((name, why) -> lines.add("  no bound by " + name + ": " + why));
    }

    private static void hypotheses(List<String> lines, Map<String, List<Hypothesis>> hypotheses) {
        if (hypotheses.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Hypotheses of the theory here:");
        hypotheses.forEach((name, list) -> {
            boolean all = list.stream().allMatch(Hypothesis::holds);
            lines.add("  " + name + ": " + (all ? "hold" : "do not hold, so its claims are silent"));
            list.forEach(h -> lines.add("    " + (h.holds() ? "yes " : "NO  ") + h.statement() + ": " + h.found()));
        });
    }

    private static String schema() {
        List<String> lines = new ArrayList<>();
        lines.add("Keys of a model file (indented: inside the key above; * required):");
        keys(lines, Schema.TOP, "  ");
        lines.add("");
        lines.add("Inside domain, for each coordinate:");
        keys(lines, Schema.INTERVAL, "  ");
        SurfaceCatalogue.KINDS.forEach(kind -> {
            lines.add("");
            lines.add("loss: {kind: " + kind.name() + "}   " + kind.summary());
            keys(lines, kind.keys(), "  ");
        });
        NoiseCatalogue.KINDS.forEach(kind -> {
            lines.add("");
            lines.add("noise: {kind: " + kind.name() + "}   " + kind.summary());
            keys(lines, kind.keys(), "  ");
        });
        OptimiserCatalogue.KINDS.forEach(kind -> optimiser(lines, "optimiser", kind));
        OptimiserCatalogue.BASES.stream().filter(kind -> !OptimiserCatalogue.KINDS.contains(kind))
                .forEach(kind -> optimiser(lines, "optimiser.base", kind));
        return String.join(System.lineSeparator(), lines);
    }

    private static void optimiser(List<String> lines, String key, OptimiserKind kind) {
        lines.add("");
        lines.add(key + ": {kind: " + kind.name() + "}   " + kind.summary());
        keys(lines, kind.keys(), "  ");
    }

    private static void keys(List<String> lines, List<Key> keys, String indent) {
        for (Key key : keys) {
            lines.add(indent + key.name() + (key.required() ? "*" : "") + "  " + key.meaning());
            keys(lines, key.keys(), indent + "  ");
        }
    }
}
