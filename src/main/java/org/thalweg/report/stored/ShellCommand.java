package org.thalweg.report.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Arguments as a line for a shell. */
public final class ShellCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    /** Where the results went, or whether a run was resumed, is not part of what was computed. */
    private static final List<String> ELSEWHERE = List.of("--out", "--resume", "--quiet", "-q", "--json");

    private ShellCommand() {}

    /** The arguments, quoted where a shell would read something else. */
    public static String of(List<String> arguments) {
        return arguments.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    }

    /**
     * What repeats a run into a new folder: its arguments without the folder and the manner of speaking, and with the
     * seed, which may have been the default of its version.
     */
    public static String again(StoredRun run) {
        List<String> arguments = new ArrayList<>();
        boolean seeded = false;
        for (int i = 0; i < run.arguments().size(); i++) {
            String argument = run.arguments().get(i);
            String name = argument.startsWith("-") ? argument.replaceFirst("=.*", "") : argument;
            if (ELSEWHERE.contains(name)) {
                i += argument.equals("--out") ? 1 : 0;
                continue;
            }
            seeded |= name.equals("--seed");
            arguments.add(argument);
        }
        if (!seeded && !run.text("seed").isEmpty()) {
            arguments.addAll(List.of("--seed", run.text("seed")));
        }
        return of(arguments);
    }

    private static String quoted(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
