package org.thalweg.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.SweepDefaults;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Experiment;
import org.thalweg.sweep.ParameterGrid;
import org.thalweg.sweep.SweepRequest;
import org.thalweg.sweep.Variation;
import picocli.CommandLine.Option;

/** What a sweep varies. */
public final class SweepGridOptions {
    @Option(names = "--learning-rate", paramLabel = "RANGE",
            description = "eta: 0.1, or 0.1,0.2, or lin:A:B:N, or log:A:B:N. Default: the model's sweep.")
    private Range learningRate;

    @Option(names = "--batch-variance", paramLabel = "RANGE", description = "sigma2, likewise.")
    private Range batchVariance;

    @Option(names = "--batch-size", paramLabel = "RANGE",
            description = "B, whole numbers: sigma2 follows. Of a noise that is not mini-batch sigma2 / B, its sigma2"
                    + " being that of one sample.")
    private Range batchSize;

    @Option(names = "--anisotropy", paramLabel = "RANGE", description = "kappa, likewise.")
    private Range anisotropy;

    @Option(names = "--vary", paramLabel = "PATH=RANGE",
            description = "Any number of the model (c=1,3,10 or loss.ratio=...), repeatable; then nothing else varies"
                    + " but what an option names. Adds a column to sweep.csv.")
    private List<Variation> variations = List.of();

    /** The numbers of the model that vary beside the grid. */
    public List<Variation> variations() {
        return variations;
    }

    /** The batch size of samples is a number of the model like any other, and has a column of its own. */
    public void varyBatchesOfSamples(ModelFile model) {
        Optional<Range> sizes = Optional.ofNullable(batchSize)
                .or(() -> variations.isEmpty() ? model.sweep().batchSize() : Optional.empty());
        if (Experiment.trains(model.setting()) && sizes.isPresent()) {
            List<Variation> all = new ArrayList<>(variations);
            all.add(new Variation("noise.batch", sizes.get()));
            variations = all;
            learningRate = learningRate == null ? model.sweep().learningRate().orElse(null) : learningRate;
            batchSize = null;
        }
    }

    /** Refuses to vary a number twice. */
    public void requireDistinct() {
        if (variations.stream().map(Variation::path).distinct().count() < variations.size()) {
            throw new Refusal("option --vary: the same path twice; give all its values in one range");
        }
    }

    /** The grid of a model, with its defaults where nothing else varies. */
    public ParameterGrid grid(ModelFile model) {
        return grid(model.setting(), defaults(model));
    }

    /** Refuses a point of the variations on which the grid does not stand. */
    public void check(Setting there) {
        grid(there, SweepDefaults.NONE);
    }

    /** The same as plain data. */
    public SweepRequest.Grid request(ModelFile model) {
        ParameterGrid grid = grid(model);
        Optional<Range> rates = first(learningRate, defaults(model).learningRate());
        return new SweepRequest.Grid(rates.map(Range::values).orElse(null),
                grid.batchVariances().map(Range::values).orElse(null),
                grid.anisotropies().map(Range::values).orElse(null),
                grid.batchSizes().map(Range::values).orElse(null));
    }

    private SweepDefaults defaults(ModelFile model) {
        return variations.isEmpty() ? model.sweep() : SweepDefaults.NONE;
    }

    /**
     * The grid of a setting.
     *
     * @param defaults what varies where no option says
     * @throws Refusal where the setting has no such number, or a range is not right
     */
    private ParameterGrid grid(Setting setting, SweepDefaults defaults) {
        if (batchVariance != null && setting.noise().batchVariance().isEmpty()) {
            throw new Refusal("option --batch-variance: the noise of this model has no batch variance; "
                    + "vary one of its parameters with --set");
        }
        if (batchVariance != null && batchSize != null) {
            throw new Refusal("options --batch-variance and --batch-size: the variance follows the size; give"
                    + " one of the two");
        }
        if (anisotropy != null && setting.noise().anisotropy().isEmpty()) {
            throw new Refusal("option --anisotropy: the noise of this model has no anisotropy; "
                    + "vary one of its parameters with --set");
        }
        Range rates = first(learningRate, defaults.learningRate()).orElse(Range.of(setting.sgd().learningRate()));
        Optional<Range> variances =
                batchSize != null ? Optional.empty() : first(batchVariance, defaults.batchVariance());
        Optional<Range> sizes = batchVariance != null ? Optional.empty() : first(batchSize, defaults.batchSize());
        sizes.ifPresent(range -> check(setting, range));
        Optional<Range> anisotropies = first(anisotropy, defaults.anisotropy());
        List<Range> positive = new ArrayList<>(List.of(rates));
        variances.ifPresent(positive::add);
        anisotropies.ifPresent(positive::add);
        positive.stream().filter(r -> !(r.values().get(0) > 0.0)).findFirst().ifPresent(r -> {
            throw new Refusal(
                    "range " + r + ": learning rate, batch variance and anisotropy must be positive");
        });
        return new ParameterGrid(rates, variances, anisotropies, sizes);
    }

    private static void check(Setting setting, Range sizes) {
        setting.noise().refusesBatchSizes(sizes).ifPresent(refusal -> {
            throw new Refusal("range " + sizes + ": " + refusal.getMessage());
        });
    }

    private static Optional<Range> first(Range given, Optional<Range> otherwise) {
        return given != null ? Optional.of(given) : otherwise;
    }
}
