package org.thalweg.model.optimiser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;

/**
 * Adam (KB15): m &lt;- b1 m + (1 - b1) g, v &lt;- b2 v + (1 - b2) g^2, both from zero and freed of that start by 1 -
 * b^k, and d = m / (sqrt(v) + epsilon).
 *
 * @param beta1 b1, from 0 to less than 1
 * @param beta2 b2, from 0 to less than 1
 * @param epsilon positive
 */
public record Adam(double beta1, double beta2, double epsilon) implements BaseRule {
    /** The numbers of the paper. */
    public static final Adam DEFAULT = new Adam(0.9, 0.999, 1e-8);

    /** In model files. */
    static final OptimiserKind KIND = new OptimiserKind("adam", "Adam: gradients over the root of their mean square",
            List.of(
                    Key.optional("beta1", Key.Type.NUMBER, "memory of the mean, from 0 to less than 1; 0.9 if left out"),
                    Key.optional("beta2", Key.Type.NUMBER,
                            "memory of the mean square, from 0 to less than 1; 0.999 if left out"),
                    Key.optional("epsilon", Key.Type.NUMBER, "> 0, added to the root; 1e-8 if left out")),
            "{kind: adam}", Adam::read);

    /** Refuses memories that never forget, and no epsilon. */
    public Adam {
        if (!(beta1 >= 0.0 && beta1 < 1.0 && beta2 >= 0.0 && beta2 < 1.0)
                || !(epsilon > 0.0 && Double.isFinite(epsilon))) {
            throw new Refusal("adam with beta1 " + beta1 + ", beta2 " + beta2 + ", epsilon " + epsilon
                    + ": needs betas from 0 to less than 1 and a positive epsilon");
        }
    }

    private static Optional<Optimiser> read(Fields fields) {
        double beta1 = Numbers.within(fields, "beta1", DEFAULT.beta1, 0.0, 1.0);
        double beta2 = Numbers.within(fields, "beta2", DEFAULT.beta2, 0.0, 1.0);
        double epsilon = Numbers.positive(fields, "epsilon", DEFAULT.epsilon);
        return fields.sound() ? Optional.of(new Adam(beta1, beta2, epsilon)) : Optional.empty();
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public boolean gradientAlone() {
        return false;
    }

    /** m, then v. */
    @Override
    public int memory(int rows) {
        return 2 * rows;
    }

    @Override
    public Turn turn(Layout layout) {
        return (step, count, theta, memory, gradient) -> {
            double mean = 1.0 / (1.0 - Math.pow(beta1, step + 1.0));
            double square = 1.0 / (1.0 - Math.pow(beta2, step + 1.0));
            for (int i = 0; i < gradient.length; i++) {
                turn(count, mean, square, memory[i], memory[gradient.length + i], gradient[i]);
            }
        };
    }

    private void turn(int count, double mean, double square, double[] m, double[] v, double[] g) {
        for (int c = 0; c < count; c++) {
            m[c] = beta1 * m[c] + (1.0 - beta1) * g[c];
            v[c] = beta2 * v[c] + (1.0 - beta2) * g[c] * g[c];
            g[c] = m[c] * mean / (Math.sqrt(v[c] * square) + epsilon);
        }
    }

    @Override
    public Map<String, Object> settings() {
        return Numbers.of("beta1", beta1, "beta2", beta2, "epsilon", epsilon);
    }
}
