package org.thalweg.probes;

import java.util.List;
import org.thalweg.network.Layer;
import org.thalweg.spectra.NeuronwiseFlatness;

/** Flatness of the weights of each unit, layer by layer. */
final class NeuronwiseFlatnessProbe implements PointProbe {
    @Override
    public String key() {
        return "neuronwise-flatness";
    }

    @Override
    public List<String> quantities() {
        return List.of("neuronwise_flatness");
    }

    @Override
    public long products(ProbePlan plan) {
        return plan.layers().stream().mapToLong(l -> (long) l.inputs() * l.outputs()).sum();
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
