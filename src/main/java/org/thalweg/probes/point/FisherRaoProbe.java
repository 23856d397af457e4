package org.thalweg.probes.point;

import java.util.Optional;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.FisherRao;

/** The squared Fisher-Rao norm of the parameters. */
public final class FisherRaoProbe extends PointProbe {
    public FisherRaoProbe() {
        super("fisher-rao", "fisher_rao");
    }

    @Override
    public boolean ofTheWhole() {
        return true;
    }

    @Override
    public Optional<String> refuses(ProbePlan plan) {
        return plan.withoutSampleGradients();
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        readings.addOf("", "fisher_rao", 0, FisherRao.squaredNorm(point.train(), point.theta()), 0.0);
    }
}
