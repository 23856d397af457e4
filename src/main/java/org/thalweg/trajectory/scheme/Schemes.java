package org.thalweg.trajectory.scheme;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.Domain;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.block.Stepper;

/**
 * The time discretisations there are. Orders are those of docs/schemes.md, which a test compares with measured ones;
 * they take for granted that the coefficients are smooth.
 */
public enum Schemes {
    /**
     * theta &lt;- theta + b step + s sqrt(step) N (Maruyama 1955). Strong order 1/2, and 1 where the noise is additive;
     * weak order 1 (Kloeden and Platen, sections 10.2 and 14.1).
     */
    EULER_MARUYAMA(new Orders(1.0, 1.0), new Orders(1.0, 0.5), new Orders(1.0, 0.5), Increments.values()) {
        @Override
        public StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
            return EulerMaruyama.compose(expressions(diffusion), step, increments);
        }

        @Override
        Optional<Refusal> form(ItoDiffusion diffusion, Domain domain) {
            // Everything goes: what cannot be written down goes through kernels.
            return Optional.empty();
        }

        @Override
        public Stepper bind(
                ItoDiffusion diffusion, Domain domain, double step, Increments increments, int capacity) {
            Refusal.raise(refuses(diffusion, domain, step, increments));
            return EulerMaruyama.compiled(diffusion, step, increments, capacity)
                    .orElseGet(() -> new EulerMaruyama(diffusion, step, increments, capacity));
        }
    },
    /**
     * Euler-Maruyama and the noise's own gradient, s s' (N^2 - 1) step / 2 (Milstein 1974). Strong and weak order 1
     * where the noise is diagonal and the amplitude of each coordinate depends on that coordinate alone (Kloeden and
     * Platen, 10.3.12); other diagonal noise is refused.
     */
    MILSTEIN(new Orders(1.0, 1.0), new Orders(1.0, 1.0), null, Increments.values()) {
        @Override
        public StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
            return Milstein.compose(expressions(diffusion), step, increments);
        }

        @Override
        Optional<Refusal> form(ItoDiffusion diffusion, Domain domain) {
            return super.form(diffusion, domain).or(() -> Milstein.refuses(expressions(diffusion)));
        }
    },
    /**
     * The stochastic Runge-Kutta method SRA1 (Roessler 2010) for additive noise: two stages, strong order 1.5, weak
     * order 2; a second normal variate for the time integral of the Brownian motion.
     */
    STOCHASTIC_RUNGE_KUTTA(new Orders(2.0, 1.5), null, null, Increments.NORMAL, Increments.THREE_POINT) {
        @Override
        public StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
            return StochasticRungeKutta.compose(expressions(diffusion), step, increments);
        }
    },
    /**
     * The simplified Taylor scheme of weak order 2 for any noise that can be written down (Kloeden and Platen, 14.2.7),
     * with derivatives taken symbolically.
     */
    WEAK_TAYLOR(new Orders(2.0, 1.0), new Orders(2.0, 0.5), new Orders(2.0, 0.5), Increments.NORMAL,
            Increments.THREE_POINT) {
        @Override
        public StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
            return WeakTaylor.compose(expressions(diffusion), step, increments);
        }
    },
    /**
     * The trapezoidal rule in the drift, by two Newton iterations with a positive semi-definite Jacobian: no step is
     * too long for a stiff direction, and the variance along it is exact. Weak order 2 for additive noise.
     */
    DRIFT_IMPLICIT(new Orders(2.0, 1.0), new Orders(1.0, 0.5), new Orders(1.0, 0.5), Increments.NORMAL,
            Increments.THREE_POINT) {
        @Override
        public StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
            return DriftImplicit.compose(expressions(diffusion), step, increments);
        }
    },
    /**
     * For valleys: the sharp directions exactly at frozen x, and x with what it feels of them (docs/theory/schemes.md).
     * Weak order 2; no step is too long for the sharp directions. Paths converge to nothing.
     */
    VALLEY_SPLITTING(new Orders(2.0, 0.0), new Orders(2.0, 0.0), null, Increments.NORMAL, Increments.THREE_POINT) {
        @Override
        public StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
            return ValleySplitting.compose(diffusion, domain, step, increments);
        }

        @Override
        Optional<Refusal> form(ItoDiffusion diffusion, Domain domain) {
            return ValleySplitting.refuses(diffusion, domain, super.form(diffusion, domain));
        }
    };

    private final Orders additive;
    private final Orders diagonal;
    private final Orders general;
    private final Set<NoiseStructure> structures;
    private final Set<Increments> increments;

    private record Orders(double weak, double strong) {}

    /** Orders for each noise structure; null: not handled. */
    Schemes(Orders additive, Orders diagonal, Orders general, Increments... increments) {
        this.additive = additive;
        this.diagonal = diagonal;
        this.general = general;
        EnumSet<NoiseStructure> handled = EnumSet.allOf(NoiseStructure.class);
        handled.removeIf(s -> orders(s) == null);
        this.structures = Collections.unmodifiableSet(handled);
        this.increments = Set.of(increments);
    }

    /** The step as expressions, of a diffusion that this scheme does not refuse. */
    public abstract StepMap compose(ItoDiffusion diffusion, Domain domain, double step, Increments increments);

    private Orders orders(NoiseStructure structure) {
        return switch (structure) {
            case ADDITIVE -> additive;
            case DIAGONAL -> diagonal;
            case GENERAL -> general;
        };
    }

    private Orders handled(NoiseStructure structure) {
        if (orders(structure) == null) {
            throw new Refusal("scheme " + key() + " does not handle noise of structure " + structure);
        }
        return orders(structure);
    }

    /** The name used in options: "euler-maruyama". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** p, where means over the ensemble are wrong by O(step^p) under noise of a structure that is handled. */
    public double weakOrder(NoiseStructure structure) {
        return handled(structure).weak;
    }

    /**
     * p, where a path driven by a given Brownian motion is off by O(step^p) under noise of a structure that is handled;
     * 0 where paths converge to nothing, and only their law means something.
     */
    public double strongOrder(NoiseStructure structure) {
        return handled(structure).strong;
    }

    /** The noise structures for which the orders hold. */
    public Set<NoiseStructure> handles() {
        return structures;
    }

    /** The laws of increments that keep the weak order. */
    public Set<Increments> increments() {
        return increments;
    }

    /**
     * Why this scheme cannot do a step, with the remedy: the noise structure or the law of the increments is not
     * handled, the diffusion has not the form it needs, or the step is not positive and finite.
     */
    public Optional<Refusal> refuses(ItoDiffusion diffusion, Domain domain, double step, Increments law) {
        if (!(step > 0.0) || Double.isInfinite(step)) {
            return Optional.of(new Refusal("SDE step " + step + ": must be positive and finite; "
                    + "the learning rate is a good first choice"));
        }
        if (!structures.contains(diffusion.noiseStructure())) {
            return Optional.of(new Refusal("scheme " + key() + " handles noise of structure " + structures
                    + "; this diffusion is " + diffusion.noiseStructure() + "; use " + EULER_MARUYAMA.key()));
        }
        if (diffusion.timeDependent() && this != EULER_MARUYAMA) {
            return Optional.of(new Refusal("scheme " + key() + " takes the landscape of a step as it is at the"
                    + " beginning, which costs it its order where the landscape changes with time; use "
                    + EULER_MARUYAMA.key()));
        }
        if (!increments.contains(law)) {
            return Optional.of(new Refusal("scheme " + key() + " keeps its order with increments "
                    + increments.stream().map(Increments::key).sorted().collect(Collectors.joining(" or "))
                    + ", not with " + law.key() + "; use --increments " + Increments.NORMAL.key()));
        }
        return form(diffusion, domain);
    }

    /** Why the form of a diffusion is not one for this scheme. */
    Optional<Refusal> form(ItoDiffusion diffusion, Domain domain) {
        if (diffusion.dimension() > CompiledStep.MOST_DIMENSIONS) {
            return Optional.of(new Refusal("scheme " + key() + " is for up to " + CompiledStep.MOST_DIMENSIONS
                    + " coordinates; this diffusion has " + diffusion.dimension() + "; use " + EULER_MARUYAMA.key()));
        }
        return SdeExpressions.of(diffusion).isPresent() ? Optional.empty()
                : Optional.of(new Refusal("scheme " + key() + " needs loss and noise as formulas, and this model cannot"
                        + " write them down; use " + EULER_MARUYAMA.key()));
    }

    /**
     * A worker for blocks of up to {@code capacity} particles; use one per thread.
     *
     * @param domain where the coordinates live
     * @param step learning time of one step
     * @throws Refusal where {@link #refuses} says so
     */
    public Stepper bind(ItoDiffusion diffusion, Domain domain, double step, Increments law, int capacity) {
        Refusal.raise(refuses(diffusion, domain, step, law));
        return CompiledStep.of(compose(diffusion, domain, step, law), capacity).orElseThrow();
    }

    /**
     * A single step of {@link #EULER_MARUYAMA} in a landscape that will be another one at the next: through the kernels
     * of drift and noise, which landscapes that differ in size share, where a step that is written down anew would be
     * compiled anew.
     */
    public static Stepper momentary(ItoDiffusion diffusion, double step, Increments law, int capacity) {
        return new EulerMaruyama(diffusion, step, law, capacity);
    }

    /** Drift and amplitude written down, of a diffusion that was asked for them. */
    static SdeExpressions expressions(ItoDiffusion diffusion) {
        return SdeExpressions.of(diffusion).orElseThrow();
    }
}
