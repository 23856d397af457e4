package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.FormulaNetworks;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.random.Seed;

/** Traces from a few products beside the exact ones, on the Hessian of a network of 31 parameters. */
class SampledTracesTest {
    private static final long SEED = 20261203;
    private static final int REPETITIONS = 1000;
    private static final int VECTORS = 16;
    /** Student's 97.5 % quantile, 15 degrees of freedom (tables). */
    private static final double STUDENT = 2.131;

    private static SymmetricOperator hessian() {
        Architecture layers = new Architecture(List.of(3, 4, 3), Activation.TANH, Output.CROSS_ENTROPY, true);
        Network network = new Network(layers, FormulaNetworks.classes(12, 3, 3));
        return DenseMatrix.of(NetworkMatrix.HESSIAN.at(network.bind(), FormulaNetworks.parameters(layers, 1.0)));
    }

    private static double[][] leading(SymmetricOperator operator, int count) {
        return count == 0 ? new double[0][] : new Lanczos(count, 0).of(operator, new Seed(SEED)).vectors();
    }

    /**
     * Without bias, and 95 % intervals hold the truth 95 times in 100, give or take what a thousand repetitions (0.7)
     * and the law of squares, which is not normal, do: 92 to 98. Wrong for another seed with probability below 1e-4,
     * and as much for each of four means.
     */
    @Test
    void errorsCover() {
        SymmetricOperator hessian = hessian();
        Traces exact = Traces.of(hessian);
        List<ToDoubleFunction<Traces>> quantities = List.of(Traces::trace, Traces::squareTrace);
        for (int deflated : new int[] {0, 5}) {
            double[][] directions = leading(hessian, deflated);
            for (ToDoubleFunction<Traces> quantity : quantities) {
                double truth = quantity.applyAsDouble(exact);
                double sum = 0.0;
                double squares = 0.0;
                int covered = 0;
                for (int r = 0; r < REPETITIONS; r++) {
                    Measurement found = SampledTraces.of(hessian, directions, VECTORS, new Seed(SEED + r)).of(quantity);
                    double off = found.value() - truth;
                    covered += Math.abs(off) <= STUDENT * found.standardError() ? 1 : 0;
                    sum += off;
                    squares += off * off;
                }
                assertEquals(0.0, sum / REPETITIONS, 4.0 * Math.sqrt(squares) / REPETITIONS, "seed " + SEED);
                assertTrue(covered >= 920 && covered <= 980, covered + " of 1000 cover, seed " + SEED);
            }
        }
    }

    /** The more of the spectrum is taken out, the less is left to chance; all of it, nothing. */
    @Test
    void deflationShrinksErrors() {
        SymmetricOperator hessian = hessian();
        double before = Double.POSITIVE_INFINITY;
        for (int deflated : new int[] {0, 5, 15}) {
            double error = SampledTraces.of(hessian, leading(hessian, deflated), 64, new Seed(SEED))
                    .of(Traces::trace).standardError();
            assertTrue(error < 0.8 * before, deflated + " directions: " + error + " after " + before);
            before = error;
        }
        Traces exact = Traces.of(hessian);
        SampledTraces all = SampledTraces.of(hessian, leading(hessian, hessian.dimension()), 2, new Seed(SEED));
        assertEquals(exact.trace(), all.of(Traces::trace).value(), 1e-12);
        assertEquals(exact.squareTrace(), all.of(Traces::squareTrace).value(), 1e-12);
        assertEquals(0.0, all.of(Traces::trace).standardError(), 1e-12);
    }

    /** Any directions will do: exact without regard to whether they are eigenvectors. */
    @Test
    void directionsNeedNotBeEigenvectors() {
        SymmetricOperator hessian = hessian();
        double[][] units = new double[hessian.dimension()][hessian.dimension()];
        for (int i = 0; i < units.length; i++) {
            units[i][i] = 1.0;
        }
        assertEquals(Traces.of(hessian).trace(),
                SampledTraces.of(hessian, units, 2, new Seed(SEED)).of(Traces::trace).value(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> SampledTraces.of(hessian, units, 1, new Seed(SEED)));
    }
}
