package org.thalweg.probes.point;

import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.SamSharpness;

/** The rise of the loss by one step of sharpness-aware minimisation. */
public final class SamProbe extends PointProbe {
    /** Radius of the step, as published (docs/references.md, FKMN21). */
    private static final double RADIUS = 0.05;

    public SamProbe() {
        super("sam", "sam_sharpness");
    }

    @Override
    public boolean ofTheWhole() {
        return true;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        readings.addOf("", "sam_sharpness", 0, SamSharpness.oneStep(point.train(), point.theta(), RADIUS), 0.0);
    }
}
