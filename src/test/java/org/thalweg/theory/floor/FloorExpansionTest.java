package org.thalweg.theory.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.theory.Valleys;

/** The share of the diffusion along the valley that finite steps add, against its formula written down once more. */
class FloorExpansionTest {
    /** With A = Delta F F'/(F^2 - eta/2) the share is eta |kappa A^2/Delta - A'/2|. */
    @ParameterizedTest
    @CsvSource({"2.0, 25, 0.05", "-2.0, 0.05, 0.05", "0.3, 0.2, 0.1"})
    void shareOfFiniteStepsOnTheRing(double x, double temperature, double learningRate) {
        double f = 1.0 + 0.5 * Math.cos(x);
        double slope = -0.5 * Math.sin(x);
        double bend = -0.5 * Math.cos(x);
        double room = f * f - 0.5 * learningRate;
        double push = temperature * f * slope / room;
        double pushSlope = temperature * ((slope * slope + f * bend) / room
                - 2.0 * f * f * slope * slope / (room * room));
        double expected = learningRate * Math.abs(4.0 * push * push / temperature - 0.5 * pushSlope);
        FloorDiffusion floor = FloorDiffusion.of(Valleys.ring(4.0, temperature, learningRate));
        assertEquals(expected, new FloorExpansion(floor, learningRate, 1.0).stepShare(x), 1e-9 * expected);
    }
}
