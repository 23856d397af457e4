package org.thalweg.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;

/**
 * Valleys so narrow that x relaxes up to 1e10 times faster than y, which the hierarchy solves to rounding only. Under
 * isotropic noise P ~ F e^(-L0/T) whatever the width, so that the quadrature of the same valley of width 1 knows the
 * answer: the hierarchy is within three errors that it states.
 */
class FastAlongTest {
    @ParameterizedTest
    @CsvSource({
        // Two refinements agreed by accident: 75 stated errors off.
        "0, 0.001, -2, 0.01, 1e-6",
        // Rounding of the solve: 4 errors off.
        "0, 1e-5, -2, 0.01, 1e-8", "0, 1e-5, -3, 0.01, 1e-8", "0, 1e-5, -3, 0.2, 1e-8",
        // Rounding of x, known to 1e-9 widths.
        "1000, 1e-4, -3, 0.01, 1e-8", "1000, 1e-3, -3, 0.2, 1e-8"})
    void statesItsRounding(double at, double width, double from, double floor, double tolerance) throws Exception {
        Map<Quantity, Measurement> exact = StationaryDensity.solve(valley(0.0, 1.0, from, floor).setting().effective(),
                DensityMethod.QUADRATURE, Resolution.DEFAULT).quantities();
        Map<Quantity, Measurement> found = StationaryDensity.solve(valley(at, width, from, floor).setting().effective(),
                DensityMethod.HIERARCHY, Resolution.DEFAULT, tolerance).quantities();
        for (Quantity quantity : List.of(Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y, Quantity.MEAN_FLATNESS,
                Quantity.SELECTION_EXPONENT)) {
            double unit = quantity.equals(Quantity.VARIANCE_X) ? width * width : 1.0;
            double off = Math.abs(found.get(quantity).value() / unit - exact.get(quantity).value());
            double stated = found.get(quantity).standardError() / unit;
            assertTrue(off <= 3.0 * (stated + exact.get(quantity).standardError()),
                    quantity + " is " + off + " off, stated " + stated);
        }
    }

    private static KnownLaw valley(double at, double width, double from, double floor) {
        String u = "((x-" + at + ")/" + width + ")";
        return new KnownLaw("narrow", """
                loss: {kind: valley, flatness: "1 + .5*exp(-%1$s^2/2)", floor: "%2$s*%1$s^2/2"}
                domain: {x: {from: %3$s, to: %4$s, boundary: reflecting}}
                noise: {kind: isotropic, batch-variance: 10}
                sgd: {learning-rate: 0.01}
                start: {x: %5$s, y: 0}
                """.formatted(u, floor, at + from * width, at + 3.0 * width, at), Map.of(), Set.of(), 0.0);
    }
}
