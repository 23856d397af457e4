package org.thalweg.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.NetworkFacts;
import org.thalweg.cli.screen.Table;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.Survival;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.RingCurrentException;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.FloorCommittor;
import org.thalweg.fokkerplanck.line.RelaxationRate;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.Schema;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.noise.NoiseCatalogue;
import org.thalweg.model.optimiser.OptimiserCatalogue;
import org.thalweg.model.optimiser.OptimiserKind;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.surface.SurfaceCatalogue;
import org.thalweg.results.Bound;
import org.thalweg.results.plan.RunPlan;
import org.thalweg.theory.AsymmetricBias;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.GeneralNoise;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.escape.KramersEscape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Says everything about a setting that can be said without simulating it; without a model, what model files may say.
 *
 * <p>Many imports: what every theory says of a setting is asked here.
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

    /** Of a survival function whose quantiles are wanted alone. */
    private static final int TIMES = 40;
    /** Logarithm of a time that is out of anybody's reach, and whose moments are numbers all the same. */
    private static final double LONGEST = 300.0;

    @Override
    public Integer call() throws ModelFileException {
        if (argument == null) {
            output.console().result(schema(), Map.of());
            return ExitCode.OK;
        }
        ModelFile file = ModelFile.read(ModelLibrary.shipped().resolve(argument));
        ModelFile model = assignments.isEmpty() ? file : file.with(assignments);
        Setting setting = model.setting();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("loss", setting.surface().toString());
        model.parameters().forEach((name, value) -> facts.put("parameter " + name, value));
        facts.put("gradient noise", setting.noise().toString());
        facts.putAll(facts(setting));
        setting.surface().task().ifPresent(task -> facts.putAll(NetworkFacts.of(model, task)));
        output.console().result(text(setting, facts), facts);
        return ExitCode.OK;
    }

    private static Map<String, Object> facts(Setting setting) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("learning rate eta", setting.sgd().learningRate());
        setting.noise().batchVariance().ifPresent(v -> facts.put("batch variance sigma2", v));
        setting.noise().anisotropy().ifPresent(v -> facts.put("anisotropy kappa", v));
        setting.temperature().ifPresent(v -> facts.put("temperature Delta = eta sigma2 / "
                + (setting.sgd().momentum() == 0.0 ? "2" : "(2 (1 - beta))"), v));
        if (setting.sgd().momentum() > 0.0) {
            facts.put("momentum beta", setting.sgd().momentum());
            facts.put("effective learning rate eta / (1 - beta)", setting.sgd().effectiveRate());
        }
        if (!setting.sgd().descends()) {
            facts.put("optimiser, literal only", setting.sgd().rule().description());
        }
        if (setting.sgd().weightDecay() > 0.0) {
            facts.put("weight decay, part of the loss below", setting.sgd().weightDecay());
        }
        facts.put("noise structure", setting.noise().structure().name().toLowerCase(Locale.ROOT));
        setting.flatSet().ifPresent(f -> facts.put("flat set: F at least", f.flatness()));
        asymmetry(setting).ifPresent(bias -> facts(bias, facts));
        if (setting.surface().geometry().valley() && setting.sgd().diffuses()) {
            valley(setting, facts);
        }
        if (setting.sgd().schedule().constant()) {
            for (Bound bound : Bound.all(setting)) {
                facts.put("learning rate at most (" + bound.name() + ")", bound.asLearningRate(setting));
            }
        }
        return facts;
    }

    /** The theory of two slopes is about one parameter and the steps of plain SGD. */
    private static Optional<AsymmetricBias> asymmetry(Setting setting) {
        return setting.surface().geometry() == Geometry.LINE && setting.sgd().plain()
                ? AsymmetricBias.of(setting.atFirstOrder().effective()) : Optional.empty();
    }

    private static void facts(AsymmetricBias bias, Map<String, Object> facts) {
        facts.put("predicted share on the left, 1/(1 + c)", bias.shareLeft());
        facts.put("predicted averaged iterate, (eta/2)(c - 1) a", bias.bias());
        facts.put("predicted averaged iterate, at least", bias.leastBias());
        facts.put("predicted averaged iterate, at most", bias.mostBias());
        facts.put("mean of the diffusion", bias.biasOfDiffusion());
    }

    private static void valley(Setting setting, Map<String, Object> facts) {
        PlainSetting effective = setting.effective().atFirstOrder();
        double sharpest = 2.0 / StepSizeBound.of(effective).stableBelow();
        facts.put("largest curvature across, lambda", sharpest);
        facts.put("largest eta lambda", setting.sgd().learningRate() * sharpest);
        facts.put("eps = max Delta |kappa - 1| F'^2", EffectiveLoss.of(effective).asymptoticParameter());
        stationaryFacts(effective, facts);
    }

    private static void stationaryFacts(PlainSetting setting, Map<String, Object> facts) {
        try {
            if (setting.domain().along().boundary() == Boundary.ABSORBING) {
                times("decay time of what is not absorbed", -RelaxationRate.ofDecay(setting).log(), setting, facts);
            }
            RelaxationRate rate = RelaxationRate.onFloor(setting);
            times("slowest relaxation time", -rate.log(), setting, facts);
            if (!RunPlan.reachable(setting, rate.time())) {
                facts.put("stationary state", "out of reach of ensembles: they could only tell first passages");
            }
            StationaryDensity.attempt(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT).found()
                    .map(DensitySolution::entropyProduction).filter(Measurement::defined)
                    .ifPresent(entropy -> facts.put("entropy production (per unit of learning time)",
                            entropy.value() / setting.clock()));
        } catch (org.thalweg.fokkerplanck.law.NoStationaryStateException e) {
            facts.put("stationary state", "none: " + e.getMessage());
        } catch (RingCurrentException e) {
            facts.put("slowest relaxation time", "not computed: " + e.getMessage());
        }
        if (setting.flatSet().isPresent()) {
            times("predicted convergence time", ConvergenceTime.of(setting).logMeanTime(), setting, facts);
            floorFacts(setting, facts);
        }
    }

    /** What the operator of the valley floor says beside: when a share has arrived, by which edge, over a barrier. */
    private static void floorFacts(PlainSetting setting, Map<String, Object> facts) {
        if (setting.startDistribution().isPresent() || setting.domain().along().boundary() == Boundary.ABSORBING
                || Approach.arrived(setting) || !(ConvergenceTime.of(setting).logMeanTime() < LONGEST)) {
            return;
        }
        Attempt.settled(() -> Survival.by(DensityMethod.QUADRATURE, setting, Survival.times(setting, TIMES),
                Resolution.DEFAULT).times(setting.clock())).found().ifPresent(law -> {
                    for (double share : List.of(0.1, 0.5, 0.9)) {
                        facts.put("time by which " + Math.round(100.0 * share)
                                + " % arrive, of the floor (learning time)", law.quantile(share).value());
                    }
                });
        Approach approach = Approach.of(setting);
        if (approach.lower() == approach.upper()) {
            facts.put("share that arrives at the upper edge, of the floor",
                    FloorCommittor.of(setting, approach.from(), approach.to()).value());
        }
        KramersEscape escape = KramersEscape.of(setting);
        if (escape.hypotheses().stream().allMatch(Hypothesis::holds)) {
            facts.put("Kramers' escape time (learning time)", escape.meanTime() * setting.clock());
        }
    }

    /** A time scale in both units. */
    private static void times(String name, double log, PlainSetting setting, Map<String, Object> facts) {
        facts.put(name + " (learning time)", time(log, setting.clock()));
        facts.put(name + " (iterations)", time(log, 1.0 / setting.sgd().learningRate()));
    }

    /** A number, or the power of e that is too large for one. */
    private static Object time(double log, double unit) {
        if (log == Double.POSITIVE_INFINITY) {
            return "infinite";
        }
        double time = Math.exp(log) * unit;
        return Double.isInfinite(time)
                ? String.format(Locale.ROOT, "e^%.6g, beyond 1e308", log + Math.log(unit)) : time;
    }

    private static String text(Setting setting, Map<String, Object> facts) {
        List<String> lines = new ArrayList<>();
        lines.add(setting.name() + ": " + setting.summary());
        lines.add("");
        Table table = new Table("quantity", "value");
        facts.forEach((name, value) -> table.row(name, value instanceof Double d ? Table.number(d) : value.toString()));
        lines.add(table.toString());
        if (setting.surface().geometry().valley() && setting.sgd().diffuses()) {
            hypotheses(lines, hypotheses(setting.effective().atFirstOrder()));
        }
        if (setting.sgd().schedule().constant()) {
            bounds(lines, setting);
        }
        asymmetry(setting).ifPresent(bias -> hypotheses(lines, Map.of(
                "averaged SGD on the flat side", bias.hypothesesOfLimit())));
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
        lines.add("");
        lines.add("Hypotheses of the theory here:");
        hypotheses.forEach((name, list) -> {
            boolean all = list.stream().allMatch(Hypothesis::holds);
            lines.add("  " + name + ": " + (all ? "hold" : "do not hold, so its claims are silent"));
            list.forEach(h -> lines.add("    " + (h.holds() ? "yes " : "NO  ") + h.statement() + ": " + h.found()));
        });
    }

    private static Map<String, List<Hypothesis>> hypotheses(PlainSetting setting) {
        Map<String, List<Hypothesis>> hypotheses = new LinkedHashMap<>();
        hypotheses.put("effective loss", EffectiveLoss.of(setting).hypotheses());
        hypotheses.put("next order", NextOrder.of(setting).hypotheses());
        hypotheses.put("general noise", GeneralNoise.of(setting).hypotheses());
        hypotheses.put("finite learning rate", FiniteLearningRate.of(setting).hypotheses());
        if (setting.flatSet().isPresent()) {
            hypotheses.put("convergence time", ConvergenceTime.of(setting).hypotheses());
        }
        return hypotheses;
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
