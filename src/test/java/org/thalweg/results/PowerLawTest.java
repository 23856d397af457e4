package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Measurement;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** Straight lines through measurements. */
class PowerLawTest {
    private static final double[] X = {0.5, 1.0, 2.0, 3.0, 7.0};

    private static List<Measurement> exact(DoubleUnaryOperator f) {
        return DoubleStream.of(X).mapToObj(x -> Measurement.exact(f.applyAsDouble(x))).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.0, 0.5, 3.0, 0.0})
    void anExactPowerLawHasItsExponent(double exponent) {
        Measurement found = PowerLaw.exponent(X, exact(x -> 42.0 * Math.pow(x, exponent)));
        assertEquals(exponent, found.value(), 1e-14);
        assertEquals(0.0, found.standardError(), 1e-14);
        assertEquals(0, found.samples());
    }

    /** Without errors of their own, points tell the error of the line by their scatter, as any regression does. */
    @Test
    void theScatterOfComputedPointsIsTheirError() {
        double[] y = {1.0, 2.5, 3.0, 5.5, 12.0};
        SimpleRegression reference = new SimpleRegression();
        IntStream.range(0, X.length).forEach(i -> reference.addData(X[i], y[i]));
        Measurement slope = PowerLaw.slope(X, DoubleStream.of(y).mapToObj(Measurement::exact).toList());
        assertEquals(reference.getSlope(), slope.value(), 1e-14);
        assertEquals(reference.getSlopeStdErr(), slope.standardError(), 1e-14);
    }

    /** Two computed points lie on a line whatever they are. */
    @Test
    void twoComputedPointsTellNoError() {
        Measurement slope = PowerLaw.slope(new double[] {1, 3}, List.of(Measurement.exact(5), Measurement.exact(9)));
        assertEquals(new Measurement(2.0, 0.0, 0), slope);
    }

    /** Any signs of the numerical errors leave slope and mean within theirs; the worst signs reach them. */
    @Test
    void numericalErrorsOfComputedPointsCover() {
        double[] errors = {0.1, 0.02, 0.3, 0.05, 0.2};
        List<Measurement> y = IntStream.range(0, X.length)
                .mapToObj(i -> Measurement.computed(1.0 + 2.0 * X[i], errors[i])).toList();
        PowerLaw.Line line = PowerLaw.line(X, y);
        double tilt = 0.0;
        double lift = 0.0;
        for (int signs = 0; signs < 1 << X.length; signs++) {
            int chosen = signs;
            PowerLaw.Line moved = PowerLaw.line(X, IntStream.range(0, X.length).mapToObj(i -> Measurement.exact(
                    y.get(i).value() + ((chosen >> i & 1) == 0 ? errors[i] : -errors[i]))).toList());
            tilt = Math.max(tilt, Math.abs(moved.slope().value() - 2.0));
            lift = Math.max(lift, Math.abs(moved.mean().value() - line.mean().value()));
        }
        assertEquals(tilt, line.slope().standardError(), 1e-14);
        assertEquals(lift, line.mean().standardError(), 1e-14);
    }

    /** A point with a tenth of the error weighs a hundred times as much. */
    @Test
    void precisePointsDecide() {
        List<Measurement> y = List.of(
                new Measurement(0.0, 0.01, 5), new Measurement(1.0, 0.01, 5), new Measurement(9.0, 10.0, 5));
        PowerLaw.Line line = PowerLaw.line(new double[] {0, 1, 2}, y);
        assertEquals(1.0, line.slope().value(), 1e-4);
        assertEquals(15, line.slope().samples());
    }

    @Test
    void aLineCrossesALevel() {
        PowerLaw.Line line = PowerLaw.line(X, exact(x -> 3.0 - 2.0 * x));
        assertEquals(4.0, line.crossing(-5.0).value(), 1e-14);
        assertEquals(2.7, line.centre(), 1e-14);
        assertEquals(3.0 - 2.0 * 2.7, line.mean().value(), 1e-14);
    }

    /**
     * The errors are right: over 4000 repetitions of a line measured with unequal Gaussian errors, (found - true) /
     * error of slope, mean and crossing has unit mean square. Its standard error is sqrt(2/4000) = 0.022, 4.9 of which
     * make 1e-6 false alarms each; the crossing is right to first order only, here a relative error of the slope of
     * 0.009, and 0.01 is allowed for it.
     */
    @Test
    void errorsHaveTheSizeOfTheErrors() {
        int repetitions = 4000;
        double[] error = {0.1, 0.05, 0.2, 0.1, 0.05};
        double slopeSquare = 0.0;
        double meanSquare = 0.0;
        double crossingSquare = 0.0;
        RandomStream random = new Seed(4).stream(Purpose.OTHER, 0);
        for (int r = 0; r < repetitions; r++) {
            List<Measurement> y = IntStream.range(0, X.length).mapToObj(
                    i -> new Measurement(1.0 + 2.0 * X[i] + error[i] * random.nextNormal(), error[i], 10)).toList();
            PowerLaw.Line line = PowerLaw.line(X, y);
            slopeSquare += square((line.slope().value() - 2.0) / line.slope().standardError());
            meanSquare += square((line.mean().value() - 1.0 - 2.0 * line.centre()) / line.mean().standardError());
            Measurement crossing = line.crossing(20.0);
            crossingSquare += square((crossing.value() - 9.5) / crossing.standardError());
        }
        double allowed = 4.9 * Math.sqrt(2.0 / repetitions);
        assertEquals(1.0, slopeSquare / repetitions, allowed);
        assertEquals(1.0, meanSquare / repetitions, allowed);
        assertEquals(1.0, crossingSquare / repetitions, allowed + 0.01);
    }

    /** A power law with relative errors is a line with these as its errors. */
    @Test
    void relativeErrorsWeighLogarithms() {
        List<Measurement> y = DoubleStream.of(X)
                .mapToObj(x -> new Measurement(5.0 / x, 0.02 * 5.0 / x, 100)).toList();
        Measurement exponent = PowerLaw.exponent(X, y);
        assertEquals(-1.0, exponent.value(), 1e-14);
        double mean = DoubleStream.of(X).map(Math::log).average().orElseThrow();
        double spread = DoubleStream.of(X).map(x -> square(Math.log(x) - mean)).sum();
        assertEquals(0.02 / Math.sqrt(spread), exponent.standardError(), 1e-14);
        assertTrue(exponent.samples() > 0);
    }

    /** All that is read off a line has the degrees of freedom of its errors: five points of nine each, 45. */
    @Test
    void everythingReadOffALineKeepsItsDegreesOfFreedom() {
        List<Measurement> y = DoubleStream.of(X).mapToObj(x -> new Measurement(1.0 + 2.0 * x, 0.1, 10)).toList();
        PowerLaw.Line line = PowerLaw.line(X, y);
        for (Measurement found : List.of(line.slope(), line.mean(), line.intercept(), line.crossing(4.0))) {
            assertEquals(45.0, found.degreesOfFreedom(), 1e-9);
        }
        List<Measurement> computed = DoubleStream.of(X).mapToObj(x -> Measurement.exact(1.0 + x * x)).toList();
        assertEquals(X.length - 2.0, PowerLaw.line(X, computed).intercept().degreesOfFreedom());
    }

    private static double square(double z) {
        return z * z;
    }
}
