package org.thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** Networks that multiply by the signs of their weights. Seed 5; one statistical assertion, false alarms below 1e-6. */
class OneBitWeightsTest {
    private static final Architecture REAL = new Architecture(List.of(3, 5, 4, 3), Activation.SHIFTED_RELU,
            Output.CROSS_ENTROPY, true);
    private static final Samples SAMPLES = FormulaNetworks.classes(70, 3, 3);

    /** The parameters with every weight replaced by what is multiplied by. */
    private static double[] forward(Architecture architecture, double[] theta) {
        double[] forward = theta.clone();
        for (Layer layer : architecture.layers()) {
            for (int i = layer.weightsFrom(); i < layer.biasesFrom(); i++) {
                forward[i] = Math.sqrt(2.0 / layer.inputs()) * (theta[i] >= 0.0 ? 1.0 : -1.0);
            }
        }
        return forward;
    }

    /** Loss and straight-through gradient are those of the real network at the forward weights, bit for bit. */
    @Test
    void theGradientGoesStraightThroughTheSign() {
        for (boolean batchNorm : new boolean[] {false, true}) {
            Architecture real = new Architecture(REAL.widths(), REAL.activation(), REAL.output(), true, batchNorm);
            double[] theta = FormulaNetworks.parameters(real, 1.0);
            theta[1] = 0.0;
            double[] expected = new double[theta.length];
            double[] found = new double[theta.length];
            double loss = new Network(real, SAMPLES).bind().lossAndGradient(forward(real, theta), expected);
            Propagation bits = new Network(real.with(Weights.ONE_BIT), SAMPLES).bind();
            assertEquals(loss, bits.lossAndGradient(theta, found));
            assertArrayEquals(expected, found, 0.0);
        }
    }

    /** Sizes of weights change nothing as long as signs stay; where they change the loss jumps; NaN is not hidden. */
    @Test
    void theLossIsConstantBetweenChangesOfSign() {
        Propagation bits = new Network(REAL.with(Weights.ONE_BIT), SAMPLES).bind();
        double[] theta = FormulaNetworks.parameters(REAL, 1.0);
        double loss = bits.loss(theta);
        double[] other = theta.clone();
        for (Layer layer : REAL.layers()) {
            for (int i = layer.weightsFrom(); i < layer.biasesFrom(); i++) {
                other[i] *= 0.1 + i;
            }
        }
        assertEquals(loss, bits.loss(other));
        other[0] = -other[0];
        assertTrue(Math.abs(bits.loss(other) - loss) > 1e-6);
        other[0] = Double.NaN;
        assertTrue(Double.isNaN(bits.loss(other)));
    }

    /**
     * 256 units on 400 samples of 256 normal inputs: signals have the variance of those through weights of He's law, to
     * 5 per cent, six standard errors.
     */
    @Test
    void signalsAreAsLargeAsByHesLaw() {
        Architecture wide = new Architecture(List.of(256, 256), Activation.IDENTITY, Output.MSE, false);
        double[] rows = new double[400 * 256];
        new Seed(5).stream(Purpose.DATA, 0).fillNormal(rows, rows.length);
        Samples samples = Samples.ofTargets(256, rows, 256, new double[rows.length]);
        double[] theta = StartLaw.HE_NORMAL.draw(wide, new Seed(5));
        double[] sizes = new double[2];
        for (Weights weights : Weights.values()) {
            double[] z = new double[rows.length];
            new Network(wide.with(weights), samples).bind().outputs(theta, z);
            for (double value : z) {
                sizes[weights.ordinal()] += value * value / z.length;
            }
        }
        assertEquals(1.0, sizes[1] / sizes[0], 0.05);
    }

    /** Whatever is made of derivatives is refused in one line that names the remedy. */
    @Test
    void derivativesAreRefused() {
        Propagation bits = new Network(REAL.with(Weights.ONE_BIT), SAMPLES).bind();
        double[] theta = FormulaNetworks.parameters(REAL, 1.0);
        double[] v = new double[theta.length];
        for (Runnable what : List.<Runnable>of(() -> bits.hessianTimes(theta, v, v.clone()),
                () -> bits.gaussNewtonTimes(theta, v, v.clone()),
                () -> bits.probabilityCurvatureTimes(theta, v, v.clone()),
                () -> bits.sampleProducts(theta, v, new double[70]),
                () -> bits.sampleGradient(theta, 0, v.clone()))) {
            String message = assertThrows(Refusal.class, what::run).getMessage();
            assertEquals(1, message.lines().count());
            assertTrue(message.endsWith("write weights: real"), message);
        }
        assertTrue(bits.linearised(theta).isEmpty());
    }
}
