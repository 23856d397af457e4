package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.model.space.Range;
import org.thalweg.plot.FigureFormat;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a computing command, read the way {@link Main} reads them. */
class RunOptionsTest {
    @Command(name = "probe")
    private static final class Probe implements Callable<Integer> {
        @Mixin
        private RunOptions run;

        @Option(names = "--learning-rate")
        private Range learningRate;

        @Override
        public Integer call() {
            return ExitCode.OK;
        }
    }

    private final Probe probe = new Probe();
    private final StringWriter err = new StringWriter();

    private int read(String... arguments) {
        return Main.configured(new CommandLine(probe), new PrintWriter(err), new PrintWriter(err)).execute(arguments);
    }

    private void refuses(String message, String... arguments) {
        assertEquals(ExitCode.BAD_INPUT, read(arguments));
        assertEquals("probe: " + message + " (see probe --help)", err.toString().strip());
    }

    @Test
    void forkedWorkGetsAsManyThreadsAsWereAskedFor() {
        assertEquals(ExitCode.OK, read("--threads", "3"));
        assertEquals(3, probe.run.onThreads(() -> ForkJoinTask.getPool().getParallelism()));
        Refusal refusal = new Refusal("as it is");
        assertSame(refusal, assertThrows(Refusal.class, () -> probe.run.onThreads(() -> {
            throw refusal;
        })));
    }

    @Test
    void defaults() {
        assertEquals(ExitCode.OK, read());
        assertEquals(Seed.DEFAULT, probe.run.seed());
        assertEquals(Runtime.getRuntime().availableProcessors(), probe.run.threads());
        assertEquals(Map.of(), probe.run.assignments());
        assertEquals(Set.of(FigureFormat.PNG, FigureFormat.SVG), probe.run.figures());
        String folder = probe.run.out("ring").toString();
        assertTrue(folder.matches("runs.ring-probe-\\d{8}-\\d{6}"), folder);
    }

    @Test
    void everythingGiven() {
        assertEquals(ExitCode.OK, read("--seed", "-7", "--threads=3",
                "--set", "a=0.3", "--set", "sgd.learning-rate=2*a", "--out", "my run", "--figures",
                "pdf,png", "--learning-rate", "lin:1:2:3"), err.toString());
        assertEquals(new Seed(-7), probe.run.seed());
        assertEquals(3, probe.run.threads());
        assertEquals(List.of("a", "sgd.learning-rate"), List.copyOf(probe.run.assignments().keySet()));
        assertEquals("2*a", probe.run.assignments().get("sgd.learning-rate"));
        assertEquals(Path.of("my run"), probe.run.out("ring"));
        assertEquals(Set.of(FigureFormat.PDF, FigureFormat.PNG), probe.run.figures());
        assertEquals(new Range(List.of(1.0, 1.5, 2.0)), probe.learningRate);
    }

    @Test
    void noFigures() {
        assertEquals(ExitCode.OK, read("--figures", "none"));
        assertEquals(Set.of(), probe.run.figures());
    }

    @Test
    void refusesNoThreads() {
        refuses("option --threads: 0 is not a number of threads; give 1 or more", "--threads", "0");
    }

    @Test
    void refusesUnknownFormats() {
        refuses("option --figures: 'gif' is no figure format; give some of png,svg,pdf or none",
                "--figures", "png,gif");
        err.getBuffer().setLength(0);
        refuses("option --figures: 'none' is no figure format; give some of png,svg,pdf or none",
                "--figures", "none,png");
    }

    @Test
    void refusesBadRangesInTheWordsOfTheRange() {
        refuses("option --learning-rate: range 'log:1:0.1:3' is reversed or empty; write the smaller end first",
                "--learning-rate", "log:1:0.1:3");
    }

    @Test
    void refusesBadSeeds() {
        refuses("option --seed: 'soon' is not a whole number; give one such as 42", "--seed", "soon");
    }

    @Test
    void refusesAssignmentsWithoutAValue() {
        assertEquals(ExitCode.BAD_INPUT, read("--set", "a"));
        assertTrue(err.toString().contains("name=value"), err.toString());
        assertEquals(1, err.toString().strip().lines().count(), err.toString());
    }
}
