package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher with the packaged jar. */
class LauncherIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private static final String JDK = System.getProperty("java.home");

    @TempDir
    private Path folder;

    private LauncherRun version(Map<String, String> environment) {
        return LauncherRun.in(folder, environment, LauncherRun.LAUNCHER, "--version");
    }

    @Test
    void versionNamesThalwegAndTheJdk() {
        LauncherRun run = LauncherRun.of("--version");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().matches("thalweg \\d+\\.\\d+\\.\\d+\\S* \\(JDK [\\d.]+\\S*\\)\\R"), run.out());
    }

    @Test
    void helpGoesToStandardOutputAndListsCommandsAndExitCodes() {
        LauncherRun run = LauncherRun.of("--help");
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("models") && run.out().contains("130"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void errorsAreOneLineAndExitCode2() {
        LauncherRun run = LauncherRun.of("modles");
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertEquals("thalweg: unknown command 'modles'; did you mean 'models'? (see thalweg --help)",
                run.err().strip());
    }

    @Test
    void argumentsArriveVerbatim() {
        String argument = "two  spaces $HOME * \" ' \\ ;";
        LauncherRun run = LauncherRun.of("models", argument);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("'" + argument + "'"), run.err());
        assertTrue(LauncherRun.of("models", "").err().contains("unexpected argument ''"));
    }

    @Test
    void worksFromAnywhereAndThroughSymbolicLinks() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), LauncherRun.LAUNCHER);
        Path relative = Files.createSymbolicLink(folder.resolve("second"), Path.of("a link"));
        LauncherRun direct = LauncherRun.of("models");
        assertEquals(0, direct.exitCode(), direct.err());
        assertEquals(direct.out(), LauncherRun.in(folder, Map.of(), link, "models").out());
        Map<String, String> misleading = Map.of("CDPATH", PROJECT.toString());
        assertEquals(direct.out(), LauncherRun.in(folder, misleading, relative, "models").out());
        // JUnit warns of links that leave the folder it clears.
        Files.delete(link);
    }

    @Test
    void javaHomeChoosesTheJavaAndJavaOptsItsOptions() {
        LauncherRun run = version(Map.of("JAVA_HOME", JDK, "JAVA_OPTS", "-XX:+UseParallelGC -Xmx200m"));
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains(System.getProperty("java.version")), run.out());
    }

    @Test
    void aWrongJavaHomeIsNamed() {
        LauncherRun run = version(Map.of("JAVA_HOME", "/no such jdk"));
        assertEquals(2, run.exitCode());
        assertEquals("thalweg: JAVA_HOME is '/no such jdk', which holds no bin/java; correct it or unset it",
                run.err().strip());
    }

    @Test
    void anOldJavaIsRefusedWithWhatToInstall() throws IOException {
        new ToolFolder(folder).script("bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        LauncherRun run = version(Map.of("JAVA_HOME", folder.toString()));
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("is 11.0.2; install one: apt-get install openjdk-17-jdk"), run.err());
    }

    @Test
    void aMissingJavaSaysWhatToInstall() throws IOException {
        new ToolFolder(folder).addLauncherNeeds();
        LauncherRun run = version(Map.of("JAVA_HOME", "", "PATH", folder.toString()));
        assertEquals(2, run.exitCode());
        assertEquals("thalweg: no Java found; install one: apt-get install openjdk-17-jdk maven (or set JAVA_HOME)",
                run.err().strip());
    }

    @Test
    void aCurrentJarNeedsNoMaven() throws IOException {
        new ToolFolder(folder).addLauncherNeeds();
        LauncherRun run = version(Map.of("JAVA_HOME", JDK, "PATH", folder.toString()));
        assertEquals(0, run.exitCode(), run.err());
    }

    /** Commands that are long over arrays ask for vector instructions, unless they are told not to. */
    @Test
    void whoAsksForVectorInstructions() throws IOException {
        new ToolFolder(folder).script("bin/java", "printf '%s ' \"$@\"");
        Files.writeString(folder.resolve("release"),
                "JAVA_VERSION=\"17.0.1\"\nMODULES=\"java.base jdk.incubator.vector\"\n");
        for (String command : List.of("simulate", "train", "sweep", "validate", "probe", "valley", "compare", "ladder",
                "optimisers")) {
            assertTrue(asks("auto", command) && asks("vector", command) && !asks("scalar", command), command);
        }
        assertFalse(asks("auto", "describe") || asks("vector", "describe"));
    }

    /** A density is over before the optimising compiler has earned its keep; a path between sets is not. */
    @Test
    void whoIsCompiledForLongWork() throws IOException {
        new ToolFolder(folder).script("bin/java", "printf '%s ' \"$@\"");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        String sparing = "-XX:TieredStopAtLevel=1";
        assertTrue(words("auto", "density", "two-weights").contains(sparing));
        assertFalse(words("auto", "density", "two-weights", "--from", "x<=0.9", "--to", "x>=1.1").contains(sparing));
        assertFalse(words("auto", "density", "two-weights", "--from=x<=0.9", "--to=x>=1.1").contains(sparing));
    }

    private boolean asks(String backEnd, String command) {
        return words(backEnd, command).contains("--add-modules=jdk.incubator.vector");
    }

    /** What Java is started with, by a Java that says it. */
    private String words(String backEnd, String... command) {
        LauncherRun run = LauncherRun.in(folder,
                Map.of("JAVA_HOME", folder.toString(), "THALWEG_BACKEND", backEnd), LauncherRun.LAUNCHER, command);
        assertTrue(run.exitCode() == 0 && run.out().contains(command[0]), run.err());
        return run.out();
    }
}
