package org.thalweg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A file that imports many of the project's own types does many things, or says why it does not: a sentence of the
 * Javadoc of its type that begins with "Many imports:". Who does not import many has no such sentence.
 */
class ImportsTest {
    private static final int MOST = 20;

    private static final Pattern IMPORT = Pattern.compile("^import org\\.thalweg\\.[\\w.]+;$", Pattern.MULTILINE);
    /** A reason has some words. */
    private static final Pattern REASON = Pattern.compile("Many imports:(?:[\\s*]+\\S+){4}");

    /** What is wrong with a source, empty where nothing is. */
    private static String judged(String source) {
        long imports = IMPORT.matcher(source).results().count();
        // At the margin stands the Javadoc of the type alone.
        int javadoc = source.indexOf("\n/**");
        boolean reason = javadoc >= 0
                && REASON.matcher(source.substring(javadoc, source.indexOf("*/", javadoc))).find();
        if (imports > MOST && !reason) {
            return imports + " imports and no reason";
        }
        return imports <= MOST && reason ? "a reason for many imports, and only " + imports : "";
    }

    @Test
    void whoImportsManySaysWhy() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String found = judged(Files.readString(file));
                if (!found.isEmpty()) {
                    wrong.add(file.getFileName() + ": " + found);
                }
            }
        }
        assertEquals(List.of(), wrong, "cut the class, or say why in its Javadoc: Many imports: ...");
    }

    /** The rule can fail, either way. */
    @Test
    void theRuleBites() {
        String many = "package org.thalweg.a;\n\n" + "import org.thalweg.b.C;\n".repeat(MOST + 1);
        String reason = "\n/** A catalogue. Many imports: it names all that there are. */\n@Command(name = \"a\",\n"
                + "        description = \"b\")\nfinal class A {}\n";
        assertEquals("21 imports and no reason", judged(many + "\n/** A. */\nfinal class A {}\n"));
        assertEquals("21 imports and no reason", judged(many + "\n/** A. Many imports: yes. */\nfinal class A {}\n"));
        assertEquals("", judged(many + reason));
        assertEquals("a reason for many imports, and only 0", judged("package org.thalweg.a;\n" + reason));
    }
}
