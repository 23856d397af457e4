package org.thalweg.model.optimiser;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;

/**
 * The adaptor "E" (ZLZ25): a_k = beta a_{k-1} + (1 - beta)(g_k - g_{k-1}) with a_0 = g_0 = 0, and the base rule is fed
 * with g_k + alpha a_k in place of g_k. Since g_k - g_{k-1} is about the Hessian times the last step, alpha &lt; 0
 * pushes along valleys and alpha &gt; 0 damps. Batches are independent, so that a_k is mostly noise where they are
 * small.
 *
 * @param alpha the strength, of size less than 1 / (1 - beta)
 * @param beta the memory, from 0 to less than 1
 * @param base what is fed
 */
public record ValleyAdaptor(double alpha, double beta, BaseRule base) implements Optimiser {
    /** The exploring numbers of the paper. */
    public static final double ALPHA = -5.0;
    /** See {@link #ALPHA}. */
    public static final double BETA = 0.99;

    /** Its numbers in model files. */
    static final List<Key> NUMBERS = List.of(
            Key.optional("alpha", Key.Type.NUMBER, "strength, of size less than 1/(1 - beta): negative explores the"
                    + " valley, positive damps; -5 if left out"),
            Key.optional("beta", Key.Type.NUMBER, "memory of the change of the gradient, from 0 to less than 1; 0.99 if"
                    + " left out"));

    /** In model files. */
    static final OptimiserKind KIND = new OptimiserKind("valley",
            "the adaptor E: gradients with alpha times their remembered change",
            List.of(NUMBERS.get(0), NUMBERS.get(1),
                    OptimiserKind.baseKey("what is fed: {kind: sgd}, adam or lamb; sgd if left out")),
            "{kind: valley, alpha: -5, beta: 0.99}", ValleyAdaptor::read);

    /** Refuses numbers beyond the condition of the paper. */
    public ValleyAdaptor {
        if (!(beta >= 0.0 && beta < 1.0) || !(Math.abs(alpha) < 1.0 / (1.0 - beta))) {
            throw new Refusal("valley with alpha " + alpha + ", beta " + beta
                    + ": needs a beta from 0 to less than 1 and |alpha| < 1/(1 - beta)");
        }
    }

    private static Optional<Optimiser> read(Fields fields) {
        return OptimiserCatalogue.base(fields, KIND.name()).flatMap(base -> read(fields, (BaseRule) base));
    }

    /** The adaptor of a base. */
    static Optional<Optimiser> read(Fields fields, BaseRule base) {
        double beta = Numbers.within(fields, "beta", BETA, 0.0, 1.0);
        double alpha = fields.number("alpha", ALPHA);
        if (fields.sound() && !(Math.abs(alpha) < 1.0 / (1.0 - beta))) {
            fields.problem("alpha", "'alpha' = " + alpha, "give one of size less than 1/(1 - beta) = "
                    + 1.0 / (1.0 - beta));
        }
        return fields.sound() ? Optional.of(new ValleyAdaptor(alpha, beta, base)) : Optional.empty();
    }

    @Override
    public String kind() {
        return base instanceof Lamb ? Lamb.ALTO.name() : KIND.name();
    }

    @Override
    public BaseRule innermost() {
        return base;
    }

    @Override
    public boolean gradientAlone() {
        return alpha == 0.0 && base.gradientAlone();
    }

    /** a, then the last gradient, then what the base remembers. */
    @Override
    public int memory(int rows) {
        return 2 * rows + base.memory(rows);
    }

    @Override
    public OptimiserKernel bind(Layout layout) {
        BaseRule.Turn turn = base.turn(layout);
        int rows = layout.rows();
        return (iteration, learner, theta, memory, direction) -> {
            iteration.gradient(learner, theta, direction);
            for (int i = 0; i < rows; i++) {
                adapt(iteration.count(), memory[i], memory[rows + i], direction[i]);
            }
            double[][] ofBase = Arrays.copyOfRange(memory, 2 * rows, memory.length);
            turn.turn(iteration.step(), iteration.count(), theta, ofBase, direction);
        };
    }

    private void adapt(int count, double[] a, double[] last, double[] g) {
        for (int c = 0; c < count; c++) {
            a[c] = beta * a[c] + (1.0 - beta) * (g[c] - last[c]);
            last[c] = g[c];
            g[c] += alpha * a[c];
        }
    }

    @Override
    public String brief() {
        return kind() + ", alpha " + Numbers.plain(alpha) + (base.equals(GradientDescent.PLAIN) ? "" : " on " + base.brief());
    }

    @Override
    public Map<String, Object> settings() {
        return Numbers.of("alpha", alpha, "beta", beta, "base", base);
    }
}
