package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;
import org.thalweg.model.Profile;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;

/** On a bounded valley the class promises a part in 10^3. */
class RelaxationRateTest {
    private static final double PROMISED = 1e-3;

    /** F = 1 + cos(x)/2: slowest rates of the valley-floor operator by an independent solution, 4 digits. */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 0.01761", "4, 0.1, 0.03522", "8, 0.05, 0.01641"})
    void theRingRelaxesAsTheReferenceDoes(double kappa, double temperature, double rate) {
        assertEquals(rate, RelaxationRate.onFloor(Examples.ring(kappa, temperature)), PROMISED * rate);
    }

    /** Free diffusion with D = Delta / kappa: D (2 pi / length)^2 on a ring, D (pi / length)^2 between walls. */
    @Test
    void freeDiffusionRelaxesAtTheRateOfItsLongestWave() {
        double diffusion = 0.05 / 4;
        assertEquals(diffusion, RelaxationRate.onFloor(flat(Boundary.PERIODIC)), PROMISED * diffusion);
        assertEquals(0.25 * diffusion, RelaxationRate.onFloor(flat(Boundary.REFLECTING)), PROMISED * 0.25 * diffusion);
    }

    private static Setting flat(Boundary boundary) {
        Interval along = new Interval(-Math.PI, Math.PI, boundary);
        return Examples.valley(Profiles.LEVEL, Profile.constant(1.0), along, 4, 0.05);
    }

    /**
     * Ornstein-Uhlenbeck on an open line: the rate is the stiffness of the floor, whatever the noise. Cutting 1e-3 of
     * the mass off, at 3.3 standard deviations, costs a percent.
     */
    @ParameterizedTest
    @CsvSource({"0.02, 4", "0.5, 1"})
    void aParabolicFloorRelaxesAtItsStiffness(double temperature, double kappa) {
        Setting setting = Examples.valley(
                Profiles.parabola(0.3), Profile.constant(1.0), Interval.LINE, kappa, temperature);
        assertEquals(0.3, RelaxationRate.onFloor(setting), 0.01 * 0.3);
    }

    /** On a degenerate floor time scales with the temperature: the rate is exactly proportional to it. */
    @Test
    void theRateOfADegenerateFloorIsProportionalToTheTemperature() {
        double cold = RelaxationRate.onFloor(Examples.ring(4, 0.001));
        assertEquals(50 * cold, RelaxationRate.onFloor(Examples.ring(4, 0.05)), 1e-9 * cold);
    }

    @Test
    void withoutAStationaryStateThereIsNoRate() {
        Setting runaway = Examples.valley(Profiles.LEVEL, Profiles.OPENING, Interval.LINE, 4, 0.05);
        assertThrows(NoStationaryStateException.class, () -> RelaxationRate.onFloor(runaway));
    }
}
