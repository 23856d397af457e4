package org.thalweg.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.model.file.ModelNumbers;
import org.thalweg.random.Seed;
import org.thalweg.report.stored.ShellCommand;

/**
 * What repeats a screen without the page: the model file with its numbers, and commands.
 *
 * @param argument how the user named the model
 * @param numbers of the model as the page began
 * @param assigned what had been assigned by then
 */
record Repetition(String argument, ModelNumbers numbers, Map<String, String> assigned, Seed seed) {
    /** The file, and the commands that compute the same from the model as the user has it. */
    Map<String, Object> of(Screen screen, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(assigned);
        all.putAll(values);
        List<String> assignments = new ArrayList<>();
        all.forEach((path, value) -> assignments.addAll(List.of("--set", path + "=" + value)));
        List<String> commands = new ArrayList<>();
        boolean solved = screen.setting().hasDiffusion()
                && StationaryDensity.refuses(screen.plain(), DensityMethod.AUTO).isEmpty();
        if (solved) {
            Resolution cells = screen.resolution();
            commands.add(command(List.of("density", argument, "--grid", cells.nx() + "," + cells.ny()), assignments));
        }
        commands.add(command(List.of("simulate", argument, "--dynamics", "sgd", "--seed", Long.toString(seed.value())),
                assignments));
        commands.add(command(List.of("describe", argument), assignments));
        return Map.of("yaml", numbers.with(values), "commands", commands);
    }

    private static String command(List<String> words, List<String> assignments) {
        List<String> all = new ArrayList<>(List.of("thalweg"));
        all.addAll(words);
        all.addAll(assignments);
        return ShellCommand.of(all);
    }
}
