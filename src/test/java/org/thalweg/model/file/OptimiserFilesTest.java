package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.Problem;
import org.thalweg.model.formula.Key;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.BaseRule;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.OptimiserCatalogue;
import org.thalweg.model.optimiser.OptimiserKind;
import org.thalweg.model.optimiser.ValleyAdaptor;

/** The optimisers that model files can name: the catalogue is complete, read, and misread with one line each. */
class OptimiserFilesTest {
    private static final String NETWORK = """
            name: small
            loss: {kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 29, 36, 43], per-class: 10},
              layers: [4, 5, 2], activation: ACTIVATION}
            noise: {kind: samples, batch: 6}
            sgd: {learning-rate: 0.1, momentum: MOMENTUM}
            optimiser: OPTIMISER
            start: {kind: he-normal, seed: 3}
            """;

    private static String network(String optimiser) {
        return NETWORK.replace("OPTIMISER", optimiser).replace("ACTIVATION", "tanh").replace(", momentum: MOMENTUM", "");
    }

    private static Stream<OptimiserKind> kinds() {
        return OptimiserCatalogue.KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyExampleIsRead(OptimiserKind kind) {
        Setting setting = ModelText.sound(network(kind.example())).setting();
        assertEquals(kind.name(), setting.sgd().rule().kind());
        assertFalse(setting.sgd().descends());
        assertFalse(setting.hasDiffusion());
        assertTrue(setting.sgd().rule().description().startsWith(kind.name() + " ("));
        assertEquals(setting.sgd().rule(), ModelText.sound(network(kind.example())).setting().sgd().rule());
        for (Key key : kind.keys()) {
            assertTrue(key.name().matches("[a-z]+(-[a-z]+)*[0-9]?"), key.name());
        }
    }

    /** Every class of rule is there under the name it gives itself, alone or as a base. */
    @Test
    void everyRuleIsInTheCatalogue() {
        List<String> names = Stream.concat(OptimiserCatalogue.KINDS.stream(), OptimiserCatalogue.BASES.stream())
                .map(OptimiserKind::name).toList();
        Stream.concat(Stream.of(Optimiser.class.getPermittedSubclasses()),
                        Stream.of(BaseRule.class.getPermittedSubclasses()))
                .filter(type -> !type.isInterface())
                .forEach(type -> assertTrue(names.contains(name(type)), "add this line to OptimiserCatalogue: "
                        + type.getSimpleName() + ".KIND,"));
    }

    private static String name(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "GradientDescent" -> "sgd";
            case "ValleyAdaptor" -> "valley";
            case "SharpnessAware" -> "sam";
            case "SpectralRange" -> "hsr";
            default -> type.getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    /** A model without an optimiser takes one from the command line, base and all. */
    @Test
    void assignmentsNameOptimisers() throws ModelFileException {
        ModelFile file = ModelText.sound(network("{kind: adam}").replace("optimiser: {kind: adam}\n", ""));
        assertTrue(file.setting().sgd().descends());
        Setting other = file.with(Map.of("optimiser.kind", "valley", "optimiser.alpha", "0.3", "optimiser.beta", "0.5",
                "optimiser.base.kind", "adam", "optimiser.base.beta1", "0.8")).setting();
        assertEquals(new ValleyAdaptor(0.3, 0.5, new Adam(0.8, 0.999, 1e-8)), other.sgd().rule());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{kind: adamw}                                  | unknown kind 'adamw'         | did you mean 'adam'",
        "{kind: sgd}                                    | unknown kind 'sgd'           | sam",
        "{kind: adam, beta1: 1}                         | 'beta1' = 1.0                | from 0.0 to less than 1.0",
        "{kind: adam, epsilon: 0}                       | 'epsilon' = 0.0              | > 0",
        "{kind: adam, radius: 1}                        | unknown key 'radius'         | epsilon",
        "{kind: valley, alpha: -100, beta: 0.99}        | 'alpha' = -100.0             | of size less than",
        "{kind: valley, base: {kind: sam}}              | unknown kind 'sam'           | sgd",
        "{kind: valley, base: {kind: adam, beta: 1}}    | unknown key 'beta'           | beta1",
        "{kind: sam, radius: -1}                        | 'radius' = -1.0              | from 0.0",
        "{kind: hsr}                                    | key 'strength' is missing    | strength: ...",
        "{kind: decentralised, learners: 2.5}           | 'learners' = 2.5             | whole number",
        "{kind: decentralised, learners: 2, mixing: rung} | unknown mixing 'rung'      | did you mean 'ring'",
        "{kind: decentralised, learners: 2, base: {kind: decentralised, learners: 2}} | unknown kind"
                + " 'decentralised' | sgd"})
    void whatIsWrongIsOneLine(String optimiser, String what, String remedy) {
        List<Problem> problems = ModelText.problems(network(optimiser));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).toString().contains(what) && problems.get(0).toString().contains(remedy), problems.toString());
    }

    @Test
    void momentumHasOnePlace() {
        List<Problem> problems = ModelText.problems(NETWORK.replace("OPTIMISER", "{kind: adam}")
                .replace("ACTIVATION", "tanh").replace("MOMENTUM", "0.9"));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).toString().contains("'momentum' beside an optimiser"), problems.toString());
    }

    @Test
    void theBoundWantsANetworkWithAClosedForm() {
        List<Problem> problems = ModelText.problems(
                network("{kind: hsr, strength: 0.1}").replace("activation: tanh", "activation: relu"));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).toString().contains("closed form"), problems.toString());
    }
}
