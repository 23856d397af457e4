package org.thalweg.cli.option;

import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.model.Setting;
import org.thalweg.results.plan.FirstOrder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of option values that a type cannot make. */
public final class Arguments {
    private Arguments() {}

    /** See {@link FirstOrder#require}. */
    public static void requireFirstOrder(Setting setting) {
        FirstOrder.require(setting);
    }

    /**
     * Bytes that a trajectory costs where its passage is watched: times of two witnesses, their order, and copies in
     * the results of cells that are finished at once.
     */
    private static final long BYTES_PER_PARTICLE = 64;

    /** Blocks of particles are counted in ints. */
    private static final long MOST_PARTICLES = 1L << 30;

    /** Bytes that a trajectory of a single ensemble costs: its passage, and copies while that is being sorted. */
    private static final long BYTES_PER_PASSAGE = 24;

    /** Refuses numbers of trajectories that are not positive, or whose passages memory does not hold. */
    public static void particles(CommandSpec command, Integer value) {
        particles(command, value, BYTES_PER_PARTICLE);
    }

    /** The same for one ensemble: without passages memory does not grow with the number of trajectories. */
    public static void particlesOfOne(CommandSpec command, Integer value, boolean passages) {
        particles(command, value, passages ? BYTES_PER_PASSAGE : 0);
    }

    private static void particles(CommandSpec command, Integer value, long bytes) {
        positive(command, "--particles", value);
        long room = bytes == 0 ? MOST_PARTICLES : Runtime.getRuntime().maxMemory() / bytes;
        long most = Math.min(MOST_PARTICLES, room);
        if (value != null && value > most) {
            throw new ParameterException(command.commandLine(), "option --particles: " + value
                    + " trajectories do not fit into memory; give at most " + most
                    + (most < MOST_PARTICLES ? ", or more memory (JAVA_OPTS=-Xmx16g)" : ""));
        }
    }

    /** The first of some options that the command line names; what goes without saying is not named. */
    public static Optional<String> given(CommandSpec command, String... options) {
        return Stream.of(options).filter(command.commandLine().getParseResult()::hasMatchedOption).findFirst();
    }

    /** Refuses values that are not positive and finite; null, an option that was not given, passes. */
    public static void positive(CommandSpec command, String option, Number value) {
        if (value != null && !(value.doubleValue() > 0.0 && Double.isFinite(value.doubleValue()))) {
            throw new ParameterException(command.commandLine(),
                    "option " + option + ": " + value + " is out of range; give a positive number");
        }
    }
}
