package org.thalweg.cli.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Counted;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.comparison.Choice;
import org.thalweg.sweep.comparison.NoiseTrends;

/** Which learning rate and batch a sweep recommends, in words and for programs. */
public final class ChoiceLines {
    private ChoiceLines() {}

    /** Lines for a person; none where nothing converges or diverges, or nothing has a time or a flatness. */
    public static List<String> of(Choice choice) {
        List<String> lines = new ArrayList<>();
        long safe = choice.safe().count();
        if (choice.cells().size() < 2 || safe == 0 && choice.cells().stream()
                .noneMatch(c -> choice.iterations(c).isPresent())) {
            return lines;
        }
        boolean network = choice.cells().get(0).setting().surface().task().isPresent();
        if (!network && safe > 0 && choice.fastest().isEmpty() && choice.flattest().isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add("Choosing learning rate and batch, of " + Counted.of(safe, choice.cells().size(), "setting")
                + " in which at least 99 % of the runs converge:");
        choice.fastest().ifPresent(cell -> lines.addAll(
                named("fastest", cell, choice.iterations(cell).orElseThrow(), "iterations", choice)));
        choice.flattest().ifPresent(cell -> lines.addAll(
                named("flattest", cell, choice.flatness(cell).orElseThrow(), "mean flatness", choice)));
        if (safe == 0) {
            lines.add("  none; give " + (choice.diverges() ? "smaller learning rates" : "a longer --time-limit"));
        } else if (network && choice.flattest().isEmpty()) {
            lines.add("  flatness was not measured; add --probe flatness_top10,eigenvalue");
        }
        return lines;
    }

    /** Verdicts on how networks go with eta / B; none where that was not asked. */
    public static List<String> of(NoiseTrends trends) {
        List<String> lines = new ArrayList<>();
        if (trends.asked()) {
            lines.add("");
            lines.add("Networks against eta / B (verdicts.csv):");
            trends.family().judgements().forEach(j -> lines.add("  " + j.claim().id() + " " + j.claim().statement()
                    + ": " + (j.known() ? Table.number(j.measured()) + ", " : "") + j.verdict()
                    + (j.claim().applies() ? "" : " (" + j.claim().reasonForSilence() + ")")));
        }
        return lines;
    }

    private static List<String> named(String what, CellResult cell, Measurement value, String unit, Choice choice) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + what + ": " + words(cell.setting()) + " (" + unit + " " + Table.number(value) + ")");
        choice.distances(cell).forEach((bound, factor) -> lines.add("    learning rate x " + Table.number(factor)
                + " until: " + bound));
        return lines;
    }

    private static String words(Setting setting) {
        return "eta = " + Table.number(setting.sgd().learningRate())
                + setting.noise().batchSize().stream().mapToObj(b -> ", B = " + b).findFirst()
                        .orElseGet(() -> setting.noise().batchVariance().stream()
                                .mapToObj(v -> ", sigma2 = " + Table.number(v)).findFirst().orElse(""));
    }

    /** For a program. */
    public static Map<String, Object> json(Choice choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("settings_that_converge", choice.safe().count());
        choice.fastest().ifPresent(cell -> json.put("fastest",
                json(cell, "iterations", choice.iterations(cell).orElseThrow(), choice)));
        choice.flattest().ifPresent(cell -> json.put("flattest",
                json(cell, "mean_flatness", choice.flatness(cell).orElseThrow(), choice)));
        return json;
    }

    private static Map<String, Object> json(CellResult cell, String unit, Measurement value, Choice choice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("learning_rate", cell.setting().sgd().learningRate());
        cell.setting().noise().batchSize().ifPresent(b -> json.put("batch_size", b));
        cell.setting().noise().batchVariance().ifPresent(v -> json.put("batch_variance", v));
        json.put(unit, value.value());
        json.put("factors_to_bounds", choice.distances(cell));
        return json;
    }
}
