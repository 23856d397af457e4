package org.thalweg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.fuzz.RandomFormula;
import org.thalweg.refusal.Refusal;

/** Command lines with some right and some wrong options, small where they are right. */
public final class RandomOptions {
    private static final List<String> MODELS = List.of("degenerate-valley", "isotropic-control", "log-walled-valley",
            "mini-batch-valley", "no-such-valley", "", "-", "models");
    private static final List<String> NUMBERS = List.of("0", "-1", "NaN", "Infinity", "1e-300", "1e300", "4.9e-324", "",
            "abc", "2147483648", "9223372036854775808", "1,2", "2,1", "1e400", "0x1p3", "\u0663", "1_000");
    /** Options, each with values that a run takes. */
    private static final List<List<String>> OPTIONS = List.of(List.of("--particles", "1", "8"),
            List.of("--time", "0.5", "1"), List.of("--seed", "7", "-9223372036854775808"),
            List.of("--threads", "1", "3"), List.of("--step", "0.05", "0.1"), List.of("--at", "0.5", "0.1,1"),
            List.of("--grid", "32,32", "64,32"), List.of("--tolerance", "0.1", "0.01"),
            List.of("--dynamics", "sgd", "sde"), List.of("--scheme", "auto", "milstein", "weak-taylor"),
            List.of("--increments", "normal", "two-point"), List.of("--method", "auto", "quadrature", "hierarchy"),
            List.of("--set", "a=0.3", "start.x=1", "sgd.momentum=0.5", "noise.anisotropy=2"), List.of("--quiet"),
            List.of("--json"), List.of("--full"), List.of("--help"), List.of("--svag", "1", "2"),
            List.of("--figures", "none"), List.of("--no-such-option", "1"));

    private RandomOptions() {}

    /**
     * Runs a command line.
     *
     * @param folder for what it writes; empty again afterwards
     * @return what is wrong; empty for nothing
     * @throws Refusal with the one line that was said
     */
    public static String run(SplittableRandom random, Path folder) {
        Path out = folder.resolve("options");
        List<String> words = words(random);
        words.addAll(List.of("--figures", "none", "--out", out.toString()));
        StringWriter said = new StringWriter();
        int exitCode = Main.run(words.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(said));
        boolean left = removed(out);
        String text = said.toString();
        if (text.contains("internal error") || exitCode < 0 || exitCode > ExitCode.NUMERICS) {
            return "exit code " + exitCode + ", " + text + words;
        }
        if (exitCode != ExitCode.OK) {
            List<String> lines = text.lines().filter(line -> !line.startsWith("note: ")).toList();
            if (lines.size() != 1 || exitCode == ExitCode.BAD_INPUT && left) {
                return "exit code " + exitCode + (left ? ", leaves its folder, " : ", ") + lines + " of " + words;
            }
            throw new Refusal(lines.get(0));
        }
        return "";
    }

    private static List<String> words(SplittableRandom random) {
        List<String> words = new ArrayList<>(List.of(List.of("describe"), List.of("models"), List.of("density"),
                List.of("simulate", "--particles", "4", "--time", "0.5")).get(random.nextInt(4)));
        if (random.nextInt(20) > 0) {
            words.add(random.nextInt(4) > 0 ? MODELS.get(0) : MODELS.get(random.nextInt(MODELS.size())));
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            List<String> option = OPTIONS.get(random.nextInt(OPTIONS.size()));
            words.add(random.nextInt(20) > 0 ? option.get(0) : RandomFormula.mutated(option.get(0), random));
            if (option.size() > 1 && random.nextInt(20) > 0) {
                words.add(random.nextInt(3) > 0 ? option.get(1 + random.nextInt(option.size() - 1))
                        : NUMBERS.get(random.nextInt(NUMBERS.size())));
            }
        }
        return words;
    }

    private static boolean removed(Path out) {
        if (!Files.exists(out)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }
}
