package org.thalweg.model.optimiser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;

/**
 * The gradient itself, with momentum v &lt;- beta v + g, d = v, or after Nesterov d = g + beta v: as a base of others.
 * Alone it is written {@code sgd: {momentum: ...}}.
 *
 * @param momentum beta, from 0 to less than 1
 * @param nesterov whether the velocity is looked ahead
 */
public record GradientDescent(double momentum, boolean nesterov) implements BaseRule {
    /** The gradient itself. */
    public static final GradientDescent PLAIN = new GradientDescent(0.0, false);

    /** In model files; only as a base. */
    static final OptimiserKind KIND = new OptimiserKind("sgd", "the gradient, with momentum", List.of(
            Key.optional("momentum", Key.Type.NUMBER, "from 0 to less than 1; 0 if left out"),
            Key.optional("nesterov", Key.Type.TEXT, "true or false; false if left out")),
            "{kind: sgd, momentum: 0.9}", GradientDescent::read);

    /** Refuses momentum that never forgets. */
    public GradientDescent {
        if (!(momentum >= 0.0 && momentum < 1.0)) {
            throw new Refusal("momentum " + momentum + ": must be at least 0 and less than 1");
        }
    }

    private static Optional<Optimiser> read(Fields fields) {
        double momentum = Numbers.within(fields, "momentum", 0.0, 0.0, 1.0);
        boolean nesterov = fields.flag("nesterov");
        return fields.sound() ? Optional.of(new GradientDescent(momentum, nesterov)) : Optional.empty();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean gradientAlone() {
        return momentum == 0.0;
    }

    @Override
    public int memory(int rows) {
        return momentum > 0.0 ? rows : 0;
    }

    @Override
    public Turn turn(Layout layout) {
        return momentum == 0.0 ? (step, count, theta, memory, gradient) -> { } : this::accelerate;
    }

    private void accelerate(long step, int count, double[][] theta, double[][] velocity, double[][] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            double[] g = gradient[i];
            double[] v = velocity[i];
            for (int c = 0; c < count; c++) {
                v[c] = momentum * v[c] + g[c];
                g[c] = nesterov ? g[c] + momentum * v[c] : v[c];
            }
        }
    }

    @Override
    public String brief() {
        return momentum == 0.0 ? kind() : kind() + " " + momentum;
    }

    @Override
    public Map<String, Object> settings() {
        return momentum == 0.0 ? Map.of() : nesterov ? Numbers.of("momentum", momentum, "nesterov", true)
                : Numbers.of("momentum", momentum);
    }
}
