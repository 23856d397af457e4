package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.Problem;

/** One line of a right model is spoilt; the message names the place, the mistake and the remedy. */
class BadInputTest {
    /** Replaces {@code good} by {@code bad} in the right model; place is line:column of the one problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "floor: \"0\"             | flor: \"0\" | 7:3 | unknown key 'flor' | 'floor'",
        "summary: A model         | smmary: A model | 2:1 | unknown key 'smmary' | 'summary'",
        "{learning-rate: 0.05}    | {learning-rate: 0.05, momentom: 0.9} | 14:28 | unknown key 'momentom' | momentum",
        "start: {x: 3.0, y: 0.0}  | start: [{x: 1}, {x: 4}] | 15:21 | lies outside the domain | -2.28319",
        "start: {x: 3.0, y: 0.0}  | start: [{x: 1}, 3] | 15:17 | 'start' must be a list of mappings | write - {x",
        "start: {x: 3.0, y: 0.0}  | start: [{x: \"normal(1, 2)\"}] | 15:13 | is a distribution | give numbers",
        "start: {x: 3.0, y: 0.0}  | start: [] | 15:8 | the list 'start' is empty | at least one",
        "start: {x: 3.0, y: 0.0}  | start: {y: 0.0} | 15:1 | 'x' is missing in 'start' | add x",
        "{learning-rate: 0.05}    | {learning-rate: 0.05, momentum: 1} | 14:38 | 'momentum' = 1.0 | less than 1",
        "{learning-rate: 0.05}    | {learning-rate: 0.05, nesterov: true} | 14:38 | without momentum | momentum: 0.9",
        "{learning-rate: 0.05}    | {learning-rate: 0.05, weight-decay: 1} | 14:42 | pulls to 0 | another boundary",
        "sgd: {learning-rate: 0.05} | sgd: {} | 14:1 | 'learning-rate' is missing | add learning-rate",
        "batch-variance: 2.0      | `# none` | 10:1 | 'batch-variance' is missing | add batch-variance",
        "batch-variance: 2.0      | batch-variance: {a: 1} | 12:19 | must be a number, found a mapping | one number",
        "sgd: {learning-rate: 0.05} | sgd: fast | 14:6 | must be a mapping, found 'fast' | {...}",
        "x: {from                 | x: [from | 9:44 | not YAML | check",
        "batch-variance: 2.0      | batch-variance: lots | 12:19 | unknown name 'lots' | known here: a, b, pi",
        "batch-variance: 2.0      | `batch-variance:` | 12:18 | has no value | after the colon",
        "1 + a*cos(x)             | 1 + a*coss(x) | 6:20 | 'coss' | 'cos'",
        "1 + a*cos(x)             | 1 + a*cos(x | 6:25 | ')' is missing | column 10",
        "1 + a*cos(x)             | 1 + a*cos(y) | 6:24 | unknown name 'y' | x, a, b, pi",
        "1 + a*cos(x)             | 1 + 2*a*cos(x) | 6:13 | F = 0 at x = -3.14159 | positive",
        "1 + a*cos(x)             | abs(sin(x - 0.3)) - 0 | 6:13 | F = | positive",
        "1 + a*cos(x)             | 1 + log(x) | 6:13 | F is NaN at x = -3.14159 | finite on the whole",
        "1 + a*cos(x) | 1.6 + 0.2*x | 6:13 | F is 0.971681 at one end of the ring and 2.22832 | period 6.28319",
        "1 + a*cos(x)             | 1 + 0.1*x^2 | 6:13 | F' is -0.628319 at one end | reflecting",
        "floor: \"0\"             | floor: \"sin(x/2)\" | 7:10 | L0 is -1 at one end | period",
        "anisotropy: 4            | anisotropy: 0 | 13:15 | 'anisotropy' = 0.0 is not positive | > 0",
        "anisotropy: 4            | anisotropy: -1 | 13:15 | 'anisotropy' = -1.0 | > 0",
        "batch-variance: 2.0      | batch-variance: -2 | 12:19 | is not positive | > 0",
        "batch-variance: 2.0      | batch-variance: .inf | 12:19 | is .inf | finite",
        "batch-variance: 2.0      | batch-variance: 1/0 | 12:19 | Infinity | finite",
        "batch-variance: 2.0 | batch-variance: [2, 1] | 12:19 | 2 numbers for 1 sharp direction | one number for all",
        "learning-rate: 0.05      | learning-rate: .nan | 14:22 | is .nan | finite",
        "start: {x: 3.0 | start: {x: 4.0 | 15:12 | lies outside the domain from -3.14159 to 3.14159 | -2.28319",
        "start: {x: 3.0           | start: {x: \"uniform(2, 4)\" | 15:12 | x = 4.0 lies outside | -2.28319",
        "start: {x: 3.0 | start: {x: \"uniform(3, 2*a)\" | 15:12 | uniform from 3.0 to 1.0 | less than the second",
        "start: {x: 3.0 | start: {x: \"uniform(3)\" | 15:12 | 'uniform' needs two numbers | normal(MEAN, DEVIATION)",
        "start: {x: 3.0           | start: {x: \"uniform(1, c)\" | 15:24 | unknown name 'c' | a, b, pi",
        "start: {x: 3.0           | start: {x: \"unifrom(1, 2)\" | 15:12 | unknown distribution 'unifrom' | 'uniform'",
        "y: 0.0}                  | y: \"normal(0, -a)\"} | 15:20 | the standard deviation is -0.5 | > 0",
        "y: 0.0}                  | y: \"normal(0, 1/0)\"} | 15:30 | 1/0 is Infinity | finite",
        "{flatness: 1.35}         | {flatness: 1.6} | 16:23 | F is at most 1.5 | between 0.5 and 1.5",
        "{flatness: 1.35}         | {flatness: 0.4} | 16:23 | F is at least 0.5 | between 0.5 and 1.5",
        "from: -pi, to: pi        | from: pi, to: -pi | 9:21 | runs from 3.14 | 'from' must be less",
        "from: -pi, to: pi        | from: -pi | 9:3 | 'to' is missing in 'domain.x' | add to",
        "boundary: periodic       | boundary: periodical | 9:36 | unknown boundary 'periodical' | 'periodic'",
        "kind: valley             | kind: vally | 5:9 | unknown kind 'vally' | 'valley'",
        "kind: anisotropic | kind: gaussian | 11:9 | unknown kind 'gaussian' | anisotropic, isotropic, power, varying, formula",
        "log:0.02:0.1:6           | log:0.1:0.02:6 | 18:18 | reversed or empty | smaller end first",
        "log:0.02:0.1:6           | 0.1,0.1 | 18:18 | from 0.1 to 0.1 | increasing",
        "log:0.02:0.1:6           | 0,0.1 | 18:18 | holds 0.0 | > 0",
        "`\"1,2,4\"`              | `\"\"` | 19:19 | has no value | after the colon",
        "`batch-variance: \"1,2,4\"` | batch-size: 1,2.5 | 19:15 | 'batch-size' = 1.0,2.5 | not a whole number",
        "particles: 64            | batch-size: 4 | 20:15 | follows the batch size | remove one",
        "particles: 64            | particles: 2.5 | 20:14 | 2.5 | whole number",
        "name: sound              | name: a/b | 1:7 | cannot be part of a file name | letters",
        "a: 0.5                   | x: 0.5, a: 0.5 | 3:14 | the name 'x' is taken | another name",
        "b: 2*a                   | b: 2*c | 3:27 | unknown name 'c' | a, pi",
        "b: 2*a                   | a: 1 | 3:22 | key 'a' appears twice | remove one",
        "anisotropy: 4 | `anisotropy: 4\n  anisotropy: 5` | 14:3 | key 'anisotropy' appears twice | remove one",
    })
    void oneProblem(String good, String bad, String place, String what, String remedy) {
        assertTrue(ModelText.SOUND.contains(good), "the right model has " + good);
        List<Problem> problems = ModelText.problems(ModelText.SOUND.replace(good, bad.replace("\\n", "\n")));
        assertEquals(1, problems.size(), problems.toString());
        Problem problem = problems.get(0);
        assertEquals(place, problem.line() + ":" + problem.column(), problem.toString());
        assertTrue(problem.what().contains(what), problem.toString());
        assertTrue(problem.remedy().contains(remedy), problem.toString());
        assertTrue(problem.toString().matches(".*\\.yaml:\\d+:\\d+: .+; .+"), problem.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{kind: quadratic, hessian: {xx: 1, xy: 2, yy: 1}} | {kind: isotropic, batch-variance: 1} | 2:34"
                + " | not positive definite | smaller than 1.0",
        "{kind: quadratic, hessian: {xx: 1, zz: 2, yy: 1}} | {kind: isotropic, batch-variance: 1} | 2:42"
                + " | unknown key 'zz' in 'loss.hessian' | xx",
        "{kind: formula, value: x*y} | {kind: power, strength: 1, exponent: 1, anisotropy: 2} | 4:15"
                + " | not a valley | 'formula'",
        "{kind: formula, value: x*y} | {kind: formula, covariance: {xx: x, yy: 1}} | 4:36"
                + " | at x = -3.142, y = -10 | C_xx >= 0",
        "{kind: formula, value: x*y} | {kind: formula, covariance: {xx: 1, xy: 2, yy: 1}} | 4:36 | C_xy = 2 | C_xy^2",
        "{kind: formula, value: log(x - 2)} | {kind: isotropic, batch-variance: 1} | 6:12"
                + " | the loss is NaN at the start | finite",
        "{kind: valley, flatness: [1, 2]} | {kind: anisotropic, batch-variance: [2, 1], anisotropy: [4, 4]}"
                + " | 4:64 | C_xx = 0.5 but direction 2 makes it 0.25 | anisotropy = 2.0 for direction 2",
        "{kind: valley, flatness: [1, 2]} | {kind: formula, covariance: {xx: 1, yy: 1}} | 4:15 | [x, y1, y2] | 'power'",
        "`{kind: valley, flatness: 1}\nconverged: {flatness: 2}` | {kind: isotropic, batch-variance: 1} | 3:23"
                + " | F is at most 1 | remove 'converged'",
        "{kind: valley, flatness: []} | {kind: isotropic, batch-variance: 1} | 2:32 | is empty | at least one",
    })
    void oneProblemOfAKind(String loss, String noise, String place, String what, String remedy) {
        List<Problem> problems = ModelText.problems(ModelText.of(loss, noise));
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(place, problems.get(0).line() + ":" + problems.get(0).column(), problems.toString());
        assertTrue(problems.get(0).what().contains(what), problems.toString());
        assertTrue(problems.get(0).remedy().contains(remedy), problems.toString());
    }

    @Test
    void allProblemsAtOnceInTheOrderOfTheirPlaces() {
        List<Problem> problems = ModelText.problems("""
                name: many
                parameters: {a: oops}
                loss: {kind: valley, flatness: "1 + a*cos(x)", flor: "0"}
                domain:
                  x: {from: 3, to: -3, boundary: reflecting}
                noise: {kind: anisotropic, batch-variance: -2, anisotropy: 0}
                sgd: {learning-rate: fast}
                converged: {flatness: [1]}
                sweep: {learning-rate: "2,1", particles: 0}
                """);
        assertEquals(List.of("1:1", "2:17", "3:48", "5:20", "6:44", "6:60", "7:22", "8:23", "9:24", "9:42"),
                problems.stream().map(p -> p.line() + ":" + p.column()).collect(Collectors.toList()));
    }

    @Test
    void severalDocumentsAreNotOneModel() {
        assertTrue(ModelText.problems(ModelText.SOUND + "---\n" + ModelText.SOUND).get(0).what().contains("not YAML"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                | 1:1 | empty               | copy one",
        "`# only a remark` | 1:1 | empty               | copy one",
        "`- a\n- b`        | 1:1 | mapping of keys     | name: ...",
        "`just a text`     | 1:1 | mapping of keys     | name: ...",
    })
    void textsThatAreNoModel(String text, String place, String what, String remedy) {
        Problem problem = ModelText.problems(text == null ? "" : text).get(0);
        assertEquals(place, problem.line() + ":" + problem.column());
        assertTrue(problem.what().contains(what), problem.toString());
        assertTrue(problem.remedy().contains(remedy), problem.toString());
    }

    @Test
    void filesThatAreNoText() {
        assertProblem(ModelText.file(new byte[] {'P', 'K', 0, 3}), "is a binary file");
        assertProblem(ModelText.file(new byte[] {'n', (byte) 0xC3, (byte) 0x28}), "not text in UTF-8");
        assertProblem(ModelText.file(new byte[(1 << 20) + 5]), "larger than a megabyte");
        assertProblem(ModelText.file("a: \u0007".getBytes(StandardCharsets.UTF_8)), "U+0007");
        assertProblem(ModelText.file("[".repeat(200_000).getBytes(StandardCharsets.UTF_8)), "");
    }

    @Test
    void filesThatCannotBeRead() {
        assertProblem(Path.of("no/such/model.yaml"), "no such file");
        assertProblem(ModelText.file(new byte[0]).getParent(), "is a directory");
        assertEquals("no/such/model.yaml: no such file; check the path; `thalweg models` lists the shipped models",
                assertThrows(ModelFileException.class, () -> ModelFile.read(Path.of("no/such/model.yaml")))
                        .getMessage());
    }

    private static void assertProblem(Path file, String what) {
        ModelFileException e = assertThrows(ModelFileException.class, () -> ModelFile.read(file));
        assertEquals(1, e.problems().size(), e.getMessage());
        assertTrue(e.problems().get(0).what().contains(what), e.getMessage());
    }
}
