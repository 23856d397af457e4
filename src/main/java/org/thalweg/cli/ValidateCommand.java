package org.thalweg.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Optimised;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.Geometry;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunTables;
import org.thalweg.report.figures.EffectiveLossComparisonFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.results.EffectiveLossComparison;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.Claims;
import org.thalweg.results.claim.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Judges the claims of the theory for a model.
 *
 * <p>Many imports: claims are asked for, judged, shown and written here, for one model or for a family.
 */
@Command(name = "validate", description = "Judge the claims of the theory; exit code 1 if any is refuted.")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", arity = "0..1",
            description = "A model file, or the name of a shipped one (see thalweg models).")
    private String argument;

    @Option(names = "--all", description = "Every shipped model, as one family of claims; writes validation.md.")
    private boolean all;

    @Mixin
    private RunOptions options;

    @Mixin
    private OutputOptions output;

    @Option(names = "--particles", paramLabel = "N",
            description = "Trajectories of each ensemble. Default: ${DEFAULT-VALUE}.")
    private int particles = 4096;

    private final UnaryOperator<Laboratory> witnesses;

    ValidateCommand() {
        this(UnaryOperator.identity());
    }

    /** A command whose witnesses are tampered with, to see that it notices. */
    ValidateCommand(UnaryOperator<Laboratory> witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(spec, particles);
        if (all == (argument != null)) {
            throw new ParameterException(spec.commandLine(), all
                    ? "--all and the model '" + argument + "'; give one of them"
                    : "no model named; give a file, the name of a shipped model (thalweg models), or --all");
        }
        return all ? new Survey(spec, output.console(), options, particles, this::laboratory).run() : one();
    }

    private Laboratory laboratory(Setting setting) {
        return witnesses.apply(new Laboratory(
                particles, options.seed(), options.threads(), Laboratory.LONG_WINDOW, OptionalDouble.empty()));
    }

    /**
     * The witnesses of a model, once it is known that the claims can be judged for it: one model and all are asked the
     * same.
     *
     * @throws Refusal where they cannot be
     */
    static Laboratory witnesses(Setting literal, Function<Setting, Laboratory> laboratories) {
        if (literal.surface().task().isPresent()) {
            return laboratories.apply(literal);
        }
        if (!literal.sgd().descends()) {
            return laboratories.apply(literal);
        }
        Arguments.requireFirstOrder(literal);
        if (Claims.about(literal).isEmpty()) {
            throw new Refusal("the claims are about valleys and asymmetric valleys, and this surface is neither; use a"
                    + " surface of kind valley or asymmetric");
        }
        Laboratory laboratory = laboratories.apply(literal);
        if (literal.noise().structure() == NoiseStructure.GENERAL) {
            // Noise that couples x and y is too much for some grids: better known before anything is written.
            laboratory.density(literal.effective());
        }
        return laboratory;
    }

    private int one() throws ModelFileException {
        ModelFile file = ModelFile.read(ModelLibrary.shipped().resolve(argument));
        ModelFile model = options.assignments().isEmpty() ? file : file.with(options.assignments());
        Setting setting = model.setting();
        Laboratory laboratory = witnesses(setting, this::laboratory);
        Run run = Run.begin(spec, output.console(), model, argument, options, Map.of("particles", particles));
        if (setting.surface().task().isEmpty()) {
            Optimised.note(setting).ifPresent(run::note);
        }
        Laboratory.densityNote(setting).ifPresent(run::note);
        Family family;
        try (ProgressBar bar = output.console().progress("validate")) {
            family = new Validation(laboratory, setting).judge(bar);
        }
        CsvTable.write(run.file("verdicts.csv"), RunTables.VERDICTS, family.judgements().stream());
        Geometry geometry = setting.surface().geometry();
        boolean line = geometry == Geometry.LINE && setting.surface().task().isEmpty();
        if (setting.sgd().descends() && (geometry.valley() || line && !setting.timeDependent())) {
            marginals(run, laboratory, setting.effective());
        }
        run.finish();
        output.console().result(text(setting, family, run), json(family, run));
        return family.upheld() ? ExitCode.OK : ExitCode.REFUTED;
    }

    /** All witnesses along the valley, in one file and two figures. */
    private static void marginals(Run run, Laboratory laboratory, PlainSetting setting) {
        if (setting.surface().geometry() != Geometry.LINE && !laboratory.plan(setting).stationary()) {
            run.note("no stationary state, so no marginals are compared");
            return;
        }
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        marginals.putAll(laboratory.marginals(setting));
        CsvTable.write(run.file("marginal.csv"), RunTables.MARGINAL, RunTables.cells(marginals));
        run.draw("marginal", MarginalFigure.of(setting, marginals));
        EffectiveLossComparison.of(laboratory, setting).ifPresent(comparison -> compare(run, setting, comparison));
    }

    /** The SGD-loss of all witnesses and of all orders of the theory. */
    private static void compare(Run run, Setting setting, EffectiveLossComparison comparison) {
        CsvTable.write(run.file("effective-loss.csv"), RunTables.EFFECTIVE_LOSS,
                comparison.curves().stream().flatMap(RunTables::points));
        run.draw("effective-loss", () -> EffectiveLossComparisonFigure.againstFlatness(setting, comparison));
        run.draw("effective-loss-deviation", () -> EffectiveLossComparisonFigure.alongValley(setting, comparison));
    }

    private static String text(Setting setting, Family family, Run run) {
        Table table = new Table(
                "claim", "predicted", "measured", "margin", "verdict", "largest part, and what would shrink it");
        List<String> silent = new ArrayList<>();
        for (Judgement j : family.judgements()) {
            if (j.verdict() == Verdict.NOT_APPLICABLE) {
                silent.add("  " + j.claim().id() + ": " + j.claim().reasonForSilence());
                continue;
            }
            table.row(j.claim().id(), Table.number(j.claim().prediction().value()),
                    j.known() ? Table.number(j.measured()) : "-", j.known() ? Table.number(j.margin()) : "-",
                    j.verdict().toString(), j.advice().orElse("-"));
        }
        String lines = System.lineSeparator();
        StringBuilder text = new StringBuilder(setting.name() + ": claims judged" + lines + lines + table);
        if (!silent.isEmpty()) {
            text.append(lines).append(lines).append("not applicable here:").append(lines)
                    .append(String.join(lines, silent));
        }
        text.append(lines).append(lines).append(counts(family)).append(lines).append(rate(family))
                .append(lines).append("written to ").append(run.folder());
        return text.toString();
    }

    private static String counts(Family family) {
        List<String> words = new ArrayList<>();
        family.counts().forEach((verdict, count) -> words.add(count + " " + verdict));
        return String.join(", ", words) + ".";
    }

    static String rate(Family family) {
        return String.format(Locale.ROOT, "Of all claims together one that is true is refuted by chance with"
                + " probability %.2g at most: each of the %d that were sampled with %.1e.", family.falseAlarm(),
                family.exposed(), family.share());
    }

    private static Object json(Family family, Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", run.folder().toString());
        json.put("false_alarm_rate", family.falseAlarm());
        json.put("verdicts", family.judgements().stream().map(j -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("claim", j.claim().id());
            row.put("predicted", j.claim().prediction().value());
            row.put("measured", j.measured().value());
            row.put("standard_error", j.measured().standardError());
            row.put("margin", j.margin());
            row.put("verdict", j.verdict());
            j.advice().ifPresent(advice -> row.put("largest_part", advice));
            return row;
        }).toList());
        return json;
    }
}
