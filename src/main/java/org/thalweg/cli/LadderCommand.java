package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunTables;
import org.thalweg.results.Laboratory;
import org.thalweg.results.Row;
import org.thalweg.results.SvagLadder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the diffusion limit by literal steps alone. */
@Command(name = "ladder", description = "Literal SGD with amplified gradient variance, towards the diffusion;"
        + " exit code 1 if its limit is another.")
final class LadderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(names = "--svag", paramLabel = "L1,L2,...", hideParamSyntax = true, split = ",",
            description = "Amplifications, increasing: the rung L takes steps of 1/L of the learning rate."
                    + " Default: 1,2,4,8.")
    private List<Integer> levels = List.of(1, 2, 4, 8);

    @Option(names = "--particles", paramLabel = "N", description = "Trajectories of a rung. Default: ${DEFAULT-VALUE}.")
    private int particles = 2048;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(spec, particles);
        for (int i = 0; i < levels.size(); i++) {
            Arguments.positive(spec, "--svag", levels.get(i));
            if (i > 0 && levels.get(i) <= levels.get(i - 1)) {
                throw new Refusal("option --svag: " + levels.get(i) + " follows " + levels.get(i - 1)
                        + "; give the amplifications in increasing order");
            }
        }
        if (levels.size() < 2) {
            throw new Refusal("option --svag: one rung has no limit; give at least two, as in 1,2,4,8");
        }
        ModelFile model = options.read();
        Setting literal = model.setting().withoutFlatSet();
        Arguments.requireFirstOrder(literal);
        if (!literal.sgd().plain() || !literal.surface().geometry().valley()) {
            throw new Refusal(options.argument() + ": the ladder is about plain SGD on a valley; leave out"
                    + " momentum and weight decay, or use a surface of kind valley");
        }
        PlainSetting setting = literal.effective();
        Laboratory laboratory = new Laboratory(particles, options.run().seed(), options.run().threads(),
                Laboratory.SHORT_WINDOW, OptionalDouble.empty());
        if (!laboratory.plan(setting).stationary()) {
            throw new Refusal(
                    options.argument() + ": has no stationary state to compare; use simulate --svag");
        }
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("svag", levels);
        choices.put("particles", particles);
        Run run = Run.begin(spec, options.console(), model, options.argument(), options.run(), choices);
        Laboratory.densityNote(setting).ifPresent(run::note);
        SvagLadder ladder = SvagLadder.climb(laboratory, setting, levels);
        Family family = Family.of(ladder.judge());
        List<Judgement> judgements = family.judgements();
        write(run, setting, ladder);
        CsvTable.write(run.file("verdicts.csv"), RunTables.VERDICTS, judgements.stream());
        run.finish();
        options.console().result(text(setting, ladder, judgements, run), json(ladder, judgements, run));
        return family.upheld() ? ExitCode.OK : ExitCode.REFUTED;
    }

    private static void write(Run run, Setting setting, SvagLadder ladder) {
        try (CsvTable<RunTables.Rung> table = CsvTable.create(run.file("ladder.csv"), RunTables.LADDER)) {
            for (int i = 0; i < ladder.levels().size(); i++) {
                for (Quantity quantity : ladder.rungs().get(i).quantities().keySet()) {
                    int level = ladder.levels().get(i);
                    table.add(new RunTables.Rung(level, setting.sgd().learningRate() / level,
                            Row.plain(Witness.SGD, quantity, ladder.at(i, quantity))));
                }
            }
            for (Quantity quantity : SvagLadder.QUANTITIES) {
                table.add(limit(Row.plain(Witness.SGD, quantity, ladder.limit(quantity))));
                table.add(limit(Row.plain(Witness.DENSITY, quantity, ladder.diffusion(quantity))));
            }
        }
    }

    private static RunTables.Rung limit(Row row) {
        return new RunTables.Rung(Double.POSITIVE_INFINITY, 0.0, row);
    }

    private static String text(Setting setting, SvagLadder ladder, List<Judgement> judgements, Run run) {
        Table table = new Table("quantity", "rung", "value");
        for (Quantity quantity : SvagLadder.QUANTITIES) {
            for (int i = 0; i < ladder.levels().size(); i++) {
                table.row(quantity.key(), "l = " + ladder.levels().get(i), Table.number(ladder.at(i, quantity)));
            }
            table.row(quantity.key(), "limit", Table.number(ladder.limit(quantity)));
            table.row(quantity.key(), "diffusion", Table.number(ladder.diffusion(quantity)));
        }
        StringBuilder text = new StringBuilder(setting.name() + ": literal SGD at the learning rate "
                + Table.number(setting.sgd().learningRate()) + "/l with l times the gradient variance");
        text.append(System.lineSeparator()).append(System.lineSeparator()).append(table).append(System.lineSeparator());
        judgements.forEach(j -> text.append(System.lineSeparator()).append(j.claim().id()).append(": ")
                .append(j.verdict()));
        return text.append(System.lineSeparator()).append("written to ").append(run.folder()).toString();
    }

    private static Map<String, Object> json(SvagLadder ladder, List<Judgement> judgements, Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", run.folder().toString());
        json.put("svag", ladder.levels());
        judgements.forEach(j -> json.put(j.claim().id(), j.verdict()));
        return json;
    }
}
