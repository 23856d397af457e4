package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thalweg.theory.law.MarginalLaw;
import org.thalweg.theory.law.Theorem;

/** The catalogue is complete, and every result can be looked up. */
class TheoremsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/thalweg/theory");

    @Test
    void everyResultIsInTheCatalogue() throws IOException, ReflectiveOperationException {
        for (String name : classes()) {
            Class<?> type = Class.forName(name);
            boolean result = Stream.of(type.getDeclaredFields()).anyMatch(f -> f.getName().equals("THEOREM"));
            if (result) {
                assertTrue(Theorems.ALL.contains((Theorem) type.getDeclaredField("THEOREM").get(null)),
                        "paste into Theorems.ALL:  " + name + ".THEOREM,");
            }
            boolean law = MarginalLaw.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
            assertTrue(result || !law, name + " is a MarginalLaw: give it a public static final Theorem THEOREM");
        }
    }

    private static List<String> classes() throws IOException {
        Path root = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .map(file -> root.relativize(file).toString().replace(".java", "").replace('/', '.'))
                    .sorted().collect(Collectors.toList());
        }
    }

    @Test
    void everyReferenceAndChapterExists() throws IOException {
        String references = Files.readString(Path.of("docs/references.md"));
        for (Theorem theorem : Theorems.ALL) {
            assertTrue(references.contains("**[" + theorem.reference() + "]**"),
                    () -> theorem.name() + " cites [" + theorem.reference() + "]: add it to docs/references.md");
            assertTrue(Files.exists(Path.of("docs/theory", theorem.chapter())),
                    () -> theorem.name() + " is derived in docs/theory/" + theorem.chapter() + ", which is missing");
        }
    }
}
