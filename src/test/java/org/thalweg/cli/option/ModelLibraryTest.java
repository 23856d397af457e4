package org.thalweg.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.refusal.Refusal;

class ModelLibraryTest {
    @TempDir
    private Path folder;

    private ModelLibrary library;

    @BeforeEach
    void ship() throws IOException {
        Files.writeString(folder.resolve("ring.yaml"), "name: ring\nsummary: A ring.\n");
        Files.writeString(folder.resolve("bump.yaml"), "summary: [\n");
        Files.writeString(folder.resolve("plain.yaml"), "just text");
        Files.writeString(folder.resolve("README.md"), "not a model");
        library = new ModelLibrary(folder);
    }

    @Test
    void listsAllModelsEvenWhereOneIsBroken() {
        assertEquals(List.of(
                new ModelLibrary.Entry("bump", "(unreadable; thalweg describe bump says why)",
                        folder.resolve("bump.yaml")),
                new ModelLibrary.Entry("plain", "(no summary)", folder.resolve("plain.yaml")),
                new ModelLibrary.Entry("ring", "A ring.", folder.resolve("ring.yaml"))), library.entries());
    }

    /** 2^40 values in forty lines, brackets without end, an alias within itself, two megabytes: none of them is built. */
    @Test
    void listsAModelThatGoesBeyondTheLimits() throws IOException {
        String doubled = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n").collect(Collectors.joining());
        for (String text : List.of("a0: &a0 [1]\n" + doubled + "summary: *a40\n", "summary: " + "[".repeat(100_000),
                "summary: &a [*a]\n", "summary: A ring.\n" + "# more\n".repeat(300_000))) {
            Files.writeString(folder.resolve("bump.yaml"), text);
            assertEquals("(unreadable; thalweg describe bump says why)", library.entries().get(0).summary());
        }
    }

    @Test
    void aModelIsAPathOrABareName() throws IOException {
        Path own = Files.writeString(folder.resolve("my own.yaml"), "");
        assertEquals(own, library.resolve(own.toString()));
        assertEquals(folder.resolve("ring.yaml"), library.resolve("ring"));
    }

    @Test
    void aMissGetsTheNearestName() {
        Refusal miss = assertThrows(Refusal.class, () -> library.resolve("models/rnig.yaml"));
        assertEquals("no model 'models/rnig.yaml': neither a file nor the name of a shipped model; "
                + "did you mean 'ring'? thalweg models lists them", miss.getMessage());
    }

    @Test
    void aMissingFolderIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        Refusal missing = assertThrows(Refusal.class, () -> new ModelLibrary(nowhere).entries());
        assertTrue(missing.getMessage().contains(nowhere.toString()), missing.getMessage());
    }
}
