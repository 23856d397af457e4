package org.thalweg.trajectory;

import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.random.Purpose;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.block.Stepper;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** The diffusion that stands for SGD, integrated by a scheme with a fixed step. */
public final class SdeDynamics implements Dynamics {
    private final Setting setting;
    private final Schemes scheme;
    private final Increments increments;
    private final double step;

    private SdeDynamics(Setting setting, Schemes scheme, Increments increments, double step) {
        this.setting = setting;
        this.scheme = scheme;
        this.increments = increments;
        this.step = step;
    }

    /**
     * The diffusion of a setting.
     *
     * @param step learning time of one step
     * @throws Refusal where the scheme cannot handle the diffusion, the step or the increments
     */
    public static SdeDynamics of(Setting setting, Schemes scheme, Increments increments, double step) {
        Refusal.raise(scheme.refuses(setting.diffusion(), setting.domain(), step, increments));
        return new SdeDynamics(setting, scheme, increments, step);
    }

    @Override
    public Witness witness() {
        return Witness.SDE;
    }

    @Override
    public double timeStep() {
        return step;
    }

    @Override
    public Purpose purpose() {
        return Purpose.BROWNIAN_INCREMENT;
    }

    /** With normal increments; a law with few values visits points, not the places between them. */
    @Override
    public boolean continuous() {
        return increments == Increments.NORMAL;
    }

    @Override
    public Stepper bind(int capacity) {
        return setting.timeDependent()
                ? new ChangingLandscape(step, time ->
                        Schemes.momentary(setting.at(time).diffusion(), step, increments, capacity))
                : scheme.bind(setting.diffusion(), setting.domain(), step, increments, capacity);
    }

    /** The witness, its scheme and its increments: with the setting, all that tells two of them apart. */
    @Override
    public String toString() {
        return witness().key() + " by " + scheme.key() + " with increments " + increments;
    }
}
