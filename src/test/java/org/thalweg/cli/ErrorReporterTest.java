package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.NumericsException;
import org.thalweg.model.file.ModelFileException;
import org.thalweg.model.file.Problem;

class ErrorReporterTest {
    private final StringWriter err = new StringWriter();

    private int report(Throwable error) {
        return ErrorReporter.report(error, new PrintWriter(err));
    }

    @Test
    void badInputIsOneLine() {
        assertEquals(ExitCode.BAD_INPUT, report(new BadInputException("no model 'x'; give one")));
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
    void refusalsOfTheEngineAreBadInput() {
        assertEquals(ExitCode.BAD_INPUT, report(new IllegalArgumentException("range is empty; give a number")));
        assertEquals(ExitCode.BAD_INPUT, report(new UnsupportedOperationException("this noise has no anisotropy")));
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

    @Test
    void unforeseenErrorsKeepTheirTrace() {
        assertEquals(ExitCode.NUMERICS, report(new NumberFormatException("a subclass of a refusal is none")));
        assertTrue(err.toString().startsWith("thalweg: internal error"));
        assertTrue(err.toString().contains("at org.thalweg.cli.ErrorReporterTest"));
    }
}
