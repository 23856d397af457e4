package org.thalweg.model.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.OptimiserCatalogue;
import org.thalweg.model.optimiser.OptimiserKind;
import org.thalweg.model.optimiser.RangeGradient;

/** Reads what stands in {@code optimiser} beside {@code sgd}, which keeps learning rate, decay and schedule. */
final class OptimiserReader {
    private OptimiserReader() {}

    /**
     * SGD with the rule of a mapping; SGD itself after problems were reported.
     *
     * @param sgd as it stands in the file
     * @param ofSgd where it stands
     */
    static Sgd read(NodeFields fields, Sgd sgd, NodeFields ofSgd) {
        allow(fields, OptimiserCatalogue.KINDS);
        Optional<Optimiser> rule = OptimiserCatalogue.read(fields, OptimiserCatalogue.KINDS);
        if (rule.isPresent() && sgd.momentum() > 0.0) {
            ofSgd.problem("momentum", "'momentum' beside an optimiser, which has a memory of its own",
                    "remove the key, or give optimiser.base: {kind: sgd, momentum: " + sgd.momentum() + "}");
            return sgd;
        }
        return rule.filter(r -> fields.sound()).map(sgd::withRule).orElse(sgd);
    }

    /** Reports what an optimiser asks of a loss or a noise that they do not know. */
    static void check(NodeFields fields, Optimiser rule, LossSurface surface, Optional<GradientNoise> noise) {
        if (rule.asksBound()) {
            Optional<String> refused = surface.task().map(task -> RangeGradient.refuses(task.train()))
                    .orElse(Optional.of("the bound is that of a network's Hessian"));
            refused.ifPresent(why -> fields.problem("kind", why, "use another optimiser, or such a network"));
            if (refused.isEmpty() && noise.isPresent() && !(noise.get() instanceof SampleNoise)) {
                fields.problem("kind", "the bound is that of a batch of samples", "use noise: {kind: samples, ...}");
            }
        }
    }

    private static void allow(NodeFields fields, List<OptimiserKind> kinds) {
        String name = fields.has("kind") ? fields.text("kind") : "";
        kinds.stream().filter(k -> k.name().equals(name)).findFirst().ifPresent(kind -> {
            List<String> names = new ArrayList<>(List.of("kind"));
            kind.keys().stream().map(Key::name).forEach(names::add);
            fields.allowNames(names);
            if (names.contains("base") && fields.has("base")) {
                allow(fields.mapping("base"), OptimiserCatalogue.inside(name));
            }
        });
    }
}
