package org.thalweg.cli.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.Problem;
import org.thalweg.refusal.Refusal;

class ErrorReporterTest {
    private final StringWriter err = new StringWriter();

    private int report(Throwable error) {
        return ErrorReporter.report(error, new PrintWriter(err));
    }

    @Test
    void badInputIsOneLine() {
        assertEquals(ExitCode.BAD_INPUT, report(new Refusal("no model 'x'; give one")));
        assertEquals("thalweg: no model 'x'; give one", err.toString().strip());
    }

    @Test
    void everyProblemOfAModelFileHasItsLine() {
        assertEquals(ExitCode.BAD_INPUT, report(new ModelFileException(List.of(
                new Problem("a.yaml", 3, 5, "unknown key 'los'", "did you mean 'loss'?"),
                new Problem("a.yaml", 7, 1, "no start", "add one")))));
        assertEquals(List.of("a.yaml:3:5: unknown key 'los'; did you mean 'loss'?", "a.yaml:7:1: no start; add one"),
                err.toString().lines().collect(Collectors.toList()));
    }

    @Test
    void failedNumericsHaveTheirOwnCode() {
        assertEquals(ExitCode.NUMERICS,
                report(new NumericsException("residual 1e-3 after refinement; refine the grid")));
        assertEquals("thalweg: residual 1e-3 after refinement; refine the grid", err.toString().strip());
    }

    @Test
    void failuresOfFilesNameTheFile() {
        assertEquals(ExitCode.BAD_INPUT, report(new UncheckedIOException(new NoSuchFileException("a.yaml"))));
        assertEquals("thalweg: a.yaml: NoSuchFileException; name another file or folder", err.toString().strip());
    }

    @Test
    void cancelledWorkIsAnInterruption() {
        assertEquals(ExitCode.INTERRUPTED, report(new CancellationException()));
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void outOfMemorySaysHowToGiveMore() {
        assertEquals(ExitCode.NUMERICS, report(new OutOfMemoryError()));
        assertTrue(err.toString().contains("JAVA_OPTS=-Xmx"));
    }

    /** Of the JDK's exceptions and a library's own none is the user's error, whatever its message. */
    @Test
    void unforeseenErrorsAreOneLineAndATraceInAFile() throws IOException {
        for (Throwable fault : List.of(new IllegalArgumentException("bound must be positive"),
                new UnsupportedOperationException("immutable"), new NullPointerException("two\nlines"),
                new NumberFormatException("For input string: \"x\""))) {
            StringWriter screen = new StringWriter();
            assertEquals(ExitCode.NUMERICS, ErrorReporter.report(fault, new PrintWriter(screen)));
            assertEquals(1, screen.toString().lines().count(), screen.toString());
            Matcher line = Pattern.compile("thalweg: internal error \\(.*\\); please report it with (.*\\.log)")
                    .matcher(screen.toString().strip());
            assertTrue(line.matches(), screen.toString());
            Path log = Path.of(line.group(1));
            assertTrue(Files.readString(log).contains("at org.thalweg.cli.fault.ErrorReporterTest"));
            Files.delete(log);
        }
    }
}
