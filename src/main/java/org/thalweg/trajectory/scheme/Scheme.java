package org.thalweg.trajectory.scheme;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.NoiseStructure;
import org.thalweg.model.space.Domain;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.block.Stepper;

/** A time discretisation of an Ito diffusion. Stateless: binding it gives the worker. */
public interface Scheme {
    /** The name used in options: "euler-maruyama". */
    String key();

    /** p, where means over the ensemble are wrong by O(step^p) under noise of a structure that is handled. */
    double weakOrder(NoiseStructure structure);

    /**
     * p, where a path driven by a given Brownian motion is off by O(step^p) under noise of a structure that is handled;
     * 0 where paths converge to nothing, and only their law means something.
     */
    double strongOrder(NoiseStructure structure);

    /** The noise structures for which the orders hold. */
    Set<NoiseStructure> handles();

    /** The laws of increments that keep the weak order. */
    Set<Increments> increments();

    /**
     * A worker for blocks of up to {@code capacity} particles; use one per thread.
     *
     * @param domain where the coordinates live
     * @param step learning time of one step
     * @throws Refusal where {@link #check} refuses
     */
    Stepper bind(ItoDiffusion diffusion, Domain domain, double step, Increments increments, int capacity);

    /**
     * Why this scheme cannot do a step, with the remedy: the noise structure or the law of the increments is not
     * handled, the diffusion has not the form it needs, or the step is not positive and finite.
     */
    default Optional<Refusal> refuses(ItoDiffusion diffusion, Domain domain, double step, Increments increments) {
        if (!(step > 0.0) || Double.isInfinite(step)) {
            return Optional.of(new Refusal("SDE step " + step + ": must be positive and finite; "
                    + "the learning rate is a good first choice"));
        }
        if (!handles().contains(diffusion.noiseStructure())) {
            return Optional.of(new Refusal("scheme " + key() + " handles noise of structure " + handles()
                    + "; this diffusion is " + diffusion.noiseStructure() + "; use " + Schemes.EULER_MARUYAMA.key()));
        }
        if (diffusion.timeDependent() && this != Schemes.EULER_MARUYAMA) {
            return Optional.of(new Refusal("scheme " + key() + " takes the landscape of a step as it is at the"
                    + " beginning, which costs it its order where the landscape changes with time; use "
                    + Schemes.EULER_MARUYAMA.key()));
        }
        if (!increments().contains(increments)) {
            return Optional.of(new Refusal("scheme " + key() + " keeps its order with increments "
                    + increments().stream().map(Increments::key).sorted().collect(Collectors.joining(" or "))
                    + ", not with " + increments.key() + "; use --increments " + Increments.NORMAL.key()));
        }
        return Optional.empty();
    }
}
