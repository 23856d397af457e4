package org.thalweg.results;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.theory.bounds.MinimumStability;
import org.thalweg.theory.bounds.OptimiserStability;
import org.thalweg.theory.bounds.StepSizeBound;

/** The step-size bound of another optimiser than SGD, at the sharpest place that a model has. */
public final class OptimiserBound {
    private OptimiserBound() {}

    /** The bound on the learning rate; empty where the rule has none, or no curvature is known. */
    public static Optional<Bound> of(Setting setting) {
        Optional<OptimiserStability> stability = OptimiserStability.of(setting.sgd().rule());
        OptionalDouble curvature = curvature(setting);
        if (stability.isEmpty() || curvature.isEmpty()) {
            return Optional.empty();
        }
        double p = preconditioner(setting);
        String unit = stability.get().preconditioned() ? "eta lambda / (sqrt(v) + epsilon)"
                : stability.get().uphill() > 0.0 ? "eta lambda (1 + rho lambda)" : "eta lambda";
        return Optional.of(Bound.ofLearningRate("unstable steps of " + setting.sgd().rule().kind(),
                stability.get().stableBelow(curvature.getAsDouble(), p), "steps across the sharpest place grow: " + unit
                        + " > " + String.format(Locale.ROOT, "%.5g", stability.get().product()) + " there"
                        + (stability.get().preconditioned() ? ", sqrt(v) being the noise's deviation" : "")));
    }

    /** Why there is none. */
    static String absence(Setting setting) {
        return OptimiserStability.of(setting.sgd().rule()).isEmpty()
                ? "steps of " + setting.sgd().rule().kind() + " are not linear in a gradient"
                : "no curvature is known before anything runs";
    }

    /** The largest curvature: of a valley that across its sharpest part, else that of the sharpest minimum. */
    public static OptionalDouble curvature(Setting setting) {
        double decay = setting.sgd().weightDecay();
        if (setting.surface().geometry().valley() && setting.besidePlainSgd().hasDiffusion()) {
            PlainSetting plain = setting.besidePlainSgd().effective();
            return OptionalDouble.of(2.0 / StepSizeBound.of(plain).stableBelow() + decay);
        }
        if (Bound.trained(setting)) {
            return OptionalDouble.empty();
        }
        return MinimumStability.of(setting.surface(), setting.start())
                .map(m -> OptionalDouble.of(m.largestCurvature() + decay)).orElse(OptionalDouble.empty());
    }

    /** Where gradients are noise alone: the deviation across, and epsilon. */
    static double preconditioner(Setting setting) {
        double variance = setting.noise().hasCovariance()
                ? setting.noise().variance(Math.min(1, setting.surface().dimension() - 1), setting.start()) : 0.0;
        return Math.sqrt(variance) + adam(setting).map(Adam::epsilon).orElse(0.0);
    }

    private static Optional<Adam> adam(Setting setting) {
        return setting.sgd().rule().innermost() instanceof Adam adam ? Optional.of(adam) : Optional.empty();
    }
}
