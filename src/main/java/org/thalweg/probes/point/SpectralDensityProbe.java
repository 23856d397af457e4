package org.thalweg.probes.point;

import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.SpectralDensity;

/** The density of the Hessian's eigenvalues, each as a Gaussian of a fiftieth of the range. */
public final class SpectralDensityProbe extends PointProbe {
    private static final int PLACES = 201;

    /** Of the range of eigenvalues. */
    private static final double WIDTH = 0.02;

    /** Beyond the smallest and the largest, in widths. */
    private static final double MARGIN = 4.0;

    /** Random vectors, and products for each; polynomials of twice that degree resolve the width. */
    private static final int VECTORS = 16;
    private static final int STEPS = 100;

    /** Residuals of eigenpairs that are taken out: far below the width. */
    private static final double NEAR = 1e-4;
    private static final int MOST_PRODUCTS = 300;

    public SpectralDensityProbe() {
        super("spectral-density", "density_place", "spectral_density");
    }

    @Override
    public long products(ProbePlan plan) {
        return (long) VECTORS * STEPS;
    }

    @Override
    public boolean needsDerivatives() {
        return true;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        int known = point.plan().top();
        boolean most = known + 1 >= point.plan().dimension();
        Lanczos.Pairs pairs = most ? Lanczos.Pairs.of(point.spectrum())
                : new Lanczos(known, 1, NEAR, MOST_PRODUCTS).of(point.hessian(), point.seed());
        Lanczos.Pairs top = pairs.first(known);
        double lowest = pairs.values()[pairs.values().length - 1];
        double width = WIDTH * Math.max(top.values()[0] - lowest, Double.MIN_NORMAL);
        double[] places = new double[PLACES];
        double from = lowest - MARGIN * width;
        double step = (top.values()[0] + MARGIN * width - from) / (PLACES - 1);
        for (int k = 0; k < PLACES; k++) {
            places[k] = from + k * step;
        }
        SpectralDensity.Curve curve = new SpectralDensity(width, VECTORS, STEPS).of(point.hessian(), top, places,
                point.seed());
        for (int k = 0; k < PLACES; k++) {
            readings.add("density_place", k + 1, places[k], 0.0);
        }
        for (int k = 0; k < PLACES; k++) {
            readings.add("spectral_density", k + 1, curve.density()[k], curve.error()[k]);
        }
    }
}
