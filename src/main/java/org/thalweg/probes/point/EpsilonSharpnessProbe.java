package org.thalweg.probes.point;

import java.util.Optional;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.EpsilonSharpness;
import org.thalweg.spectra.Lanczos;

/**
 * The largest rise of the loss within a ball about the point, over 1 + the loss [DPBB17]: the best that climbing finds,
 * also along the leading eigenvector of the Hessian.
 */
public final class EpsilonSharpnessProbe extends PointProbe {
    /** Radius of the ball: that of the step of sharpness-aware minimisation, so that the two can be compared. */
    private static final double RADIUS = 0.05;

    /** The eigenvector is a place to begin; climbing does the rest. */
    private static final double NEAR = 1e-4;
    private static final int MOST_PRODUCTS = 100;

    public EpsilonSharpnessProbe() {
        super("eps-sharpness", "epsilon_sharpness");
    }

    @Override
    public boolean ofTheWhole() {
        return true;
    }

    @Override
    public Optional<String> remark(ProbePlan plan) {
        return Optional.of("epsilon_sharpness is the best that was found by climbing, and no less than that");
    }

    @Override
    public long products(ProbePlan plan) {
        return MOST_PRODUCTS;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        boolean smooth = point.plan().network().withoutDerivatives().isEmpty();
        double[][] leading = smooth
                ? new Lanczos(1, 0, NEAR, MOST_PRODUCTS).of(point.wholeHessian(), point.seed()).first(1).vectors()
                : new double[0][];
        readings.addOf("", "epsilon_sharpness", 0,
                EpsilonSharpness.atLeast(point.train(), point.theta(), RADIUS, leading), 0.0);
    }
}
