package org.thalweg.trajectory;

import java.util.Set;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.NoiseStructure;

/** A time discretisation of an Ito diffusion. Stateless: binding it gives the worker. */
public interface Scheme {
    /** The name used in options: "euler-maruyama". */
    String key();

    /** p, where means over the ensemble are wrong by O(step^p). */
    double weakOrder();

    /** p, where a path driven by a given Brownian motion is off by O(step^p), for all of {@link #handles}. */
    double strongOrder();

    /** The noise structures for which the orders hold. */
    Set<NoiseStructure> handles();

    /**
     * A worker for blocks of up to {@code capacity} particles; use one per thread.
     *
     * @param step learning time of one step
     * @throws IllegalArgumentException where {@link #check} refuses
     */
    Stepper bind(ItoDiffusion diffusion, double step, Increments increments, int capacity);

    /**
     * Refuses what this scheme cannot do.
     *
     * @throws IllegalArgumentException naming the remedy, where the noise structure is not handled or the step is not
     *     positive and finite
     */
    default void check(ItoDiffusion diffusion, double step) {
        if (!handles().contains(diffusion.noiseStructure())) {
            throw new IllegalArgumentException("scheme " + key() + " handles noise of structure " + handles()
                    + "; this diffusion is " + diffusion.noiseStructure() + "; use " + Schemes.EULER_MARUYAMA.key());
        }
        if (!(step > 0.0) || Double.isInfinite(step)) {
            throw new IllegalArgumentException("SDE step " + step + ": must be positive and finite; "
                    + "the learning rate is a good first choice");
        }
    }
}
