package org.thalweg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every dependency of pom.xml says in docs/adr/0002-dependencies.md why it is there, and no other is named there. */
class DependenciesTest {
    @Test
    void theTableNamesWhatTheBuildUses() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String section = pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"));
        String withoutExclusions = section.replaceAll("(?s)<exclusions>.*?</exclusions>", "");
        Set<String> used = names(withoutExclusions, "<artifactId>([^<]+)</artifactId>");
        String table = Files.readString(Path.of("docs", "adr", "0002-dependencies.md")).lines()
                .filter(line -> line.startsWith("| `")).map(line -> line.split("\\|")[1]).collect(Collectors.joining());
        assertEquals(used, names(table, "`([^`]+)`"));
    }

    private static Set<String> names(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
