package org.thalweg.model.optimiser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;

/**
 * Sharpness-aware minimisation (FKMN21): the base rule is fed with the gradient of the same batch at theta + rho g / |g|,
 * or, not normalised, at theta + rho g. The norm is that of all coordinates.
 *
 * @param radius rho &ge; 0; not normalised in units of 1 / curvature
 * @param normalised whether the step uphill has length rho
 * @param base what is fed
 */
public record SharpnessAware(double radius, boolean normalised, BaseRule base) implements Optimiser {
    /** The radius of the paper. */
    public static final double RADIUS = 0.05;

    /** In model files. */
    static final OptimiserKind KIND = new OptimiserKind("sam",
            "sharpness-aware: the gradient of the batch a step uphill",
            List.of(
                    Key.optional("radius", Key.Type.NUMBER, "rho >= 0, length of the step uphill; 0.05 if left out"),
                    Key.optional("unnormalised", Key.Type.TEXT,
                            "true: the step uphill is rho g; false if left out"),
                    OptimiserKind.baseKey("what is fed: {kind: sgd}, adam or lamb; sgd if left out")),
            "{kind: sam, radius: 0.05}", SharpnessAware::read);

    /** Refuses a radius that is negative. */
    public SharpnessAware {
        if (!(radius >= 0.0 && Double.isFinite(radius))) {
            throw new Refusal("sam with radius " + radius + ": must be finite and not negative");
        }
    }

    private static Optional<Optimiser> read(Fields fields) {
        double radius = Numbers.within(fields, "radius", RADIUS, 0.0, Double.POSITIVE_INFINITY);
        boolean unnormalised = fields.flag("unnormalised");
        return OptimiserCatalogue.base(fields, KIND.name()).filter(base -> fields.sound())
                .map(base -> new SharpnessAware(radius, !unnormalised, (BaseRule) base));
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
        return radius == 0.0 && base.gradientAlone();
    }

    @Override
    public int memory(int rows) {
        return base.memory(rows);
    }

    @Override
    public boolean asksAgain() {
        return true;
    }

    @Override
    public OptimiserKernel bind(Layout layout) {
        BaseRule.Turn turn = base.turn(layout);
        double[][] uphill = layout.scratch();
        double[] norm = new double[layout.points()];
        return (iteration, learner, theta, memory, direction) -> {
            iteration.gradient(learner, theta, direction);
            int count = iteration.count();
            if (normalised) {
                layout.norms(direction, count, norm);
            }
            for (int i = 0; i < uphill.length; i++) {
                for (int c = 0; c < count; c++) {
                    double length = normalised ? norm[layout.point(c)] : 1.0;
                    // Where the gradient vanishes no way leads uphill.
                    uphill[i][c] = theta[i][c] + (length == 0.0 ? 0.0 : radius / length * direction[i][c]);
                }
            }
            iteration.gradient(learner, uphill, direction);
            turn.turn(iteration.step(), count, theta, memory, direction);
        };
    }

    @Override
    public String brief() {
        return kind() + " " + radius + (base.equals(GradientDescent.PLAIN) ? "" : " on " + base.brief());
    }

    @Override
    public Map<String, Object> settings() {
        return Numbers.of("radius", radius, "unnormalised", !normalised, "base", base);
    }
}
