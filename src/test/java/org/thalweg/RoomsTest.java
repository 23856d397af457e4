package org.thalweg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No package holds more files than one finds one's way in (docs/adr/0029-inner-rooms.md). */
class RoomsTest {
    private static final long MOST = 25;

    @Test
    void packagesAreSmall() throws IOException {
        Path base = Path.of("src", "main", "java", "org", "thalweg");
        try (Stream<Path> files = Files.walk(base)) {
            Map<String, Long> counts = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(file -> base.relativize(file.getParent()).toString()
                            .replace('\\', '/'), TreeMap::new, Collectors.counting()));
            counts.values().removeIf(count -> count <= MOST);
            assertEquals(Map.of(), counts);
        }
    }
}
