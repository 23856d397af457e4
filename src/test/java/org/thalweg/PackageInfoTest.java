package org.thalweg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The chapter of a package, its {@code package-info}, and what is in the package: it names every public type, and it
 * names no type that is gone.
 */
class PackageInfoTest {
    private static final Path ROOT = Path.of("src", "main", "java", "org", "thalweg");
    private static final Pattern PUBLIC = Pattern.compile(
            "^public (?:\\w+ )*(?:class|interface|enum|record) (\\w+)", Pattern.MULTILINE);
    /** A word in mixed case, written as code or as a link; {@code KIND} is a constant. */
    private static final Pattern NAMED = Pattern.compile(
            "\\{@(?:code|link)\\s+(?:[a-z.]+\\.)?([A-Z]\\w*[a-z]\\w*)[#} ]");

    private static List<Path> chapters() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.endsWith("package-info.java")).sorted().toList();
        }
    }

    private static List<Path> sources(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java")).toList();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    @Test
    void everyPackageWithClassesHasAChapter() throws IOException {
        Set<Path> folders = sources(ROOT, Integer.MAX_VALUE).stream().map(Path::getParent).collect(Collectors.toSet());
        assertEquals(folders, chapters().stream().map(Path::getParent).collect(Collectors.toSet()));
    }

    @Test
    void everyPublicTypeIsNamedInItsChapter() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path chapter : chapters()) {
            String text = Files.readString(chapter);
            for (Path source : sources(chapter.getParent(), 1)) {
                Matcher type = PUBLIC.matcher(Files.readString(source));
                if (type.find() && !Pattern.compile("\\b" + type.group(1) + "\\b").matcher(text).find()) {
                    missing.add(ROOT.relativize(chapter.getParent()) + ": " + type.group(1));
                }
            }
        }
        assertTrue(missing.isEmpty(), "say in the chapter what it is: " + missing);
    }

    @Test
    void chaptersNameNoTypeThatIsGone() throws IOException {
        Set<String> types = sources(ROOT, Integer.MAX_VALUE).stream()
                .map(PackageInfoTest::name).collect(Collectors.toSet());
        List<String> gone = new ArrayList<>();
        for (Path chapter : chapters()) {
            NAMED.matcher(Files.readString(chapter)).results().map(m -> m.group(1))
                    .filter(named -> !types.contains(named))
                    .forEach(named -> gone.add(ROOT.relativize(chapter.getParent()) + ": " + named));
        }
        assertTrue(gone.isEmpty(), "no such type: " + gone);
    }
}
