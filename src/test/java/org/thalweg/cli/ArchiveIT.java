package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code mvn package} leaves, unpacked into a folder with a space in its name. */
class ArchiveIT {
    @TempDir
    private static Path scratch;

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("a folder"));
        Path archive = Path.of("target/thalweg-0.1.0-SNAPSHOT.tar.gz").toAbsolutePath();
        LauncherRun tar = LauncherRun.in(folder, Map.of(), Path.of("tar"), "xzf", archive.toString());
        assertEquals(0, tar.exitCode(), tar.err());
        home = folder.resolve("thalweg-0.1.0-SNAPSHOT");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A sweep with a figure, by the launcher of the archive, from another folder, with no Maven on the path. */
    @Test
    void theFirstFigure() throws IOException {
        Path elsewhere = Files.createDirectories(scratch.resolve("else where"));
        LauncherRun run = LauncherRun.in(elsewhere, Map.of(), home.resolve("thalweg"), "sweep", "degenerate-valley",
                "--learning-rate", "0.05,0.1", "--batch-variance", "4", "--particles", "64", "--out", "first", "--quiet");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.size(elsewhere.resolve("first/convergence-time.png")) > 10_000);
        assertFalse(Files.exists(home.resolve("target")), "it built something");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Path broken = Files.createDirectory(scratch.resolve("broken"));
        Files.copy(home.resolve("thalweg"), broken.resolve("thalweg"));
        broken.resolve("thalweg").toFile().setExecutable(true);
        Files.copy(home.resolve("thalweg.jar"), broken.resolve("thalweg.jar"));
        LauncherRun run = LauncherRun.in(broken, Map.of(), broken.resolve("thalweg"), "models");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("unpack the archive again"), run.err());
    }

    /** Every jar is in the table of licences, whose texts are there, and the table names no other. */
    @Test
    void everyLicenceIsThere() throws IOException {
        String table = Files.readString(home.resolve("licences/README.md"));
        TreeSet<String> listed = Pattern.compile("(?m)^\\|(.*)\\|.*\\]\\(").matcher(table).results()
                .flatMap(row -> Pattern.compile("`([^`]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> shipped = names(home.resolve("lib")).stream()
                .map(jar -> jar.replaceFirst("-[0-9][^-]*\\.jar$", "")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(shipped, listed);
        List<String> texts = Pattern.compile("\\]\\(([^)]+)\\)").matcher(table).results().map(text -> text.group(1))
                .distinct().toList();
        for (String text : texts) {
            assertTrue(Files.size(home.resolve("licences").resolve(text)) > 1000, text);
        }
        assertTrue(Files.exists(home.resolve("LICENSE")));
        assertTrue(Files.exists(home.resolve("licences/data/NOTICE.md")));
    }

    /** A page for the program and for each command, with the headings of such pages; the completion is bash. */
    @Test
    void manualAndCompletion() throws IOException {
        List<String> commands = Main.commands().getSubcommands().keySet().stream().sorted().toList();
        List<String> pages = names(home.resolve("man/man1"));
        assertTrue(pages.contains("thalweg.1"), pages.toString());
        for (String command : commands) {
            String page = Files.readString(home.resolve("man/man1/thalweg-" + command + ".1"));
            assertTrue(page.startsWith(".TH THALWEG-"), page);
            for (String heading : List.of("NAME", "SYNOPSIS", "OPTIONS", "SEE ALSO")) {
                assertTrue(page.contains(".SH \"" + heading + "\"\n"), command + " lacks " + heading);
            }
        }
        Path completion = home.resolve("completion/thalweg.bash");
        LauncherRun bash = LauncherRun.in(home, Map.of(), Path.of("bash"), "-n", completion.toString());
        assertEquals(0, bash.exitCode(), bash.err());
        assertTrue(Files.readString(completion).contains("--batch-variance"));
    }
}
