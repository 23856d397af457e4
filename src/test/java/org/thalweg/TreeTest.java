package org.thalweg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The exercise in CONTRIBUTING.md asks for files that are there. */
class TreeTest {
    private static final Path ROOT = Path.of("src", "main", "java", "org", "thalweg");
    private static final Pattern FILE = Pattern.compile("`([a-z/]+/[A-Z]\\w+)`");

    @Test
    void everyFormulaLivesWhereItIsSaidTo() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        List<String> rows = page.substring(page.indexOf("where does a formula live?")).lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| formula")).toList();
        assertEquals(27, rows.size());
        for (String row : rows) {
            List<String> files = FILE.matcher(row).results().map(MatchResult::group)
                    .map(name -> name.replace("`", "")).toList();
            assertTrue(!files.isEmpty(), row);
            files.forEach(file -> assertTrue(Files.exists(ROOT.resolve(file + ".java")), file));
        }
    }
}
