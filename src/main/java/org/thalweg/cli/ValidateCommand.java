package org.thalweg.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.thalweg.measure.Claim;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.NoiseStructure;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelFileException;
import org.thalweg.report.MarginalTable;
import org.thalweg.report.VerdictTable;
import org.thalweg.report.figures.EffectiveLossFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.Claims;
import org.thalweg.results.claim.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges the claims of the theory for a model. */
@Command(name = "validate", description = "Judge the claims of the theory; exit code 1 if any is refuted.")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

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
        Arguments.positive(spec, "--particles", particles);
        ModelFile model = options.read();
        Arguments.requireFirstOrder(model.setting());
        Setting setting = model.setting().effective();
        if (Claims.about(setting).isEmpty()) {
            throw new BadInputException(options.argument() + ": the claims are about valleys and asymmetric valleys,"
                    + " and this surface is neither; use a surface of kind valley or asymmetric");
        }
        if (setting.noise().structure() == NoiseStructure.GENERAL) {
            throw new BadInputException(options.argument() + ": the noise couples x and y, which the density that all"
                    + " claims are held against cannot do; use diagonal noise, or sweep without the density");
        }
        Run run = Run.begin(spec, options.console(), model, options.argument(), options.run(),
                Map.of("particles", particles));
        Optimised.note(model.setting()).ifPresent(run::note);
        Laboratory.densityNote(setting).ifPresent(run::note);
        Laboratory laboratory = witnesses.apply(
                new Laboratory(particles, options.run().seed(), options.run().threads(), Laboratory.LONG_WINDOW,
                        OptionalDouble.empty())).optimisedBy(model.setting().sgd());
        List<Judgement> judgements;
        try (ProgressBar bar = options.console().progress("validate")) {
            judgements = new Validation(laboratory, setting).judge(bar);
        }
        try (VerdictTable table = VerdictTable.create(run.file("verdicts.csv"))) {
            judgements.forEach(table::add);
        }
        if (setting.surface().dimension() == 1 && !setting.timeDependent() || setting.surface().valley().isPresent()) {
            marginals(run, laboratory, setting);
        }
        run.finish();
        options.console().result(text(setting, judgements, run), json(judgements, run));
        return Validation.upheld(judgements) ? ExitCode.OK : ExitCode.REFUTED;
    }

    /** All witnesses along the valley, in one file and two figures. */
    private static void marginals(Run run, Laboratory laboratory, Setting setting) {
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        marginals.putAll(laboratory.marginals(setting));
        try (MarginalTable table = MarginalTable.create(run.file("marginal.csv"))) {
            marginals.forEach(table::add);
        }
        run.draw("marginal", MarginalFigure.of(setting, marginals));
        EffectiveLossFigure.of(setting, marginals).ifPresent(figure -> run.draw("effective-loss", figure));
    }

    private static String text(Setting setting, List<Judgement> judgements, Run run) {
        Table table = new Table("claim", "predicted", "measured", "margin", "largest part", "verdict");
        List<String> silent = new ArrayList<>();
        for (Judgement j : judgements) {
            if (j.verdict() == Verdict.NOT_APPLICABLE) {
                silent.add("  " + j.claim().id() + ": " + j.claim().reasonForSilence());
                continue;
            }
            table.row(j.claim().id(), Table.number(j.claim().prediction().value()), Table.number(j.measured()),
                    Table.number(j.budget().margin(Claim.SIGMAS)),
                    j.budget().largest(Claim.SIGMAS).map(p -> p.source()).orElse("-"), j.verdict().toString());
        }
        String lines = System.lineSeparator();
        StringBuilder text = new StringBuilder(setting.name() + ": claims judged" + lines + lines + table);
        if (!silent.isEmpty()) {
            text.append(lines).append(lines).append("not applicable here:").append(lines)
                    .append(String.join(lines, silent));
        }
        text.append(lines).append(lines).append(counts(judgements))
                .append(" Each true claim is refuted by chance with probability 0.001.")
                .append(lines).append("written to ").append(run.folder());
        return text.toString();
    }

    private static String counts(List<Judgement> judgements) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        judgements.forEach(j -> counts.merge(j.verdict(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((verdict, count) -> words.add(count + " " + verdict));
        return String.join(", ", words) + ".";
    }

    private static Object json(List<Judgement> judgements, Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", run.folder().toString());
        json.put("verdicts", judgements.stream().map(j -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("claim", j.claim().id());
            row.put("predicted", j.claim().prediction().value());
            row.put("measured", j.measured().value());
            row.put("standard_error", j.measured().standardError());
            row.put("margin", j.budget().margin(Claim.SIGMAS));
            row.put("verdict", j.verdict());
            return row;
        }).toList());
        return json;
    }
}
