package org.thalweg.results.plan;

import org.thalweg.model.DiffusionApproximation;
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;

/** Which settings the witnesses can be compared for: those that the theories are about. */
public final class FirstOrder {
    private FirstOrder() {}

    /**
     * Refuses what has no first-order diffusion for the witnesses to be compared with, and momentum where the
     * surface is no valley.
     *
     * @throws Refusal with a learning-rate schedule
     */
    public static void require(Setting setting) {
        if (setting.sgd().approximation() != DiffusionApproximation.FIRST_ORDER) {
            throw new Refusal("the theories that witnesses are compared with are about the first-order"
                    + " diffusion; set sgd.diffusion=first-order, or use simulate and density");
        }
        setting.effective();
        if (!setting.sgd().plain() && !setting.surface().geometry().valley()) {
            throw new Refusal("the theories of surfaces other than valleys are about the steps of plain SGD;"
                    + " leave out momentum and weight decay, or use simulate and density");
        }
    }
}
