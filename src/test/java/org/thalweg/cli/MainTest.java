package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.thalweg.cli.screen.ExitCode;

/** The frame of the command line, within the process. */
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void noCommandIsAnError() {
        assertEquals(ExitCode.BAD_INPUT, run());
        assertEquals("thalweg: no command given (see thalweg --help)", err.toString().strip());
    }

    @Test
    void unknownOptionsGetTheNearestOne() {
        assertEquals(ExitCode.BAD_INPUT, run("models", "--jsno=3"));
        assertEquals("thalweg models: unknown option '--jsno'; did you mean '--json'? (see thalweg models --help)",
                err.toString().strip());
    }

    @Test
    void nothingIsSuggestedForWhatResemblesNothing() {
        assertEquals(ExitCode.BAD_INPUT, run("models", "--wavelength"));
        assertEquals("thalweg models: unknown option '--wavelength' (see thalweg models --help)",
                err.toString().strip());
    }

    @Test
    void everyCommandHasHelpAndVersion() {
        for (String command : Main.commands().getSubcommands().keySet()) {
            out.getBuffer().setLength(0);
            assertEquals(ExitCode.OK, run(command, "--help"));
            assertTrue(out.toString().startsWith("Usage: thalweg " + command + " "), out.toString());
            assertTrue(out.toString().contains("130   interrupted"), out.toString());
            out.getBuffer().setLength(0);
            assertEquals(ExitCode.OK, run(command, "--version"));
            assertTrue(out.toString().startsWith("thalweg "), out.toString());
        }
    }

    @Test
    void describeNamesLossParametersAndNoise() {
        assertEquals(ExitCode.OK, run("describe", "degenerate-valley", "--set", "a=0.25"), err.toString());
        assertTrue(out.toString().contains("valley with flatness 1 + a*cos(x) and floor 0"), out.toString());
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("parameter a +0.25000")), out.toString());
        assertTrue(out.toString().contains("constant noise with variances [0.5, 2.0]"), out.toString());
    }

    @Test
    void printsAShellCompletion() {
        assertEquals(ExitCode.OK, run("generate-completion"));
        assertTrue(out.toString().contains("complete -F _complete_thalweg"), out.toString());
        assertTrue(out.toString().contains("_picocli_thalweg_models"), out.toString());
    }
}
