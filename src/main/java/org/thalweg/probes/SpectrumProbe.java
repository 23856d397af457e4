package org.thalweg.probes;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.Participation;
import org.thalweg.spectra.Spectrum;

/** The largest eigenvalues of the Hessian, the lowest one, and on how many parameters eigenvectors rest. */
final class SpectrumProbe implements PointProbe {
    /** Up to here all eigenvalues are computed, in a second; beyond, Lanczos' method finds those that are asked for. */
    private static final int WHOLE = 400;

    /** Flatness is by the product of so many eigenvalues (the published measure). */
    private static final int FLATNESS = 10;

    @Override
    public String key() {
        return "spectrum";
    }

    @Override
    public List<String> quantities() {
        return List.of("eigenvalue", "lowest_eigenvalue", "inverse_participation_ratio", "flatness_top10");
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        int n = point.plan().dimension();
        int top = point.plan().top();
        int wanted = Math.max(top, Math.min(FLATNESS, n));
        double[] values;
        double[][] vectors;
        double[] errors;
        if (n <= WHOLE || wanted >= n) {
            Spectrum all = point.spectrum();
            values = all.values();
            vectors = all.vectors();
            errors = new double[n];
        } else {
            Lanczos.Pairs pairs = new Lanczos(wanted, 1).of(point.hessian(), point.seed());
            values = pairs.values();
            vectors = pairs.vectors();
            errors = pairs.residuals();
        }
        int lowest = values.length - 1;
        for (int k = 0; k < top; k++) {
            readings.add("eigenvalue", k + 1, values[k], errors[k]);
        }
        readings.add("lowest_eigenvalue", 0, values[lowest], errors[lowest]);
        for (int k = 0; k < top; k++) {
            readings.add("inverse_participation_ratio", k + 1, Participation.inverseRatio(vectors[k]), 0.0);
        }
        if (n >= FLATNESS && values[FLATNESS - 1] > 0.0) {
            double logarithms = IntStream.range(0, FLATNESS).mapToDouble(k -> Math.log(values[k])).sum();
            readings.add("flatness_top10", Math.exp(-logarithms / FLATNESS));
        }
    }
}
