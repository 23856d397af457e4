package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.cli.screen.ExitCode;

/** Options that a run has no use for: exit code 2, one line that says what to do, and no folder. */
class UnusedOptionsTest {
    @TempDir
    private Path folder;

    private InProcess.Outcome run(String command) {
        return InProcess.run(Stream.concat(Stream.of(command.strip().split(" +")),
                Stream.of("--quiet", "--out", folder.resolve("out").toString())).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ladder degenerate-valley --svag 1,2 --particles 8 --figures png | option --figures: a ladder is tables alone",
        "validate --all --particles 8 --figures svg                      | option --figures: a survey of all models is",
        "probe linear-network --probe loss --draws 3                     | option --draws: of the lines of line-scan",
        "probe linear-network --probe loss --reach 0.5                   | add --probe line-scan, or leave it out",
        "probe linear-network --probe loss --direction uniform           | option --direction: of the lines",
        "probe linear-network --probe loss --scan-points 3               | option --scan-points: of the lines",
        "probe linear-network --probe loss --window 3                    | option --window: of variance-flatness",
    })
    void isRefusedInOneLine(String command, String said) {
        InProcess.Outcome refused = run(command);
        assertEquals(ExitCode.BAD_INPUT, refused.exitCode(), refused.err());
        assertEquals(1, refused.err().strip().lines().count(), refused.err());
        assertTrue(refused.err().contains(said), refused.err());
        assertFalse(Files.exists(folder.resolve("out")), "wrote " + folder.resolve("out"));
    }

    /** Neighbours that have a use for them, or ask for no figure. */
    @ParameterizedTest
    @ValueSource(strings = {
        "ladder degenerate-valley --svag 1,2 --particles 64 --figures none",
        "probe linear-network --probe line-scan --draws 2 --scan-points 3 --figures none"})
    void isTakenWhereItIsOfUse(String command) {
        InProcess.Outcome done = run(command);
        assertTrue(Files.exists(folder.resolve("out/run.json")), done.err());
    }
}
