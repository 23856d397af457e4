package org.thalweg.model.file.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelText;

/** Documents that ask more of their reader than a model does: one line each, and what is just within is read. */
class YamlLimitsTest {
    private static Problem only(String text) {
        List<Problem> problems = ModelText.problems(text);
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(1, problems.get(0).toString().lines().count());
        return problems.get(0);
    }

    private static String nested(int depth) {
        return "a: " + "[".repeat(depth - 1) + "]".repeat(depth - 1);
    }

    /** 2^n values in n lines. */
    private static String doubled(int n) {
        return "a0: &a0 [1]\n" + IntStream.rangeClosed(1, n)
                .mapToObj(i -> String.format("a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1)).collect(Collectors.joining());
    }

    @Test
    void depth() {
        assertEquals(Optional.empty(), YamlLimits.exceeded(nested(YamlLimits.DEPTH)));
        Problem problem = only(nested(YamlLimits.DEPTH + 1));
        assertTrue(problem.toString().contains(":1:35: brackets are nested too deeply, in more than 32 levels"),
                problem.toString());
        only("a:\n" + IntStream.range(1, 400).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining()));
        only(nested(200_000));
    }

    @Test
    void values() {
        String list = "[" + "1, ".repeat(YamlLimits.NODES - 2) + "1]";
        assertEquals(Optional.empty(), YamlLimits.exceeded("[" + "1, ".repeat(YamlLimits.NODES - 3) + "1]"));
        assertTrue(only("a: " + list).what().contains("more than 100000 values"));
    }

    @Test
    void aliasesCountAsWhatTheyRepeat() {
        assertEquals(Optional.empty(), YamlLimits.exceeded(doubled(13)));
        Problem problem = only(doubled(40));
        assertTrue(problem.what().contains("more than 100000 values, aliases counted"), problem.toString());
    }

    @Test
    void aliasesOfThemselves() {
        assertTrue(only("a: &a [1, {b: *a}]").toString().contains(":1:15: the alias *a stands inside"));
    }

    /** Behind {@code --set} it is text, which the key refuses. */
    @Test
    void assignments() throws ModelFileException {
        ModelFile model = ModelFile.read(ModelText.file(ModelText.SOUND.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        for (String value : List.of("[&a [*a]]", "{a: &a {b: *a}}", "[".repeat(50_000), nested(40).substring(3))) {
            ModelFileException refused =
                    assertThrows(ModelFileException.class, () -> model.with(Map.of("noise.anisotropy", value)));
            assertEquals(1, refused.problems().size(), refused.getMessage());
        }
    }
}
