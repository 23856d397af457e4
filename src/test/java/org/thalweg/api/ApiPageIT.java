package org.thalweg.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/api.md, a Maven project of its own that depends on the installed jar, compiles and runs. */
class ApiPageIT {
    private static final String THALWEG = "org/thalweg/thalweg/0.1.0-SNAPSHOT";

    @TempDir
    private Path scratch;

    private static String block(String page, String language) {
        Matcher block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(page);
        assertTrue(block.find(), "docs/api.md shows no " + language);
        return block.group(1);
    }

    /** A local repository that sees everything of the real one, and has Thalweg as {@code mvn install} lays it. */
    private Path repository() throws IOException {
        Path real = Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        Path mine = Files.createDirectory(scratch.resolve("repository"));
        link(real, mine, "org");
        link(real.resolve("org"), Files.createDirectory(mine.resolve("org")), "thalweg");
        Path installed = Files.createDirectories(mine.resolve(THALWEG));
        Files.copy(Path.of("target/thalweg.jar"), installed.resolve("thalweg-0.1.0-SNAPSHOT.jar"));
        Files.copy(Path.of("pom.xml"), installed.resolve("thalweg-0.1.0-SNAPSHOT.pom"));
        return mine;
    }

    /** So that nobody who deletes the folder follows them. */
    @AfterEach
    void unlink() throws IOException {
        for (Path folder : List.of(scratch.resolve("repository"), scratch.resolve("repository/org"))) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.filter(Files::isSymbolicLink).toList()) {
                    Files.delete(entry);
                }
            }
        }
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.filter(e -> !e.getFileName().toString().equals(except)).toList()) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
            }
        }
    }

    @Test
    void theProgramOfThePageRuns() throws Exception {
        String page = Files.readString(Path.of("docs/api.md"));
        String program = block(page, "java");
        assertTrue(program.lines().filter(line -> !line.isBlank()).count() <= 15, "it is to have 15 lines");
        Path project = Files.createDirectory(scratch.resolve("outside"));
        Path sources = Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(sources.resolve("FromASettingToBoth.java"), program);
        Files.writeString(project.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>outside</groupId>
                  <artifactId>outside</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                """ + block(page, "xml") + """
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                      <plugin>
                        <groupId>org.codehaus.mojo</groupId>
                        <artifactId>exec-maven-plugin</artifactId>
                        <version>3.5.0</version>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """);
        Path out = scratch.resolve("out");
        Process maven = new ProcessBuilder(List.of("mvn", "-B", "-q", "-Dmaven.repo.local=" + repository(), "compile",
                "exec:java", "-Dexec.mainClass=FromASettingToBoth",
                "-Dexec.args=" + Path.of("models/degenerate-valley.yaml").toAbsolutePath()))
                .directory(project.toFile()).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertTrue(maven.waitFor(5, TimeUnit.MINUTES), "still running");
        String said = Files.readString(out);
        assertEquals(0, maven.exitValue(), said);
        assertTrue(said.contains("mean flatness by the density Estimate[value=1."), said);
        assertTrue(said.contains("mean flatness of SGD at t = 400 Estimate[value=1."), said);
    }
}
