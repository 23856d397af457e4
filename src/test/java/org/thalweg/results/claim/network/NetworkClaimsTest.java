package org.thalweg.results.claim.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.FormulaNetworks;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Samples;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.Claims;
import org.thalweg.results.claim.Validation;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.RadialMap;
import org.thalweg.spectra.SymmetricOperator;

/** Exact claims about networks: they hold where they should, and what is wrong is refuted. Nothing is sampled. */
class NetworkClaimsTest {
    private static final Seed SEED = new Seed(20261129);

    @TempDir
    private Path folder;

    private static Network network(Activation activation, Output output, boolean biases) {
        return new Network(new Architecture(List.of(3, 5, 4, 3), activation, output, biases),
                FormulaNetworks.classes(20, 3, 3));
    }

    private static double[] point(Network network) {
        return FormulaNetworks.parameters(network.architecture(), 1.3);
    }

    private static List<Verdict> verdicts(List<Judgement> judgements) {
        return judgements.stream().map(Judgement::verdict).distinct().toList();
    }

    @ParameterizedTest
    @EnumSource(Output.class)
    void rescalingLawsHoldInDeepNetworksWithBiases(Output output) {
        for (Activation activation : List.of(Activation.RELU, Activation.IDENTITY)) {
            Network network = network(activation, output, true);
            List<Judgement> laws = new RescalingInvariance().judge(network, point(network), SEED);
            assertEquals(7, laws.size(), "function, gradient, Hessian, Fisher-Rao norm, three layers");
            assertEquals(List.of(Verdict.CONSISTENT), verdicts(laws), laws.toString());
            List<Judgement> changes = new RescaledCurvature().judge(network, point(network), SEED);
            assertEquals(5, changes.size());
            assertEquals(List.of(Verdict.CONSISTENT), verdicts(changes), changes.toString());
        }
    }

    /** Biases that go with their own layer only are a mistake that is easily made. */
    @Test
    void biasesThatDoNotFollowAllLayersBeforeAreRefuted() {
        Network network = network(Activation.RELU, Output.CROSS_ENTROPY, true);
        LayerScaling wrong = (architecture, alpha) -> {
            double[] factors = LayerScaling.DEEP.factors(architecture, alpha);
            for (Layer layer : architecture.layers()) {
                Arrays.fill(factors, layer.biasesFrom(), layer.end(), factors[layer.weightsFrom()]);
            }
            return factors;
        };
        List<Judgement> laws = new RescalingInvariance(wrong).judge(network, point(network), SEED);
        assertEquals(List.of(Verdict.REFUTED), verdicts(laws), laws.toString());
    }

    /** A part in 10^11 is seen. */
    @Test
    void aFactorThatIsSlightlyOffIsRefuted() {
        Network network = network(Activation.RELU, Output.CROSS_ENTROPY, false);
        LayerScaling wrong = (architecture, alpha) -> {
            double[] factors = LayerScaling.DEEP.factors(architecture, alpha);
            factors[0] *= 1.0 + 1e-11;
            return factors;
        };
        List<Judgement> laws = new RescalingInvariance(wrong).judge(network, point(network), SEED);
        assertTrue(laws.stream().limit(3).allMatch(j -> j.verdict() == Verdict.REFUTED), laws.toString());
    }

    /** Where gradients are not what the law says, the trace is not either. */
    @Test
    void aTraceThatStaysIsRefuted() {
        Network network = network(Activation.RELU, Output.CROSS_ENTROPY, false);
        LayerScaling nothing = (architecture, alpha) -> {
            double[] factors = new double[architecture.parameters()];
            Arrays.fill(factors, 1.0);
            return factors;
        };
        List<Judgement> changes = new RescaledCurvature(nothing).judge(network, point(network), SEED);
        assertEquals(Verdict.REFUTED, changes.get(changes.size() - 1).verdict(), changes.toString());
    }

    /** Two and three layers, with biases and without. */
    @Test
    void minimaAreAsSharpAsOneLikes() {
        for (boolean biases : new boolean[] {false, true}) {
            for (List<Integer> widths : List.of(List.of(6, 5, 2), List.of(6, 8, 7, 1))) {
                Network network = wide(widths, biases);
                List<Judgement> found = new SharpMinima().judge(network, point(network), SEED);
                assertEquals(3, found.size());
                assertEquals(List.of(Verdict.CONSISTENT), verdicts(found), found.toString());
            }
        }
    }

    /** Layers that differ by 24 decades and more are the same function: a step that is short for all is shorter still. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-20, 1e-12, 1e-4, 1e4, 1e12, 1e20})
    void layersOfAnySizeKeepTheLaws(double alpha) {
        for (Activation activation : List.of(Activation.RELU, Activation.IDENTITY)) {
            Network network = network(activation, Output.CROSS_ENTROPY, true);
            double[] there = LayerScaling.point(point(network),
                    LayerScaling.DEEP.factors(network.architecture(), alpha));
            for (List<Judgement> found : List.of(new RescalingInvariance().judge(network, there, SEED),
                    new RescaledCurvature().judge(network, there, SEED),
                    new SharpMinima().judge(network, there, SEED))) {
                assertFalse(verdicts(found).contains(Verdict.REFUTED), found.toString());
                assertTrue(verdicts(found).contains(Verdict.CONSISTENT), found.toString());
            }
        }
    }

    /** Targets are the network's own outputs: the point is a minimum, as in the theorems. */
    private static Network wide(List<Integer> widths, boolean biases) {
        Architecture layers = new Architecture(widths, Activation.RELU, Output.MSE, biases);
        int outputs = widths.get(widths.size() - 1);
        double[] rows = FormulaNetworks.inputs(40, 6, 0.3);
        double[] targets = new double[40 * outputs];
        Network unknown = new Network(layers, Samples.ofTargets(6, rows, outputs, targets));
        unknown.bind().outputs(point(unknown), targets);
        return new Network(layers, Samples.ofTargets(6, rows, outputs, targets));
    }

    /** Scalings that do nothing and coordinates of another exponent are each seen. */
    @Test
    void aSharpnessThatStaysIsRefuted() {
        Network network = wide(List.of(6, 5, 2), false);
        LayerScaling nothing = (architecture, alpha) -> {
            double[] factors = new double[architecture.parameters()];
            Arrays.fill(factors, 1.0);
            return factors;
        };
        List<Judgement> found = new SharpMinima(nothing, nothing, new RadialMap(0.3, -0.39))
                .judge(network, point(network), SEED);
        assertEquals(List.of(Verdict.REFUTED), verdicts(found), found.toString());
    }

    /** The examples of the publication: curvature 3 becomes 1.145 for b = 0.3 and a = -0.4. */
    @Test
    void coordinatesAlongRays() {
        assertEquals(1.145, 3.0 * new RadialMap(0.3, -0.4).factor(), 5e-4);
        RadialMap map = new RadialMap(0.7, 1.5);
        for (double s : new double[] {1e-6, 0.1, 3.0}) {
            double rho = map.distance(s);
            assertEquals(s, Math.pow(rho * rho + 0.7, 1.5) * rho, 1e-12 * s);
        }
    }

    @Test
    void unitsThatAreNotHomogeneousAreNamed() {
        Network network = network(Activation.TANH, Output.CROSS_ENTROPY, true);
        List<Judgement> laws = new RescalingInvariance().judge(network, point(network), SEED);
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(laws));
        String reason = laws.get(0).claim().reasonForSilence();
        assertTrue(reason.contains("positively homogeneous") && reason.contains("tanh"), reason);
    }

    /** 0.1 + 0.2 - 0.3 is not 0: the sample sits at the kink, and its unit may be on or off. */
    @Test
    void unitsAtTheirKinkAreNoMatterOfDerivatives() {
        Network network = new Network(new Architecture(List.of(3, 2, 2), Activation.RELU, Output.CROSS_ENTROPY, false),
                Samples.ofClasses(3, new double[] {1, 1, 1, 1, 0, 2, 0, 1, 3}, new int[] {0, 1, 1}, 2));
        double[] theta = {0.1, 0.2, -0.3, 0.7, 0.4, 0.9, 0.5, -0.2, 0.3, 0.8};
        List<Judgement> laws = new RescalingInvariance().judge(network, theta, SEED);
        assertEquals(Verdict.CONSISTENT, laws.get(0).verdict(), laws.toString());
        assertEquals(List.of(Verdict.NOT_APPLICABLE), verdicts(laws.subList(1, laws.size())), laws.toString());
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theHessianIsSecondMomentLessProbability(Activation activation) {
        for (Output output : Output.values()) {
            Network network = network(activation, output, true);
            List<Judgement> found = new SecondMomentIdentity().judge(network, List.of(point(network)), SEED);
            assertEquals(List.of(Verdict.CONSISTENT), verdicts(found), found.toString());
        }
    }

    @Test
    void theGaussNewtonMatrixIsNot() {
        Network network = network(Activation.TANH, Output.CROSS_ENTROPY, true);
        List<Judgement> found = new SecondMomentIdentity(NetworkMatrix.GAUSS_NEWTON)
                .judge(network, List.of(point(network)), SEED);
        assertEquals(List.of(Verdict.REFUTED), verdicts(found), found.toString());
    }

    @Test
    void eigenvaluesLieWithinTheBoundsOfTheirTraces() {
        Network network = network(Activation.TANH, Output.CROSS_ENTROPY, true);
        SymmetricOperator hessian = NetworkMatrix.HESSIAN.at(network.bind(), point(network));
        List<Judgement> found = EigenvalueBounds.judge(List.of(), List.of(hessian), List.of(hessian), SEED);
        assertEquals(4, found.size());
        assertEquals(List.of(Verdict.CONSISTENT), verdicts(found), found.toString());
        SymmetricOperator moment = NetworkMatrix.SECOND_MOMENT.at(network.bind(), point(network));
        SymmetricOperator negative = new DenseMatrix(
                new double[][] {{-2.0, 0.0, 0.0}, {0.0, -1.0, 0.0}, {0.0, 0.0, -1.0}});
        SymmetricOperator positive = new DenseMatrix(
                new double[][] {{3.0, 0.0, 0.0}, {0.0, 0.1, 0.0}, {0.0, 0.0, 0.1}});
        assertEquals(List.of(Verdict.CONSISTENT),
                verdicts(EigenvalueBounds.judge(List.of(), List.of(moment), List.of(moment), SEED)));
        List<Judgement> others = EigenvalueBounds.judge(List.of(), List.of(positive), List.of(negative), SEED);
        assertEquals(Verdict.REFUTED, others.get(1).verdict(), others.toString());
        assertEquals(Verdict.REFUTED, others.get(3).verdict(), others.toString());
    }

    /**
     * Of two eigenvalues, of equal ones and of a single one beside 0 the bounds are equalities: met within rounding.
     */
    @Test
    void boundsThatAreMetAreKept() {
        double[][][] rows = {{{1.0, 0.3}, {0.3, -2.0}}, {{0.7, 0.0, 0.0}, {0.0, 0.7, 0.0}, {0.0, 0.0, 0.7}},
            {{0.0, 0.0, 0.0}, {0.0, 3.0, 0.0}, {0.0, 0.0, 0.0}}, {{0.0, 0.0}, {0.0, 0.0}}};
        for (double[][] row : rows) {
            List<SymmetricOperator> matrix = List.of(new DenseMatrix(row));
            List<Judgement> found = EigenvalueBounds.judge(List.of(), matrix, matrix, SEED);
            assertEquals(List.of(Verdict.CONSISTENT), verdicts(found), found.toString());
        }
    }

    /** Beyond what is affordable claims are silent; a start without a seed is drawn. */
    @Test
    void claimsAboutAModel() throws Exception {
        Setting setting = ModelFile.read(Files.writeString(folder.resolve("tanh.yaml"), """
                name: tanh
                summary: A small network without a seed of its start.
                loss:
                  kind: network
                  data: {set: digits, classes: [0, 1, 2], inputs: [21, 36, 43], per-class: 10}
                  layers: [3, 4, 3]
                  activation: tanh
                  output: cross-entropy
                noise: {kind: samples, batch: 5}
                sgd: {learning-rate: 0.1, momentum: 0.9}
                start: {kind: glorot-normal}
                """)).setting();
        List<String> numbers = Claims.about(setting).stream().map(Claims.Entry::number).toList();
        assertEquals(List.of("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N10", "N12", "A4", "A5"),
                numbers);
        Laboratory laboratory = new Laboratory(4, SEED, 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
        List<Judgement> found = Validation.of(laboratory, setting).judge(share -> { }).judgements();
        assertEquals(List.of(Verdict.NOT_APPLICABLE, Verdict.CONSISTENT), verdicts(found), found.toString());
        String reason = found.stream().filter(j -> j.claim().id().startsWith("N4")).findFirst().orElseThrow()
                .claim().reasonForSilence();
        assertTrue(reason.contains("momentum 0.9"), reason);
    }
}
