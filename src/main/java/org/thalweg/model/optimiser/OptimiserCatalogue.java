package org.thalweg.model.optimiser;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.model.formula.Fields;

/** Every kind of optimiser. A new one is a new file, and a line here. */
public final class OptimiserCatalogue {
    /** In the order in which they are described. */
    public static final List<OptimiserKind> KINDS = List.of(
            Adam.KIND,
            ValleyAdaptor.KIND,
            Lamb.ALTO,
            SharpnessAware.KIND,
            SpectralRange.KIND,
            Decentralised.KIND);

    /** The base rules, which stand inside others only, beside {@link Adam}. */
    public static final List<OptimiserKind> BASES = List.of(GradientDescent.KIND, Adam.KIND, Lamb.KIND);

    private OptimiserCatalogue() {}

    /** All kinds that may stand inside another: base rules, and in decentralised learning any but itself. */
    public static List<OptimiserKind> inside(String kind) {
        return kind.equals(Decentralised.KIND.name())
                ? Stream.concat(BASES.stream(), KINDS.stream().filter(k -> k != Decentralised.KIND)).distinct().toList()
                : BASES;
    }

    /** The base that fields name, gradient descent where they name none; empty after a problem was reported. */
    static Optional<Optimiser> base(Fields fields, String kind) {
        if (!fields.has("base")) {
            return Optional.of(GradientDescent.PLAIN);
        }
        return read(fields.mapping("base"), inside(kind));
    }

    /** The optimiser that fields name, among some kinds; empty after a problem was reported. */
    public static Optional<Optimiser> read(Fields fields, List<OptimiserKind> kinds) {
        return fields.choice("kind", kinds, OptimiserKind::name).flatMap(kind -> kind.builder().apply(fields));
    }
}
