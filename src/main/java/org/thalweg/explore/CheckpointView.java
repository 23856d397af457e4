package org.thalweg.explore;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.Reading;
import org.thalweg.probes.face.Scan;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.stored.ShellCommand;

/**
 * The loss of a network at one checkpoint: the ends of the Hessian's spectrum, and the loss on a line. The probes are
 * those of {@code thalweg probe}, with the same random numbers; what was measured once is remembered.
 */
final class CheckpointView {
    private final Setting setting;
    private final Checkpoints checkpoints;
    private final Path folder;
    private final Seed seed;
    private final Map<List<Object>, Map<String, Object>> known = new ConcurrentHashMap<>();

    CheckpointView(Setting setting, Checkpoints checkpoints, Path folder, Seed seed) {
        this.setting = setting;
        this.checkpoints = checkpoints;
        this.folder = folder;
        this.seed = seed;
    }

    /** Asked with {@code repeat} and {@code checkpoint}. */
    Map<String, Object> spectrum(JsonObject asked) {
        return measured(asked, "spectrum", ProbeOptions.DEFAULT, List.of());
    }

    /** Asked with {@code direction} and {@code reach} as well. */
    Map<String, Object> scan(JsonObject asked) {
        Direction direction = Direction.of(asked.get("direction").getAsString());
        double reach = asked.get("reach").getAsDouble();
        Scan scan = new Scan(direction, reach, Scan.DEFAULT.points(), 1);
        return measured(asked, "line-scan", new ProbeOptions(OptionalInt.empty(), ProbeOptions.DEFAULT.window(), scan),
                List.of("--direction", direction.key(), "--reach", Double.toString(reach)));
    }

    private Map<String, Object> measured(JsonObject asked, String probe, ProbeOptions options, List<String> more) {
        int repeat = asked.get("repeat").getAsInt();
        String at = Integer.toString(asked.get("checkpoint").getAsInt());
        return known.computeIfAbsent(List.of(probe, repeat, at, options), question -> {
            Checkpoints.Entry entry = checkpoints.at(at).stream().filter(e -> e.repeat() == repeat).findFirst()
                    .orElseThrow(() -> new Refusal("no repeat " + repeat + " with the checkpoint "
                            + at + " in " + folder + "; repeats are numbered from 0"));
            double[] theta = checkpoints.parameters(entry, setting.surface().dimension());
            ProbeRunner.Found found = new ProbeRunner(
                    Probes.plan(setting, Optional.empty(), options, Set.of(Probes.of(probe))), seed)
                    .run(List.of(new ProbeRunner.Point(entry, theta)), share -> { });
            return view(found.points().get(0).readings(), command(probe, at, more));
        });
    }

    private static Map<String, Object> view(List<Reading> readings, String command) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("command", command);
        readings.stream().map(Reading::quantity).distinct().forEach(quantity -> {
            double[] values = readings.stream().filter(r -> r.quantity().equals(quantity))
                    .mapToDouble(Reading::value).toArray();
            view.put(quantity.toLowerCase(Locale.ROOT), values);
        });
        return view;
    }

    private String command(String probe, String at, List<String> more) {
        List<String> words = new ArrayList<>(List.of("thalweg", "probe", folder.toString(), "--at", at,
                "--probe", probe, "--seed", Long.toString(seed.value())));
        words.addAll(more);
        return ShellCommand.of(words);
    }
}
