package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that docs/the-paper.md shows works as it is written there, with few particles and few cells. */
class ThePaperIT {
    private static final Path PAGE = Path.of("docs", "the-paper.md");
    private static final Pattern COMMAND = Pattern.compile("`(\\./thalweg [^`]+)`");
    private static final String OUT = " --figures none --quiet --out \"$out\"";
    private static final String CELL = " --learning-rate 0.02 --batch-variance 4 --particles 64" + OUT;

    /** What reduces each command. */
    private static final Map<String, String> REDUCED = Map.of(
            "./thalweg describe degenerate-valley", "",
            "./thalweg describe mini-batch-valley", "",
            "./thalweg validate degenerate-valley", " --particles 64" + OUT,
            "./thalweg sweep degenerate-valley", CELL,
            "./thalweg sweep near-degenerate-valley", CELL,
            "./thalweg sweep log-walled-valley", CELL);

    @TempDir
    private Path folder;

    /** All but {@code validate} of models that {@link ValidateIT} judges anyway. */
    static List<String> commands() throws IOException {
        List<String> judged = ValidateIT.judged().stream().map("./thalweg validate "::concat).toList();
        List<String> commands = new ArrayList<>();
        Matcher command = COMMAND.matcher(Files.readString(PAGE));
        while (command.find()) {
            if (REDUCED.containsKey(command.group(1)) || !judged.contains(command.group(1))) {
                commands.add(command.group(1));
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandWorks(String command) {
        String reduction = REDUCED.get(command);
        assertNotNull(reduction, PAGE + " shows '" + command + "'; add to ThePaperIT.REDUCED what reduces it");
        LauncherRun run = LauncherRun.in(Path.of("").toAbsolutePath(), Map.of("out", folder.resolve("run").toString()),
                Path.of("/bin/bash"), "-c", command + reduction);
        assertEquals(0, run.exitCode(), command + reduction + "\n" + run.err());
    }

    @Test
    void noCommandIsReducedThatIsNotShown() throws IOException {
        assertEquals(new TreeSet<>(REDUCED.keySet()), new TreeSet<>(commands()));
    }

    @Test
    void figuresAndPagesThatItPointsToExist() throws IOException {
        new CommandPage(PAGE).pointsToWhatExists();
    }
}
