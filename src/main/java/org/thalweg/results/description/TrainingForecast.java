package org.thalweg.results.description;

import java.lang.module.ModuleFinder;
import org.thalweg.model.noise.batch.SampleNoise;

/**
 * How long repeats of a training take, by how long an iteration takes without vector instructions. Training takes these
 * once they pay, and compiling them takes a while.
 *
 * @param plain seconds of an iteration without vector instructions
 * @param patience iterations before vector instructions are compiled; infinite where there are none
 */
record TrainingForecast(double plain, double patience) {
    /** Numbers for which {@code org.thalweg.compute.PatientMath} waits, which counts eight multiplications as one. */
    private static final double PATIENCE = (1L << 28) * 8.0;
    /** Forwards, and backwards by inputs and by weights. */
    private static final double PASSES = 3.0;
    /**
     * Seconds of a core. Measured on one core of AVX-512 by JDK 17: one repeat of {@code train fashion-network} and of
     * {@code train digits-network} to the time 400, 3.3 and 2.9.
     */
    private static final double COMPILING = 3.0;
    /** An iteration that is measured here, over one of {@code bench/networks.csv}: 8.1 and 8.0 for these networks. */
    private static final double GAIN = 8.0;

    static TrainingForecast of(double plain, SampleNoise noise) {
        boolean vectors = ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent();
        double work = PASSES * noise.batch() * noise.dimension();
        return new TrainingForecast(plain, vectors ? PATIENCE / work : Double.POSITIVE_INFINITY);
    }

    /** Whether so many iterations are enough for vector instructions. */
    boolean compiles(double iterations) {
        return iterations > patience;
    }

    /** Seconds of a core that a single repeat takes. */
    double repeat(double iterations) {
        return compiles(iterations)
                ? plain * patience + COMPILING + further(iterations - patience) : plain * iterations;
    }

    /** Seconds of a core that a repeat takes after others. */
    double further(double iterations) {
        return plain * iterations / GAIN;
    }
}
