package org.thalweg.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand inputs that nobody wrote: no fault, no case that takes ten seconds. The same in any number, from any
 * seed: {@link #main}.
 */
class FuzzTest {
    private static final long SEED = 20261129L;
    private static final int CASES = 1500;
    /** A command costs more than a text. */
    private static final int RUNS = 100;
    private static final int PART = 50_000;

    @TempDir
    private Path folder;

    @Test
    void noInputIsAFault() {
        for (Fuzz fuzz : new Cases(folder).all()) {
            // Not a measure of speed: a case that never ends must not hang the build; Watch looks at each.
            int count = fuzz.name().equals("options") ? RUNS : CASES;
            Fuzz.Outcome outcome = Assertions.assertTimeoutPreemptively(Duration.ofHours(1),
                    () -> fuzz.run(SEED, count), () -> fuzz.name() + " hangs");
            System.out.println("FuzzTest: " + fuzz.name() + ", seeds from " + SEED + ": " + outcome);
            assertEquals(List.of(), outcome.faults());
            // Both ways out are taken, or the cases would test nothing.
            assertTrue(outcome.accepted() > count / 100 && outcome.refused() > count / 100, outcome.toString());
        }
    }

    /** Arguments: the number of cases of each kind, the first seed, and the kinds if not all are wanted. */
    public static void main(String[] arguments) throws java.io.IOException {
        Path folder = java.nio.file.Files.createTempDirectory("fuzz");
        for (Fuzz fuzz : new Cases(folder).all()) {
            if (arguments.length > 2 && !List.of(arguments).subList(2, arguments.length).contains(fuzz.name())) {
                continue;
            }
            long first = Long.parseLong(arguments[1]);
            int count = Integer.parseInt(arguments[0]);
            // Part by part: a run that is stopped has said how far it came.
            Fuzz.Outcome sum = new Fuzz.Outcome(0, 0, List.of(), 0.0);
            for (int done = 0; done < count; done += PART) {
                Fuzz.Outcome part = fuzz.run(first + done, Math.min(PART, count - done));
                part.faults().stream().limit(20).forEach(System.out::println);
                sum = sum.and(part);
                System.out.println(fuzz.name() + ", seeds from " + first + ": " + sum);
            }
        }
    }
}
