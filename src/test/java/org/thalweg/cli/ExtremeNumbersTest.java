package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sample of {@link ExtremeNumbers}: those that once failed, and one of each way to end. No time is judged here. */
class ExtremeNumbersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | density degenerate-valley --at 1 --set sgd.learning-rate=1e20",
        "0 | density degenerate-valley --at 1 --set noise.batch-variance=1e30",
        "3 | sweep degenerate-valley --particles 16 --learning-rate 0.05 --batch-variance 2 --set noise.anisotropy=1e30",
        "3 | density log-walled-valley --set noise.anisotropy=1e100",
        "0 | density near-degenerate-valley --grid 64,32 --set noise.batch-variance=1e-6",
        "3 | density near-degenerate-valley --set noise.batch-variance=1e-12",
        "0 | validate near-degenerate-valley --particles 64 --set noise.batch-variance=1e30",
        "0 | validate near-degenerate-valley --particles 64 --set noise.anisotropy=1e-100",
        "0 | validate degenerate-valley --particles 64 --set noise.anisotropy=1e-100",
        "0 | validate log-walled-valley --particles 64 --set sgd.learning-rate=1e100",
        "0 | validate log-walled-valley --particles 64 --set noise.batch-variance=1e-12",
        "0 | validate log-walled-valley --particles 64 --set noise.anisotropy=1e30",
        "0 | validate log-walled-valley --particles 64 --set start.x=1e12",
        "2 | density degenerate-valley --set domain.x.to=1e-30",
        "2 | density published-two-valleys",
        "2 | simulate degenerate-valley --particles 8 --time 1 --set sgd.learning-rate=1e-30",
        "2 | ladder degenerate-valley --set noise.batch-variance=1e300",
        "0 | density degenerate-valley --set noise.anisotropy=1e-12",
        "3 | describe degenerate-valley --set noise.anisotropy=1e100",
        "2 | train digits-network --time 1 --checkpoints 2 --set sgd.learning-rate=1e-12",
        "2 | train digits-network --time 1 --checkpoints 2 --set loss.layers=[64,1000000,900,10]",
        "2 | train digits-network --time 1 --checkpoints 2 --set loss.layers=[64,0,10]",
        "2 | train digits-network --time 1 --checkpoints 2 --set loss.layers=[]",
        "2 | probe digits-network --probe loss --set loss.data.scale=1e-300",
        "2 | probe rescaled-network --set alpha=1e300",
        "2 | validate two-weights --particles 64 --set loss.data.scale=1e-100",
        "0 | probe rescaled-network --set loss.data.shift=1e12",
        "0 | validate two-weights --particles 64 --set sgd.learning-rate=1e-12",
        "0 | validate two-weights --particles 64 --set loss.data.shift=1e20",
        "2 | probe rescaled-network --set loss.data.scale=1e300",
        "2 | validate rescaled-network --particles 64 --set loss.data.scale=1e300",
        "0 | validate rescaled-network --particles 64 --set alpha=1e-12",
        "0 | validate rescaled-network --particles 64 --set alpha=1e20",
        "0 | validate rescaled-network --particles 64 --set sgd.learning-rate=1e30",
        "0 | validate rescaled-network --particles 64 --set sgd.learning-rate=1e-100",
    })
    void endsInOneLine(int exitCode, String line) throws IOException {
        ExtremeNumbers.Outcome outcome = ExtremeNumbers.run(line, folder, Double.POSITIVE_INFINITY);
        assertEquals("", outcome.fault(), outcome.toString());
        assertEquals(exitCode, outcome.exitCode(), outcome.toString());
    }

    @Test
    void theTableHasEveryCommandAtEveryNumber() {
        int cases = ExtremeNumbers.MODELS.size() * ExtremeNumbers.PATHS.size() * ExtremeNumbers.VALUES.size();
        for (String command : ExtremeNumbers.COMMANDS) {
            assertEquals(cases, ExtremeNumbers.cases(command).stream().distinct().count(), command);
        }
        assertTrue(ExtremeNumbers.COMMANDS.size() == 8 && cases == 288, "commands and numbers");
        // 7 commands on two weights at 7 paths, 5 on the rescaled network at 8.
        assertEquals((7 * 7 + 5 * 8) * 9, ExtremeNumbers.networkCases().stream().distinct().count());
    }
}
