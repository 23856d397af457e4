package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.cli.screen.ExitCode;

/** Runs that a model or an option rules out: exit code 2, one line, and no folder; and their neighbours, which run. */
class RefusedRunsTest {
    private static final String BOWL = """
            name: bowl
            loss: {kind: quadratic, hessian: {xx: 0.5, xy: 0.1, yy: 2}}
            domain: {x: {boundary: open}}
            noise: {kind: anisotropic, batch-variance: 2, anisotropy: 4}
            sgd: {learning-rate: 0.05}
            start: {x: 2}
            """;
    private static final String COUPLED = """
            name: coupled
            loss: {kind: valley, flatness: "1 + cos(x)/2"}
            domain: {x: {from: -pi, to: pi, boundary: periodic}}
            noise: {kind: formula, covariance: {xx: "0.5", xy: "0.2*sin(x)*y/(1 + y^2)", yy: "2"}}
            sgd: {learning-rate: 0.05}
            start: {x: 3}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) throws IOException {
        Files.writeString(folder.resolve("bowl.yaml"), BOWL);
        Files.writeString(folder.resolve("coupled.yaml"), COUPLED);
        // D_xy / D_xx needs h_y / h_x >= 4 at x = 0, D_yy / D_xy needs it <= 1/4 at the ends.
        Files.writeString(folder.resolve("tangled.yaml"), COUPLED.replaceAll("covariance: .*",
                "covariance: {xx: \"1.05 - cos(x)\", xy: \"0.2\", yy: \"1.05 + cos(x)\"}}"));
        List<String> words = new ArrayList<>(List.of(arguments));
        if (words.get(1).endsWith(".yaml")) {
            words.set(1, folder.resolve(words.get(1)).toString());
        }
        words.addAll(List.of("--out", folder.resolve("out").toString(), "--figures", "none"));
        return Main.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "density two-sharp-directions --method finite-volume    | use the method quadrature on a valley",
        "density two-sharp-directions --at 5                    | use the method quadrature on a valley",
        "density asymmetric-valley --at 5                       | gives the stationary density, without times",
        "density asymmetric-valley --method hierarchy           | use the method auto",
        "density bowl.yaml --method quadrature                  | use the kind 'valley'",
        "density degenerate-valley --at 10,5                    | increasing order",
        "density degenerate-valley --at 10 --method quadrature  | leave out --at",
        "validate degenerate-valley --all                       | give one of them",
        "validate --all --set a=0.3                             | not with --all",
        "validate tangled.yaml                                  | choose a smaller domain",
        "sweep degenerate-valley --batch-size 1.5               | write 8,16,32",
        "sweep degenerate-valley --batch-size 2 --batch-variance 1 | give one of the two",
        "sweep mini-batch-valley --batch-size 5000              | must be from 1 to 4096",
        "sweep mini-batch-valley --set noise.reshuffle=true     | remove noise.reshuffle",
        "sweep bowl.yaml --vary sgd.learning=0.1,0.2            | a path such as sgd.learning-rate",
        "sweep bowl.yaml --vary start.x=1,2 --vary start.x=3    | give all its values in one range",
        "simulate degenerate-valley --increments two-point      | belongs to --dynamics sde",
        "simulate degenerate-valley --dynamics sde --scheme heun | none of auto, euler-maruyama, milstein",
        "simulate label-noise-valley --dynamics sde --scheme milstein | use weak-taylor",
        "simulate isotropic-control --dynamics sde --scheme weak-taylor --increments two-point | --increments normal",
        "simulate degenerate-valley --time 1e300                | give a shorter --time",
        "simulate log-walled-valley --set noise.batch-variance=40 | say with --time",
        "simulate degenerate-valley --set a                     | name=value",
        "simulate degenerate-valley --dynamics sde --svag 4     | the SDE is its limit",
        "simulate momentum-valley --svag 4                      | leave out momentum",
        "simulate asymmetric-valley --dynamics sde --set sgd.diffusion=second-order | set sgd.diffusion=first-order",
        "density momentum-valley --set sgd.diffusion=second-order | known at first order only",
        "validate degenerate-valley --set sgd.diffusion=second-order | use simulate and density",
        "validate asymmetric-valley --set sgd.momentum=0.9      | leave out momentum and weight decay",
        "sweep mini-batch-valley --set sgd.momentum=0.9 --set noise.reshuffle=true | remove noise.reshuffle",
        "sweep degenerate-valley --common-random-numbers --vary a=0.3,0.5 | give one of the two",
        "simulate degenerate-valley --particles 2147483647      | do not fit into memory; give at most",
        "sweep degenerate-valley --particles 2147483647         | do not fit into memory; give at most",
        "simulate degenerate-valley --threads 2147483647        | give at most 1024",
        "sweep degenerate-valley --learning-rate 1e-308         | give one from 1.0E-100 to 1.0E100",
        "validate degenerate-valley --set sgd.learning-rate=1e300 | give one from 1.0E-100 to 1.0E100",
        "ladder degenerate-valley --set noise.batch-variance=1e-300 | give one from 1.0E-100 to 1.0E100",
        "density degenerate-valley --set noise.batch-variance=1e300 | give one from 1.0E-100 to 1.0E100",
        "density degenerate-valley --set noise.anisotropy=1e300 | give one from 1.0E-100 to 1.0E100",
        "sweep degenerate-valley --set noise.anisotropy=1e-300  | give one from 1.0E-100 to 1.0E100",
        "sweep degenerate-valley --learning-rate lin:0.1:1:100000 --batch-variance lin:1:2:100000 | at most 100000",
        "density degenerate-valley --grid 100000,100000         | GB and there are",
        "density degenerate-valley --tolerance 1e300            | at most 2; give a smaller number",
        "density degenerate-valley --at 1e300                   | give times from 1.0E-100 to 1.0E100",
        "ladder degenerate-valley --svag 4,2                    | in increasing order",
        "ladder degenerate-valley --svag 4                      | give at least two",
        "ladder momentum-valley                                 | leave out momentum and weight decay",
        "ladder asymmetric-valley                               | use a surface of kind valley",
        "density degenerate-valley --set optimiser.kind=adam    | it is literal only; use `thalweg simulate",
        "simulate degenerate-valley --dynamics sde --set optimiser.kind=adam | it is literal only; use `thalweg simulate",
        "sweep degenerate-valley --set optimiser.kind=valley    | give --witnesses sgd",
        "ladder degenerate-valley --set optimiser.kind=sam      | it is literal only; use `thalweg simulate",
        "simulate degenerate-valley --set optimiser.kind=sam --svag 2 | leave out momentum",
        "optimisers asymmetric-valley                           | use a surface of kind valley",
        "optimisers digits-network                              | use optimiser: {kind: decentralised, learners: 4}",
        "optimisers decentralised-network --set loss.weights=one-bit | write weights: real",
        "optimisers decentralised-network --repeats 0           | give a number from 1 to 10000",
        "train degenerate-valley                               | is no network",
        "probe rescaled-network --probe spectru                | did you mean 'spectrum'?",
        "probe rescaled-network --probe all-of-it              | give some of loss,spectrum",
        "ladder log-walled-valley --set noise.batch-variance=40 | use simulate --svag",
    })
    void saysWhyAndWritesNothing(String command, String remedy) throws IOException {
        assertEquals(ExitCode.BAD_INPUT, run(command.strip().split(" +")), err.toString());
        // A sweep first says what it is about to do.
        String said = err.toString().replaceFirst("\\A\\d+ cells?, .*\\R", "");
        assertEquals(1, said.strip().lines().count(), said);
        assertTrue(err.toString().contains(remedy), err.toString());
        assertFalse(Files.exists(folder.resolve("out")), "wrote " + folder.resolve("out"));
    }

    @Test
    void noiseThatCouplesTheParametersHasADensity() throws IOException {
        assertEquals(ExitCode.OK, run("density", "coupled.yaml", "--grid", "64,32"), err.toString());
        assertTrue(Files.exists(folder.resolve("out/density.npy")));
    }

    /** Trajectories roam where there is no wall and no stationary state. */
    @ParameterizedTest
    @CsvSource({"bowl.yaml", "log-walled-valley"})
    void openLinesAreSimulatedWithoutAMarginal(String model) throws IOException {
        List<String> words = new ArrayList<>(List.of("simulate", model, "--time", "1", "--particles", "8"));
        if (!model.endsWith(".yaml")) {
            words.addAll(List.of("--set", "noise.batch-variance=40"));
        }
        assertEquals(ExitCode.OK, run(words.toArray(String[]::new)), err.toString());
        assertTrue(err.toString().contains("no marginal: x is open"), err.toString());
        assertTrue(Files.exists(folder.resolve("out/summary.csv")));
        assertFalse(Files.exists(folder.resolve("out/marginal.csv")));
    }

    @Test
    void helpShowsDefaultsAsTheyAreTyped() {
        StringWriter help = new StringWriter();
        assertEquals(ExitCode.OK, Main.run(new String[] {"simulate", "--help"}, new PrintWriter(help),
                new PrintWriter(help)));
        assertTrue(help.toString().contains("Default: 20230607."), help.toString());
    }
}
