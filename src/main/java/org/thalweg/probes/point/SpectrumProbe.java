package org.thalweg.probes.point;

import java.util.stream.IntStream;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.Participation;

/** The largest eigenvalues of the Hessian, the lowest one, and on how many parameters eigenvectors rest. */
public final class SpectrumProbe extends PointProbe {
    /** Flatness is by the product of so many eigenvalues (the published measure). */
    private static final int FLATNESS = 10;

    public SpectrumProbe() {
        super("spectrum", "eigenvalue", "lowest_eigenvalue", "inverse_participation_ratio", "flatness_top10");
    }

    @Override
    public boolean needsDerivatives() {
        return true;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        int n = point.plan().dimension();
        int top = point.plan().top();
        int wanted = Math.max(top, Math.min(FLATNESS, n));
        Lanczos.Pairs pairs = point.extremePairs(wanted);
        double[] values = pairs.values();
        double[] errors = pairs.residuals();
        int lowest = values.length - 1;
        for (int k = 0; k < top; k++) {
            readings.add("eigenvalue", k + 1, values[k], errors[k]);
        }
        readings.add("lowest_eigenvalue", 0, values[lowest], errors[lowest]);
        for (int k = 0; k < top; k++) {
            readings.add("inverse_participation_ratio", k + 1, Participation.inverseRatio(pairs.vectors()[k]), 0.0);
        }
        // What is 0 but for rounding is no curvature: a single sample leaves few directions that are curved.
        double rounding = n * Math.ulp(Math.max(Math.abs(values[0]), Math.abs(values[lowest])));
        if (n >= FLATNESS && values[FLATNESS - 1] > rounding) {
            double logarithms = IntStream.range(0, FLATNESS).mapToDouble(k -> Math.log(values[k])).sum();
            readings.add("flatness_top10", Math.exp(-logarithms / FLATNESS));
        }
    }
}
