package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.outcome.LadderOutcome;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Laboratory;
import org.thalweg.results.SvagLadder;
import org.thalweg.results.plan.FirstOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the diffusion limit by literal steps alone. */
@Command(name = "ladder", description = "Literal SGD with amplified gradient variance, towards the diffusion;"
        + " exit code 1 if its limit is another.")
final class LadderCommand implements Callable<Integer> {
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
        Arguments.particles(options.command(), particles);
        options.run().requireNoFigures("a ladder");
        for (int i = 0; i < levels.size(); i++) {
            Arguments.positive(options.command(), "--svag", levels.get(i));
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
        FirstOrder.require(literal);
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
        Run run = Run.begin(options.run(), model, options.argument(), choices);
        Laboratory.densityNote(setting).ifPresent(run::note);
        SvagLadder ladder = SvagLadder.climb(laboratory, setting, levels);
        return run.post(LadderOutcome.of(setting, ladder));
    }
}
