package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/gallery.md: a script makes it and runs its commands, so that what is asked here is whether the page is about
 * the models as they are.
 */
class GalleryPageTest {
    private static final Path PAGE = Path.of("docs", "gallery.md");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(PAGE);
    }

    private static List<String> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", "")).sorted().toList();
        }
    }

    @Test
    void everyShippedModelIsThere() throws IOException {
        List<String> shown = lines().stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();
        assertEquals(models(), shown.stream().sorted().toList());
    }

    /** Questions are those of the model files, in one line and with a capital. */
    @Test
    void itsQuestionsAreThoseOfTheModels() throws IOException {
        String page = Files.readString(PAGE);
        for (String model : models()) {
            String head = Files.readAllLines(Path.of("models", model + ".yaml")).stream()
                    .takeWhile(line -> !line.startsWith("# Expect:")).map(line -> line.replaceFirst("^# *", ""))
                    .collect(Collectors.joining(" ")).replace("Question: ", "");
            String question = head.substring(0, 1).toUpperCase(Locale.ROOT) + head.substring(1);
            assertTrue(page.contains("## " + model + "\n\n**" + question + "**"), model + ": " + question);
        }
    }

    /** A command that this version would refuse for its form is none; what it gives the script has seen. */
    @Test
    void itsCommandsAreCommands() throws IOException {
        List<String> commands = lines().stream().filter(line -> line.startsWith("./thalweg ")).toList();
        assertTrue(commands.size() >= models().size());
        for (String command : commands) {
            String[] words = Arrays.stream(command.split(" ")).skip(1).toArray(String[]::new);
            Main.configured(Main.commands(words), new PrintWriter(Writer.nullWriter()),
                    new PrintWriter(Writer.nullWriter())).parseArgs(words);
        }
    }

    @Test
    void eachHasItsFigureAndItsTime() throws IOException {
        assertEquals(new TreeSet<>(models()), lines().stream().filter(line -> line.startsWith("!["))
                .map(line -> line.replaceAll(".*\\(figures/gallery/(.*)\\.png\\)", "$1"))
                .collect(Collectors.toCollection(TreeSet::new)));
        for (String model : models()) {
            assertTrue(Files.size(PAGE.resolveSibling("figures/gallery/" + model + ".png")) < 400_000, model);
        }
        assertEquals(models().size(), lines().stream().filter(line -> line.matches("[1-9][0-9]* s of one core\\..*")).count());
    }
}
