package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.cli.screen.ExitCode;

/** Two published cells beside those of a sweep: rows of sweep.csv, the last screen, the family, a resumed run. */
class ReferenceSweepTest {
    @TempDir
    private Path folder;

    private InProcess.Outcome sweep(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("sweep", "published-two-valleys", "--learning-rate",
                "0.01", "--batch-variance", "0.01,0.1", "--particles", "128", "--figures", "none", "--out",
                folder.resolve("run").toString(), "--resume"));
        words.addAll(List.of(more));
        return InProcess.run(words);
    }

    /** The shares have errors, and are judged at a half of 1e-2 each: false alarms 1e-2 for a new seed. */
    @Test
    void publishedCellsAreJudgedAndShown() throws Exception {
        InProcess.Outcome first = sweep();
        assertEquals(ExitCode.OK, first.exitCode(), first.err());
        List<String> rows = Files.readAllLines(folder.resolve("run/sweep.csv"));
        List<String> outside = rows.stream().filter(r -> r.contains(",reference,")).toList();
        assertEquals(6, outside.size(), outside.toString());
        assertTrue(outside.contains("0.01,0.01,,,reference,freezing_place,5.0,,0,CONSISTENT"), outside.toString());
        assertTrue(outside.get(3).startsWith("0.01,0.1,,,reference,flat_fraction,0.911,0.0064,0,"), outside.get(3));
        assertFalse(outside.stream().anyMatch(r -> r.endsWith("REFUTED") || r.endsWith(",")), outside.toString());
        assertTrue(first.out().contains("Reference values, from outside"), first.out());
        assertTrue(first.out().contains("0.9110 +- 0.0064") && first.out().contains("11.400 (?)"), first.out());
        assertTrue(first.out().contains("each of the 2 that are sampled with 5.0e-03"), first.out());
        assertTrue(first.err().contains("14 of 20 rows of the reference"), first.err());
        // The journal knows the rows; a finished run says the same once more.
        assertEquals(first.out(), sweep().out());
    }

    /** A share that nobody measured is refuted, by name; one on which nobody has anything is named. */
    @Test
    void aWrongValueIsRefuted() throws Exception {
        String text = Files.readString(Path.of("models/published-two-valleys.yaml"));
        Path model = folder.resolve("wrong.yaml");
        Files.writeString(model, text.replace("published-two-valleys-reference.csv", "wrong.csv"));
        Files.writeString(folder.resolve("wrong.csv"), """
                sgd.learning-rate,noise.strength,quantity,value,standard_error
                0.01,0.01,flat_fraction,0.9,0.006
                0.01,0.01,flat_fracton,0.9,0.006
                """);
        List<String> words = List.of("sweep", model.toString(), "--learning-rate", "0.01", "--batch-variance", "0.01",
                "--particles", "128", "--figures", "none", "--resume", "--out", folder.resolve("out").toString());
        InProcess.Outcome found = InProcess.run(words);
        assertEquals(ExitCode.REFUTED, found.exitCode(), found.err());
        assertTrue(found.out().contains("disagrees: reference flat_fraction = 0.9000 +- 0.0060"), found.out());
        assertTrue(found.err().contains("the reference has flat_fracton at learning rate 0.01, batch variance 0.01, and"
                + " no witness has it there"), found.err());
        // The sweep is complete: nothing is left to do, and nothing was judged by this one.
        assertEquals(ExitCode.OK, InProcess.run(words).exitCode());
    }
}
