package org.thalweg.probes.point;

import java.util.Optional;
import org.thalweg.network.Layer;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.NeuronwiseFlatness;

/** Flatness of the weights of each unit, layer by layer. */
public final class NeuronwiseFlatnessProbe extends PointProbe {
    public NeuronwiseFlatnessProbe() {
        super("neuronwise-flatness", "neuronwise_flatness");
    }

    @Override
    public long products(ProbePlan plan) {
        return plan.layers().stream().mapToLong(l -> (long) l.inputs() * l.outputs()).sum();
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
        for (Layer layer : point.plan().layers()) {
            double[] flatness = NeuronwiseFlatness.of(layer, point.wholeHessian(), point.theta());
            for (int s = 0; s < flatness.length; s++) {
                readings.addOf("W" + layer.number(), "neuronwise_flatness", s + 1, flatness[s], 0.0);
            }
        }
    }
}
