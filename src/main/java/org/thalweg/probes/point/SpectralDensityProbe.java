package org.thalweg.probes.point;

import java.util.Arrays;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.SpectralDensity;

/**
 * The density of the Hessian's eigenvalues, each as a Gaussian of a fiftieth of the range: from all of them where the
 * whole matrix is formed in half a minute, and by random vectors, with errors, elsewhere.
 */
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

    /** Up to so many parameters all eigenvalues take some seconds once the matrix is there. */
    private static final int WHOLE = 2500;

    public SpectralDensityProbe() {
        super("spectral-density", "density_place", "spectral_density");
    }

    @Override
    public long products(ProbePlan plan) {
        return exact(plan) ? plan.dimension() : (long) VECTORS * STEPS;
    }

    private static boolean exact(ProbePlan plan) {
        int n = plan.dimension();
        return n <= WHOLE
                && (double) n * plan.network().samples().count() * plan.network().parameters() <= ProbePlan.CHEAP;
    }

    @Override
    public boolean needsDerivatives() {
        return true;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        SpectralDensity.Curve curve = exact(point.plan()) ? exact(point) : sampled(point);
        for (int k = 0; k < PLACES; k++) {
            readings.add("density_place", k + 1, curve.place()[k], 0.0);
        }
        for (int k = 0; k < PLACES; k++) {
            readings.add("spectral_density", k + 1, curve.density()[k], curve.error()[k]);
        }
    }

    private static SpectralDensity.Curve exact(ProbePoint point) {
        double[] values = point.eigenvalues();
        double largest = values[0];
        double lowest = values[values.length - 1];
        double width = width(largest, lowest);
        return SpectralDensity.exact(values, width, places(largest, lowest, width));
    }

    private static SpectralDensity.Curve sampled(ProbePoint point) {
        int known = point.plan().top();
        boolean most = known + 1 >= point.plan().dimension();
        Lanczos.Pairs pairs = most ? Lanczos.Pairs.of(point.spectrum())
                : new Lanczos(known, 1, NEAR, MOST_PRODUCTS).of(point.hessian(), point.seed());
        Lanczos.Pairs top = pairs.first(known);
        double lowest = pairs.values()[pairs.values().length - 1];
        double width = width(top.values()[0], lowest);
        return new SpectralDensity(width, VECTORS, STEPS).of(point.hessian(), top,
                places(top.values()[0], lowest, width), point.seed());
    }

    private static double width(double largest, double lowest) {
        return WIDTH * Math.max(largest - lowest, Double.MIN_NORMAL);
    }

    private static double[] places(double largest, double lowest, double width) {
        double from = lowest - MARGIN * width;
        double step = (largest + MARGIN * width - from) / (PLACES - 1);
        double[] places = new double[PLACES];
        Arrays.setAll(places, k -> from + k * step);
        return places;
    }
}
