package org.thalweg.model.optimiser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;

/**
 * Regularisation of the Hessian's spectral range (OSK26): the base rule is fed with g + gamma grad B, B being the upper
 * bound of the largest eigenvalue by traces (Wolkowicz and Styan), m + s sqrt(n - 1), over the batch. How the paper
 * weighs the two is not known; this is the plain sum.
 *
 * @param strength gamma &ge; 0
 * @param base what is fed
 */
public record SpectralRange(double strength, BaseRule base) implements Optimiser {
    /** In model files. */
    static final OptimiserKind KIND = new OptimiserKind("hsr",
            "networks of one hidden layer: also down the upper bound of the largest eigenvalue",
            List.of(
                    Key.required("strength", Key.Type.NUMBER, "gamma >= 0: g <- g + gamma grad B"),
                    OptimiserKind.baseKey("what is fed: {kind: sgd}, adam or lamb; sgd if left out")),
            "{kind: hsr, strength: 0.01}", SpectralRange::read);

    /** Refuses a strength that is negative. */
    public SpectralRange {
        if (!(strength >= 0.0 && Double.isFinite(strength))) {
            throw new Refusal("hsr with strength " + strength + ": must be finite and not negative");
        }
    }

    private static Optional<Optimiser> read(Fields fields) {
        double strength = fields.number("strength");
        if (strength < 0.0 || Double.isInfinite(strength)) {
            fields.problem("strength", "'strength' = " + strength, "give a finite number that is not negative");
        }
        return OptimiserCatalogue.base(fields, KIND.name()).filter(base -> fields.sound())
                .map(base -> new SpectralRange(strength, (BaseRule) base));
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public BaseRule innermost() {
        return base;
    }

    @Override
    public boolean gradientAlone() {
        return strength == 0.0 && base.gradientAlone();
    }

    @Override
    public int memory(int rows) {
        return base.memory(rows);
    }

    @Override
    public boolean asksBound() {
        return true;
    }

    @Override
    public OptimiserKernel bind(Layout layout) {
        BaseRule.Turn turn = base.turn(layout);
        double[][] bound = layout.scratch();
        return (iteration, learner, theta, memory, direction) -> {
            iteration.gradient(learner, theta, direction);
            iteration.boundGradient(learner, theta, bound);
            for (int i = 0; i < bound.length; i++) {
                for (int c = 0; c < iteration.count(); c++) {
                    direction[i][c] += strength * bound[i][c];
                }
            }
            turn.turn(iteration.step(), iteration.count(), theta, memory, direction);
        };
    }

    @Override
    public String brief() {
        return kind() + " " + strength + (base.equals(GradientDescent.PLAIN) ? "" : " on " + base.brief());
    }

    @Override
    public Map<String, Object> settings() {
        return Numbers.of("strength", strength, "base", base);
    }
}
