package org.thalweg.model.optimiser;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;

/**
 * Decentralised parallel learning (ZLF21): n learners w_j, each with batches of its own, w_j &lt;- sum_l M_jl w_l - eta
 * d_j with the direction d_j of the base rule at w_j. The point that moves is their average, w &lt;- w - eta mean d_j;
 * what is remembered are the deviations from it, which begin at zero. A wall acts on the average.
 *
 * @param learners n, from 1
 * @param mixing M
 * @param base the rule of each learner
 */
public record Decentralised(int learners, Mixing mixing, Optimiser base) implements Optimiser {
    /** Each has a memory of its own. */
    private static final int MOST = 1024;

    /** In model files. */
    static final OptimiserKind KIND = new OptimiserKind("decentralised",
            "many learners that average with some others in each iteration; what is reported is their average",
            List.of(
                    Key.required("learners", Key.Type.NUMBER, "n, a whole number from 1"),
                    Key.optional("mixing", Key.Type.TEXT, "ring, random-pair, complete, or synchronous, where all stay"
                            + " at the average; ring if left out"),
                    OptimiserKind.baseKey("the rule of each learner: {kind: sgd} or any other; sgd if left out")),
            "{kind: decentralised, learners: 4, mixing: ring}", Decentralised::read);

    /** Refuses no learners, and learners of learners. */
    public Decentralised {
        if (learners < 1 || learners > MOST || base instanceof Decentralised) {
            throw new Refusal("decentralised with " + learners + " learners by " + base.kind()
                    + ": needs from 1 to " + MOST + ", each by a rule of its own");
        }
    }

    private static Optional<Optimiser> read(Fields fields) {
        double learners = fields.number("learners");
        if (learners < 1.0 || learners > MOST || learners != Math.rint(learners) && !Double.isNaN(learners)) {
            fields.problem("learners", "'learners' = " + learners, "give a whole number from 1 to " + MOST);
        }
        Mixing mixing = fields.choice("mixing", List.of(Mixing.values()), Mixing::key, Mixing.RING);
        return OptimiserCatalogue.base(fields, KIND.name()).filter(base -> fields.sound())
                .map(base -> new Decentralised((int) learners, mixing, base));
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public BaseRule innermost() {
        return base.innermost();
    }

    @Override
    public boolean gradientAlone() {
        return learners == 1 && base.gradientAlone();
    }

    /** The deviations of each learner, then what the rule of each remembers. */
    @Override
    public int memory(int rows) {
        return learners * (rows + base.memory(rows));
    }

    @Override
    public boolean asksAgain() {
        return base.asksAgain();
    }

    @Override
    public boolean asksBound() {
        return base.asksBound();
    }

    @Override
    public OptimiserKernel bind(Layout layout) {
        return new LearnersKernel(this, layout);
    }

    /** The eigenvalues of M but that of the average; empty where M is random. */
    public Optional<double[]> eigenvalues() {
        double[] others = new double[learners - 1];
        Arrays.setAll(others, k -> mixing.eigenvalue(k + 1, learners));
        return mixing.random() ? Optional.empty() : Optional.of(others);
    }

    @Override
    public String brief() {
        return mixing.key() + " of " + learners + (base.equals(GradientDescent.PLAIN) ? "" : " by " + base.brief());
    }

    @Override
    public Map<String, Object> settings() {
        return Numbers.of("learners", learners, "mixing", mixing.key(), "base", base);
    }
}
