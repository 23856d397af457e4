package org.thalweg.cli.screen;

import java.util.Optional;
import org.thalweg.model.DiffusionApproximation;
import org.thalweg.model.Setting;

/** What has to be said where a diffusion stands for an optimiser that is not plain SGD. */
public final class Optimised {
    private Optimised() {}

    /** One line; empty where there is nothing to say. */
    public static Optional<String> note(Setting setting) {
        if (setting.sgd().approximation() == DiffusionApproximation.SECOND_ORDER) {
            return Optional.of("second-order diffusion: drift -grad(L + (eta/4) |grad L|^2); theories are of first"
                    + " order");
        }
        if (!setting.sgd().descends()) {
            return Optional.of("optimiser " + setting.sgd().rule().description() + ": literal steps, as many as plain"
                    + " SGD at the same learning rate is given; no other witness is known");
        }
        if (setting.sgd().plain()) {
            return Optional.empty();
        }
        String momentum = setting.sgd().momentum() == 0.0 ? "" : "momentum: the diffusion is that of plain SGD at the"
                + " rate " + Table.number(setting.sgd().effectiveRate())
                + ", at first order; times are learning time, eta k";
        String decay = setting.sgd().weightDecay() == 0.0 ? ""
                : "weight decay: loss, flatness and flat set are those of L + (w/2) |theta|^2";
        return Optional.of(momentum + (momentum.isEmpty() || decay.isEmpty() ? "" : "; ") + decay);
    }
}
