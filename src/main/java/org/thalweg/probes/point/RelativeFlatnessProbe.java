package org.thalweg.probes.point;

import java.util.Optional;
import org.thalweg.network.Layer;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.RelativeFlatness;

/** Relative flatness of each layer. */
public final class RelativeFlatnessProbe extends PointProbe {
    public RelativeFlatnessProbe() {
        super("relative-flatness", "relative_flatness");
    }

    @Override
    public long products(ProbePlan plan) {
        return plan.layers().stream().mapToLong(l -> (long) l.inputs() * Math.min(l.inputs(), l.outputs())).sum();
    }

    @Override
    public Optional<String> refuses(ProbePlan plan) {
        return plan.layers().isEmpty() ? Optional.of(WEIGHTS_ONLY) : Optional.empty();
    }

    @Override
    public boolean needsDerivatives() {
        return true;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        for (Layer each : point.plan().layers()) {
            readings.addOf("W" + each.number(), "relative_flatness", 0,
                    RelativeFlatness.of(each, point.wholeHessian(), point.theta()), 0.0);
        }
    }
}
