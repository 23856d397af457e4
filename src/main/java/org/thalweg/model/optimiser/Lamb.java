package org.thalweg.model.optimiser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.refusal.Refusal;

/**
 * Lamb in the form that ALTO feeds (ZLZ25): m and v as {@link Adam} has them, r = m / (sqrt(v) + e1) + w theta, and
 * layer by layer d = r phi(|theta|) / (|r| + e2 phi(|theta|)) with phi(x) = x + e3. Of a surface that is no network all
 * coordinates are one layer. The gradients are not clipped, as the authors' program does.
 *
 * @param beta1 memory of the mean
 * @param beta2 memory of the mean square
 * @param decay w
 */
public record Lamb(double beta1, double beta2, double decay) implements BaseRule {
    /** The numbers of the paper. */
    public static final Lamb DEFAULT = new Lamb(0.9, 0.99, 1e-4);

    /** e1, e2 and e3 of the paper. */
    private static final double E1 = 1e-6;
    private static final double E2 = 1e-6;
    private static final double E3 = 1e-10;

    private static final List<Key> KEYS = List.of(
            Key.optional("beta1", Key.Type.NUMBER, "memory of the mean, from 0 to less than 1; 0.9 if left out"),
            Key.optional("beta2", Key.Type.NUMBER, "memory of the mean square, likewise; 0.99 if left out"),
            Key.optional("decay", Key.Type.NUMBER, "pull towards 0, from 0 to less than 1; 1e-4 if left out"));

    /** In model files; only as a base. */
    static final OptimiserKind KIND = new OptimiserKind(
            "lamb", "Lamb: Adam with steps as long as each layer allows", KEYS, "{kind: lamb}", Lamb::read);

    /** In model files: the adaptor of valleys over this. */
    static final OptimiserKind ALTO = new OptimiserKind("alto", "ALTO: the adaptor of valleys on Lamb",
            Stream.concat(ValleyAdaptor.NUMBERS.stream(), KEYS.stream()
                    .map(k -> Key.optional("lamb-" + k.name(), k.type(), k.meaning()))).toList(),
            "{kind: alto, alpha: -5, beta: 0.99}", Lamb::alto);

    /** Refuses memories that never forget. */
    public Lamb {
        if (!(beta1 >= 0.0 && beta1 < 1.0 && beta2 >= 0.0 && beta2 < 1.0 && decay >= 0.0 && decay < 1.0)) {
            throw new Refusal("lamb with beta1 " + beta1 + ", beta2 " + beta2 + ", decay " + decay
                    + ": needs numbers from 0 to less than 1");
        }
    }

    private static Optional<Optimiser> read(Fields fields) {
        return read(fields, "").map(lamb -> lamb);
    }

    private static Optional<Lamb> read(Fields fields, String prefix) {
        double beta1 = Numbers.within(fields, prefix + "beta1", DEFAULT.beta1, 0.0, 1.0);
        double beta2 = Numbers.within(fields, prefix + "beta2", DEFAULT.beta2, 0.0, 1.0);
        double decay = Numbers.within(fields, prefix + "decay", DEFAULT.decay, 0.0, 1.0);
        return fields.sound() ? Optional.of(new Lamb(beta1, beta2, decay)) : Optional.empty();
    }

    private static Optional<Optimiser> alto(Fields fields) {
        return read(fields, "lamb-").flatMap(lamb -> ValleyAdaptor.read(fields, lamb));
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
        Turn adam = new Adam(beta1, beta2, E1).turn(layout);
        double[] ofTheta = new double[layout.columns()];
        double[] ofStep = new double[layout.columns()];
        return (step, count, theta, memory, gradient) -> {
            adam.turn(step, count, theta, memory, gradient);
            for (int i = 0; i < gradient.length; i++) {
                for (int c = 0; c < count; c++) {
                    gradient[i][c] += decay * theta[i][c];
                }
            }
            layout.layerNorms(theta, count, ofTheta);
            layout.layerNorms(gradient, count, ofStep);
            for (int i = 0; i < gradient.length; i++) {
                for (int c = 0; c < count; c++) {
                    double phi = ofTheta[c] + E3;
                    gradient[i][c] *= phi / (ofStep[c] + E2 * phi);
                }
            }
        };
    }

    @Override
    public Map<String, Object> settings() {
        return Numbers.of("beta1", beta1, "beta2", beta2, "decay", decay);
    }
}
