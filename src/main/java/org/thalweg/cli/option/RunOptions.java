package org.thalweg.cli.option;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.thalweg.cli.screen.Console;
import org.thalweg.plot.FigureFormat;
import org.thalweg.random.Seed;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that compute something and write a run directory, and how they speak. */
public final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private OutputOptions output;

    private Path out;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Folder of the results, new or empty. Default: runs/MODEL-COMMAND-TIME.")
    private void out(Path folder) {
        if (folder.toString().isBlank()) {
            throw refusal("option --out: no folder given; name one, or leave the option out");
        }
        out = folder;
    }

    @Option(names = "--seed", paramLabel = "N", description = "Root of all random numbers. Default: ${DEFAULT-VALUE}.")
    private Seed seed = Seed.DEFAULT;

    /** A pool of the JDK takes 32767; each thread takes a stack. */
    private static final int MOST_THREADS = 1024;

    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--set", paramLabel = "P=V",
            description = "Sets a parameter of the model (a=0.3) or a value of its file (sgd.learning-rate=0.1).")
    private Map<String, String> assignments = new LinkedHashMap<>();

    private Set<FigureFormat> figures = EnumSet.of(FigureFormat.PNG, FigureFormat.SVG);
    private boolean figuresNamed;

    @Option(names = "--threads", paramLabel = "N",
            description = "Processor cores to use; the results do not depend on it. Default: all.")
    private void threads(int count) {
        if (count < 1) {
            throw refusal("option --threads: " + count + " is not a number of threads; give 1 or more");
        }
        if (count > MOST_THREADS) {
            throw refusal("option --threads: " + count + " is more than any machine has cores; give at most "
                    + MOST_THREADS);
        }
        threads = count;
    }

    @Option(names = "--figures", paramLabel = "FORMATS", hideParamSyntax = true, split = ",",
            description = "Any of png, svg, pdf, separated by commas, or none. Default: png,svg.")
    private void figures(List<String> formats) {
        figures = EnumSet.noneOf(FigureFormat.class);
        if (!formats.equals(List.of("none"))) {
            formats.forEach(key -> figures.add(format(key)));
        }
        figuresNamed = !figures.isEmpty();
    }

    private FigureFormat format(String key) {
        return Arrays.stream(FigureFormat.values()).filter(format -> format.key().equals(key)).findFirst().orElseThrow(
                () -> refusal("option --figures: '" + key + "' is no figure format; give some of png,svg,pdf or none"));
    }

    private ParameterException refusal(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /**
     * The folder for a run that may go on with an interrupted one, which has to be named for that.
     *
     * @throws ParameterException where it is not
     */
    public Path out(boolean resume, String modelName) {
        if (resume && out == null) {
            throw refusal("option --resume: which sweep? name its folder with --out");
        }
        return out(modelName);
    }

    /** The folder for a run of a command on a model: the one named, or one that names the command and the time. */
    public Path out(String modelName) {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        return out != null ? out : free(modelName + "-" + command().name() + "-" + time);
    }

    /** Two runs may begin within a second. */
    private static Path free(String name) {
        Path folder = Path.of("runs", name);
        for (int i = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) {
            folder = Path.of("runs", name + "-" + i);
        }
        return folder;
    }

    /** The command whose options these are. */
    public CommandSpec command() {
        // Of a group within a group picocli hands out the outer one.
        return command.commandLine().getCommandSpec();
    }

    /** Where the command speaks. */
    public Console console() {
        return output.console();
    }

    public Seed seed() {
        return seed;
    }

    public int threads() {
        return threads;
    }

    /**
     * Does work that forks on as many threads as were asked for.
     *
     * @throws RuntimeException what the work throws, as it is: the pool would wrap it
     */
    public <T> T onThreads(Supplier<T> work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return CompletableFuture.supplyAsync(work, pool).join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (wrapped.getCause() instanceof Error failure) {
                throw failure;
            }
            throw wrapped;
        } finally {
            pool.shutdown();
        }
    }

    /** Values to put into the model file, by parameter name or dotted path, in the order given. */
    public Map<String, String> assignments() {
        return assignments;
    }

    /** Empty for none. */
    public Set<FigureFormat> figures() {
        return figures;
    }

    /**
     * For a command that draws none.
     *
     * @param what it makes, in words: "a ladder"
     * @throws ParameterException where a format was named
     */
    public void requireNoFigures(String what) {
        if (figuresNamed) {
            throw refusal("option --figures: " + what + " is tables alone; leave it out");
        }
    }
}
