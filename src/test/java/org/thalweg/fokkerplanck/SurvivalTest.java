package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.volumes.VolumeSurvival;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** Who has not arrived by a time. */
class SurvivalTest {
    private static double[] spaced(double from, double to, int count) {
        double[] times = new double[count];
        Arrays.setAll(times, k -> from * Math.pow(to / from, k / (count - 1.0)));
        return times;
    }

    /**
     * L0 = Delta ln F takes the drift of the floor away: free diffusion from x = 1 between a wall at 0 and the edge at
     * 2, S = sum 2 (-1)^n / k_n cos(k_n / 2) e^(-D k_n^2 t / 4), k_n = (n + 1/2) pi.
     */
    @Test
    void freeDiffusionToAnEdge() {
        double delta = 0.1;
        double diffusion = delta / 2.0;
        PlainSetting free = Examples.passage(Examples.valley(Profiles.formula(delta + " * log(1 + x/4)"),
                Profiles.formula("1 + x/4"), new Interval(0.0, 4.0, Boundary.REFLECTING), 2.0, delta), 1.0, 1.5);
        double[] times = spaced(0.5, 200.0, 25);
        SurvivalFunction found = VolumeSurvival.onFloor(free, times);
        for (int k = 0; k < times.length; k++) {
            double exact = 0.0;
            for (int n = 0; n < 200; n++) {
                double kn = (n + 0.5) * Math.PI;
                exact += 2.0 * (n % 2 == 0 ? 1.0 : -1.0) / kn * Math.cos(0.5 * kn)
                        * Math.exp(-diffusion * kn * kn * times[k] / 4.0);
            }
            assertEquals(exact, found.survival()[k], found.error()[k] + 2e-9, "t = " + times[k]);
            assertTrue(found.error()[k] < 1e-6, "t = " + times[k] + ": " + found.error()[k]);
        }
    }

    /** int S dt and int 2 t S dt are the moments of the backward equation, which is solved otherwise. */
    @Test
    void momentsOfThePlaneAreThoseOfTheBackwardEquation() {
        PlainSetting bump = Examples.passage(Examples.bump(10, 0.1), 2.5, 0.5 + Math.exp(-0.125));
        Resolution resolution = new Resolution(96, 48);
        PassageTime time = FirstPassage.by(DensityMethod.FINITE_VOLUME, bump, resolution, 0.0);
        double[] times = spaced(1e-3 * time.mean().value(), 40.0 * time.mean().value(), 400);
        SurvivalFunction found = VolumeSurvival.of(bump, times, resolution);
        double mean = times[0];
        double square = times[0] * times[0];
        for (int k = 1; k < times.length; k++) {
            // In ln t by the trapezoidal rule: S t falls to nothing at both ends.
            double width = Math.log(times[k] / times[k - 1]);
            mean += 0.5 * width * (times[k] * found.survival()[k] + times[k - 1] * found.survival()[k - 1]);
            square += width * (times[k] * times[k] * found.survival()[k]
                    + times[k - 1] * times[k - 1] * found.survival()[k - 1]);
        }
        assertEquals(time.mean().value(), mean, 2e-4 * mean);
        assertEquals(time.variance().value(), square - mean * mean, 1e-3 * square);
    }

    /** Quantiles are where the curve says, whatever the times are at which it is known. */
    @Test
    void quantilesInvertTheCurve() {
        double[] times = spaced(0.01, 30.0, 60);
        SurvivalFunction exponential = new SurvivalFunction(times,
                Arrays.stream(times).map(t -> Math.exp(-t)).toArray(), new double[times.length]);
        for (double share : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            Measurement found = exponential.quantile(share);
            double exact = -Math.log(1.0 - share);
            assertEquals(exact, found.value(), found.standardError(), share + ": " + found);
            assertTrue(found.standardError() < 2e-3 * exact, share + ": " + found);
        }
        assertTrue(!exponential.quantile(1.0 - 1e-20).defined());
        assertTrue(!exponential.quantile(1e-4).defined());
    }
}
