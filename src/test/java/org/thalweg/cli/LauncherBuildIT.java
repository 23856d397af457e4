package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When and how often the launcher builds, in a copy where a stand-in for Maven puts the real jar in place. */
class LauncherBuildIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String PACK = "echo built >>../builds; mkdir -p target/lib; cp '" + TARGET
            + "/thalweg.jar' target/; cp '" + TARGET + "'/lib/* target/lib/";

    @TempDir
    private Path folder;

    private Path copy;
    private ToolFolder tools;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        copy = Files.createDirectories(folder.resolve("a copy"));
        Files.copy(LauncherRun.LAUNCHER, copy.resolve("thalweg"));
        Files.copy(LauncherRun.LAUNCHER.resolveSibling("thalweg.options"), copy.resolve("thalweg.options"));
        Files.createDirectories(copy.resolve("src/main"));
        Files.writeString(copy.resolve("pom.xml"), "");
        tools = new ToolFolder(folder.resolve("tools"));
    }

    private void maven(String body) throws IOException {
        tools.script("mvn", body);
    }

    private LauncherRun launch() {
        return launch(tools.folder() + ":" + System.getenv("PATH"));
    }

    private LauncherRun launch(String path) {
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", path);
        return LauncherRun.in(folder, environment, copy.resolve("thalweg"), "--version");
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private boolean locked() {
        return Files.exists(copy.resolve("target/launcher.lock"), LinkOption.NOFOLLOW_LINKS);
    }

    @Test
    void buildsOnFirstUseAndSaysSoInOneLine() throws IOException {
        maven(PACK);
        LauncherRun first = launch();
        assertEquals(0, first.exitCode(), first.err());
        assertTrue(first.err().matches("thalweg: building .*\\R"), first.err());
        assertEquals("", launch().err());
        assertEquals(1, builds());
        assertFalse(locked());
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        maven(PACK);
        launch();
        Path source = Files.writeString(copy.resolve("src/main/X.java"), "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        LauncherRun again = launch();
        assertEquals(0, again.exitCode(), again.err());
        assertEquals(2, builds());
    }

    @Test
    void aFailedBuildShowsItsLogAndLeavesNoOldJar() throws IOException {
        maven(PACK);
        launch();
        Files.setLastModifiedTime(copy.resolve("pom.xml"), FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        maven("echo 'what went wrong'; exit 1");
        for (int i = 0; i < 2; i++) {
            LauncherRun failed = launch();
            assertEquals(2, failed.exitCode());
            assertTrue(failed.err().contains("what went wrong"), failed.err());
            assertFalse(locked());
        }
    }

    @Test
    void launchersAtTheSameTimeBuildOnce() throws IOException {
        maven("sleep 1; " + PACK);
        List<CompletableFuture<LauncherRun>> runs = Stream.generate(() -> CompletableFuture.supplyAsync(this::launch))
                .limit(3).collect(Collectors.toList());
        for (CompletableFuture<LauncherRun> run : runs) {
            assertEquals(0, run.join().exitCode(), run.join().err());
        }
        assertEquals(1, builds());
    }

    @Test
    void theLockOfADeadProcessIsVoid() throws IOException {
        maven(PACK);
        Files.createDirectories(copy.resolve("target"));
        // Linux numbers processes up to 2^22.
        Files.createSymbolicLink(copy.resolve("target/launcher.lock"), Path.of("99999999"));
        assertEquals(0, launch().exitCode());
        assertEquals(1, builds());
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws IOException {
        tools.addLauncherNeeds();
        LauncherRun run = launch(tools.folder().toString());
        assertEquals(2, run.exitCode());
        assertEquals("thalweg: Thalweg has to be built and Maven is missing; "
                + "install it: apt-get install openjdk-17-jdk maven", run.err().strip());
        assertFalse(locked());
    }
}
