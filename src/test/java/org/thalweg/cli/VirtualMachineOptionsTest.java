package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code thalweg.options}: one list of options for launcher, benchmarks and users of the library, and none in vain. */
class VirtualMachineOptionsTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final String COMMAND = "-XX:CompileCommand=dontinline,";

    private static List<String> patterns() throws IOException {
        return Files.readAllLines(Path.of("thalweg.options")).stream()
                .filter(l -> l.startsWith(COMMAND)).map(l -> l.substring(COMMAND.length())).toList();
    }

    /** A method that was renamed would be inlined again without a word. */
    @Test
    void everyPatternMeetsAMethod() throws IOException, ClassNotFoundException {
        List<String> patterns = patterns();
        assertFalse(patterns.isEmpty());
        for (String pattern : patterns) {
            assertTrue(meets(pattern), pattern + " meets no method");
        }
        assertFalse(meets("org.thalweg.trajectory.watch.Walls::nowhere"));
        assertFalse(meets("org.thalweg.nowhere.*::*"));
    }

    private static boolean meets(String pattern) throws IOException, ClassNotFoundException {
        Pattern type = glob(pattern.substring(0, pattern.indexOf("::")));
        Pattern method = glob(pattern.substring(pattern.indexOf("::") + 2));
        List<String> names;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            names = files.map(f -> CLASSES.relativize(f).toString().replace('/', '.').replace('\\', '.'))
                    .filter(n -> n.endsWith(".class") && !n.endsWith("-info.class"))
                    .map(n -> n.substring(0, n.length() - ".class".length()))
                    .filter(n -> type.matcher(n).matches()).toList();
        }
        for (String name : names) {
            Class<?> found = Class.forName(name, false, VirtualMachineOptionsTest.class.getClassLoader());
            if (Arrays.stream(found.getDeclaredMethods()).anyMatch(m -> method.matcher(m.getName()).matches())) {
                return true;
            }
        }
        return false;
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }

    /** The launcher and every benchmark that starts a virtual machine read the file and say nothing of their own. */
    @Test
    void everybodyReadsTheSameList() throws IOException {
        List<Path> readers;
        try (Stream<Path> scripts = Files.list(Path.of("bench"))) {
            readers = Stream.concat(Stream.of(Path.of("thalweg")), scripts.filter(Files::isExecutable)
                    .filter(Files::isRegularFile)).filter(VirtualMachineOptionsTest::startsAMachine).toList();
        }
        assertTrue(readers.contains(Path.of("thalweg")) && readers.contains(Path.of("bench", "referee")),
                readers.toString());
        for (Path reader : readers) {
            String text = Files.readString(reader);
            assertTrue(text.contains("thalweg.options"), reader.toString());
            assertFalse(text.contains("dontinline,org.thalweg"), reader.toString());
            assertFalse(text.contains("LoopUnrollLimit"), reader.toString());
        }
    }

    private static boolean startsAMachine(Path script) {
        try {
            return Files.readString(script).contains("jdk.incubator.vector");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
