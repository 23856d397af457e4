package org.thalweg.cli.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.measure.Measurement;
import org.thalweg.reduction.ProfilePoint;
import org.thalweg.reduction.ValleyProfile;

/** What a person, and a program, sees of a measured valley. */
public record ValleyScreen(ValleyProfile profile, String folder, String model, List<String> notes) {
    /** For a person. */
    public String text() {
        String line = System.lineSeparator();
        Table table = new Table("x", "time", "flatness", "floor", "noise along", "noise across", "speed");
        for (ProfilePoint p : profile.points()) {
            table.row(Table.number(p.x().value()), Table.number(p.time()), Table.number(p.flatness()),
                    Table.number(p.floor()), Table.number(p.along()), Table.number(p.across().get(0)),
                    p.speed().defined() ? Table.number(p.speed()) : "-");
        }
        int sharp = profile.plan().sharp();
        return profile.plan().setting().name() + ": a valley along " + profile.repeats()
                + (profile.repeats() == 1 ? " repeat, " : " repeats, ") + sharp
                + (sharp == 1 ? " sharp direction" : " sharp directions") + line + line + table + line
                + "a model to go on with: " + model + line + "written to " + folder;
    }

    /** For a program. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", folder);
        json.put("model", model);
        json.put("points", profile.points().stream().map(p -> Map.of("x", p.x().value(), "time", p.time(),
                "flatness", number(p.flatness()), "floor", number(p.floor()))).toList());
        json.put("notes", notes);
        return json;
    }

    private static List<Double> number(Measurement m) {
        return List.of(m.value(), Double.isNaN(m.standardError()) ? 0.0 : m.standardError());
    }
}
