package org.thalweg.trajectory;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.NoiseStructure;

/** The time discretisations there are. */
public enum Schemes implements Scheme {
    /**
     * theta &lt;- theta + b step + s sqrt(step) N (Maruyama 1955). Strong order 1/2, and 1 where the noise is additive;
     * weak order 1 (Kloeden and Platen, sections 10.2 and 14.1).
     */
    EULER_MARUYAMA(1.0, 0.5, EnumSet.allOf(NoiseStructure.class)) {
        @Override
        public Stepper bind(ItoDiffusion diffusion, double step, Increments increments, int capacity) {
            check(diffusion, step);
            return EulerMaruyama.compiled(diffusion, step, increments, capacity)
                    .orElseGet(() -> new EulerMaruyama(diffusion, step, increments, capacity));
        }
    };

    private final double weakOrder;
    private final double strongOrder;
    private final Set<NoiseStructure> structures;

    Schemes(double weakOrder, double strongOrder, Set<NoiseStructure> structures) {
        this.weakOrder = weakOrder;
        this.strongOrder = strongOrder;
        this.structures = Set.copyOf(structures);
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public double weakOrder() {
        return weakOrder;
    }

    @Override
    public double strongOrder() {
        return strongOrder;
    }

    @Override
    public Set<NoiseStructure> handles() {
        return structures;
    }
}
