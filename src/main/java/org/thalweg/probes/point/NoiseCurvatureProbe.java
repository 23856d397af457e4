package org.thalweg.probes.point;

import java.util.Optional;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.NoiseCurvature;

/**
 * The covariance C of the samples' gradients in the directions of the Hessian's eigenvectors, and the exponent of C_ii
 * ~ H_ii^gamma.
 */
public final class NoiseCurvatureProbe extends PointProbe {
    /** Directions that the exponent is fitted to, as many as were published for a block of 2500. */
    private static final int DIRECTIONS = 1000;

    public NoiseCurvatureProbe() {
        super("noise-curvature", "noise_trace", "noise_curvature_exponent", "noise_curvature_correlation", "commutator",
                "trace_share_top10", "curvature", "noise");
    }

    @Override
    public long products(ProbePlan plan) {
        return 2L * plan.dimension();
    }

    @Override
    public Optional<String> refuses(ProbePlan plan) {
        if (plan.withoutSampleGradients().isPresent()) {
            return plan.withoutSampleGradients();
        }
        return plan.dimension() <= DenseMatrix.LARGEST ? Optional.empty()
                : Optional.of("all eigenvectors of " + plan.dimension() + " parameters are more than "
                        + DenseMatrix.LARGEST + "; restrict it to a layer by --layer");
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        NoiseCurvature found = NoiseCurvature.of(point.hessianMatrix(), point.spectrum(),
                DenseMatrix.of(point.noise()));
        NoiseCurvature.Exponent exponent = found.exponent(DIRECTIONS);
        readings.add("noise_trace", found.trace());
        readings.add("noise_curvature_exponent", 0, exponent.value(), exponent.standardError());
        readings.add("noise_curvature_correlation", exponent.correlation());
        readings.add("commutator", found.commutator());
        double trace = 0.0;
        double top = 0.0;
        for (int i = 0; i < found.curvature().length; i++) {
            trace += found.curvature()[i];
            top += i < 10 ? found.curvature()[i] : 0.0;
        }
        readings.add("trace_share_top10", top / trace);
        for (int i = 0; i < exponent.directions(); i++) {
            readings.add("curvature", i + 1, found.curvature()[i], 0.0);
            readings.add("noise", i + 1, found.noise()[i], 0.0);
        }
    }
}
