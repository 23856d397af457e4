package org.thalweg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.thalweg.cli.screen.ExitCode;

/**
 * Every command at numbers that nobody means: each ends within ten seconds of processor time, with a result, with a
 * refusal in one line that leaves nothing behind, or with numerics that failed in one line.
 */
final class ExtremeNumbers {
    /** Processor time that a case may take where nothing large was asked for. */
    static final double MOST_SECONDS = 10.0;

    /** The claims are judged by ensembles whose size no option sets: nine seconds on the shipped models. */
    static final double MOST_SECONDS_OF_VALIDATE = 25.0;

    static final List<String> VALUES = List.of("1e-300", "1e-100", "1e-30", "1e-12", "1e12", "1e20", "1e30", "1e100",
            "1e300");
    static final List<String> PATHS = List.of("sgd.learning-rate", "noise.batch-variance", "noise.anisotropy", "start.x",
            "domain.x.from", "domain.x.to", "sgd.momentum", "converged.flatness");
    static final List<String> MODELS = List.of("degenerate-valley", "near-degenerate-valley", "mini-batch-valley",
            "log-walled-valley");
    /** The commands, at sizes that end soon on the shipped models. */
    static final List<String> COMMANDS = List.of(
            "describe",
            "density",
            "density --at 1",
            "simulate --particles 8 --time 1",
            "simulate --particles 8 --time 1 --dynamics sde",
            "sweep --particles 16 --learning-rate 0.05 --batch-variance 2",
            "validate --particles 64",
            "ladder --particles 64 --time 1 --svag 1,2");

    /** Those of networks, and their commands. */
    static final List<String> NETWORK_PATHS = List.of("sgd.learning-rate", "noise.batch", "sgd.momentum",
            "sgd.weight-decay", "loss.data.scale", "loss.data.shift", "loss.data.label-noise");
    static final List<String> NETWORK_COMMANDS = List.of(
            "describe two-weights",
            "probe two-weights",
            "density two-weights --grid 64,64",
            "simulate two-weights --particles 8 --time 1",
            "simulate two-weights --particles 8 --time 1 --dynamics sde",
            "sweep two-weights --particles 16 --learning-rate 0.05 --batch-size 4 --time-limit 20",
            "validate two-weights --particles 64",
            "describe rescaled-network",
            "train rescaled-network --time 1 --checkpoints 2",
            "probe rescaled-network",
            "sweep rescaled-network --particles 2 --learning-rate 0.1 --batch-size 12 --time-limit 1",
            "validate rescaled-network --particles 64");

    /** What came of a case: the exit code, what was said, the processor time, and what is wrong, empty for nothing. */
    record Outcome(int exitCode, String said, double seconds, String fault) {}

    private ExtremeNumbers() {}

    /** All cases of a command, a line of arguments each. */
    static List<String> cases(String command) {
        List<String> cases = new ArrayList<>();
        String[] words = command.split(" ", 2);
        String options = words.length > 1 ? " " + words[1] : "";
        for (String model : MODELS) {
            for (String path : PATHS) {
                for (String value : VALUES) {
                    cases.add(words[0] + " " + model + options(options, path, model, value)
                            + " --set " + path + "=" + value);
                }
            }
        }
        return cases;
    }

    /** All cases of networks; where the network has a parameter alpha, of that too. */
    static List<String> networkCases() {
        List<String> cases = new ArrayList<>();
        for (String command : NETWORK_COMMANDS) {
            List<String> paths = new ArrayList<>(NETWORK_PATHS);
            if (command.contains("rescaled-network")) {
                paths.add("alpha");
            }
            for (String path : paths) {
                for (String value : VALUES) {
                    boolean rate = path.equals("sgd.learning-rate");
                    String some = command.startsWith("sweep") && rate ? command.replaceFirst("--learning-rate \\S+",
                            "--learning-rate " + value) : command;
                    cases.add((rate ? some.replaceFirst("(--time|--time-limit) \\d+",
                            "$1 " + 20.0 * Double.parseDouble(value)) : some) + " --set " + path + "=" + value);
                }
            }
        }
        return cases;
    }

    /** A sweep takes its rates and variances from its options; there the value goes. */
    private static String options(String options, String path, String model, String value) {
        boolean batches = model.equals("mini-batch-valley");
        String of = batches ? options.replace("--batch-variance 2", "--batch-size 32") : options;
        return switch (path) {
            // Some twenty steps: more of them would be what was asked for.
            case "sgd.learning-rate" -> of.replace("--learning-rate 0.05", "--learning-rate " + value)
                    .replace("--time 1", "--time " + 20.0 * Double.parseDouble(value));
            case "noise.batch-variance" -> of.replace("--batch-variance 2", "--batch-variance " + value);
            default -> of;
        };
    }

    /** Runs a case in a folder and judges it, its processor time included. */
    static Outcome run(String line, Path folder) throws IOException {
        return run(line, folder, most(line));
    }

    /** Runs a case that may take so many seconds of processor time. */
    static Outcome run(String line, Path folder, double most) throws IOException {
        Path out = folder.resolve("out");
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        if (!words.get(0).equals("describe")) {
            words.addAll(List.of("--out", out.toString(), "--figures", "none"));
        }
        StringWriter said = new StringWriter();
        StringWriter results = new StringWriter();
        double begin = processorSeconds();
        int exitCode = Main.run(words.toArray(String[]::new), new PrintWriter(results), new PrintWriter(said));
        double seconds = processorSeconds() - begin;
        boolean left = Files.exists(out);
        boolean tables = left && tables(out);
        if (left) {
            remove(out);
        }
        return new Outcome(exitCode, said.toString(), seconds, fault(exitCode, said.toString(), seconds - most, left, tables));
    }

    private static double most(String line) {
        return line.startsWith("validate") ? MOST_SECONDS_OF_VALIDATE : MOST_SECONDS;
    }

    private static String fault(int exitCode, String said, double late, boolean left, boolean tables) {
        // A sweep first says what it is about to do, and runs make remarks.
        List<String> lines = said.lines().filter(l -> !l.matches("note: .*|\\d+ cells?, .*|warning: .*")).toList();
        if (late > 0.0) {
            return "takes too long";
        }
        if (said.contains("internal error")) {
            return "a fault of the program";
        }
        return switch (exitCode) {
            case ExitCode.OK -> "";
            case 1 -> "refutes what is true";
            case ExitCode.BAD_INPUT -> !each(lines) ? "not one line" : left ? "refused too late" : "";
            case ExitCode.NUMERICS -> lines.size() != 1 ? "not one line" : left && !tables ? "leaves its folder" : "";
            default -> "exit code " + exitCode;
        };
    }

    /** One line, or a line for each problem of a model. */
    private static boolean each(List<String> lines) {
        return lines.size() == 1
                || !lines.isEmpty() && lines.stream().allMatch(line -> line.matches(".*\\.yaml:\\d+:\\d+: .*"));
    }

    private static void remove(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean tables(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.anyMatch(file -> file.toString().endsWith(".csv"));
        }
    }

    private static double processorSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime() / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /**
     * Runs all cases of some commands, each begun anew after a case that hangs. Arguments: the place of the first case,
     * and a regular expression that the command lines wanted hold.
     */
    public static void main(String[] arguments) throws IOException {
        int first = Integer.parseInt(arguments[0]);
        String part = arguments.length > 1 ? arguments[1] : "";
        List<String> cases = Stream.concat(COMMANDS.stream().flatMap(command -> cases(command).stream()),
                        networkCases().stream())
                .filter(Pattern.compile(part).asPredicate()).toList();
        Path folder = Files.createTempDirectory("extreme");
        for (int i = first; i < cases.size(); i++) {
            String line = cases.get(i);
            Thread guard = guard(i + " " + line, 1.5 * most(line));
            Outcome outcome = run(line, folder);
            guard.interrupt();
            System.out.printf("%s%d %s: exit %d, %.2f s, %s%n", outcome.fault().isEmpty() ? "" : "FAULT ", i, line,
                    outcome.exitCode(), outcome.seconds(), outcome.fault().isEmpty() ? "" : outcome.fault() + ": "
                            + outcome.said().replaceAll("\\R", " | "));
        }
    }

    /** Ends the process with exit code 9 where a case takes half as long again as it may. */
    private static Thread guard(String line, double most) {
        double begin = processorSeconds();
        Thread guard = new Thread(() -> {
            try {
                while (processorSeconds() - begin < most) {
                    Thread.sleep(100);
                }
                System.out.println("HANGS " + line);
                Thread.getAllStackTraces().values().stream()
                        .flatMap(trace -> Stream.of(trace).filter(at -> at.getClassName().startsWith("org.thalweg"))
                                .limit(6)).distinct().forEach(at -> System.out.println("    at " + at));
                Runtime.getRuntime().halt(9);
            } catch (InterruptedException e) {
                // The case is over.
            }
        });
        guard.setDaemon(true);
        guard.start();
        return guard;
    }
}
