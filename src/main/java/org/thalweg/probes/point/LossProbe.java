package org.thalweg.probes.point;

import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;

/** The mean loss over the samples to train on, and the norm of its gradient by the parameters that are looked at. */
public final class LossProbe extends PointProbe {
    public LossProbe() {
        super("loss", "loss", "gradient_norm");
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        readings.add("loss", point.loss());
        double squares = 0.0;
        for (double slope : point.looked(point.gradient())) {
            squares += slope * slope;
        }
        readings.add("gradient_norm", Math.sqrt(squares));
    }
}
