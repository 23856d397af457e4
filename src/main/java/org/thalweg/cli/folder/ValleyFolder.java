package org.thalweg.cli.folder;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.reduction.MeasuredValley;
import org.thalweg.reduction.SlowDirection;
import org.thalweg.reduction.ValleyModel;
import org.thalweg.reduction.ValleyPlan;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.claim.reduction.BatchBound;
import org.thalweg.results.claim.reduction.Trials;
import org.thalweg.storage.Sha256;

/**
 * A measured valley, as {@code thalweg valley} left it.
 *
 * @param network that drifted along it
 * @param reduced the valley as a model
 */
public record ValleyFolder(RecordedRun recorded, ModelFile network, ModelFile reduced) {
    /** The valley of a folder. */
    public static ValleyFolder of(Path folder) throws ModelFileException {
        RecordedRun recorded = RecordedRun.in(folder).filter(r -> r.run().command().equals("valley"))
                .orElseThrow(() -> new Refusal("'" + folder
                + "' is no measured valley; name the folder of a finished run"
                        + " of `thalweg valley`"));
        return new ValleyFolder(recorded, recorded.model(), ModelFile.read(folder.resolve(ValleyModel.FILE)));
    }

    /** What the network's model is called in the record. */
    public String model() {
        return recorded.run().record().get("model").getAsString();
    }

    /** The fingerprint of what was measured. */
    public String fingerprint() {
        Path table = recorded.run().folder().resolve(ValleyModel.TABLE);
        try {
            return Sha256.of(table);
        } catch (IOException e) {
            throw new Refusal(table + " cannot be read (" + e.getMessage() + "); measure the valley again by `thalweg"
                    + " valley`", e);
        }
    }

    /** The network beside its valley. */
    public Trials trials(int walks) {
        Path folder = recorded.run().folder();
        return new Trials(plan(), reduced.setting(), MeasuredValley.path(folder), MeasuredValley.starts(folder), walks,
                BatchBound.of(folder.resolve(ValleyModel.TABLE)));
    }

    /** How it was measured. */
    private ValleyPlan plan() {
        JsonObject choices = recorded.run().record().getAsJsonObject("settings");
        return new ValleyPlan(network.setting(), choices.get("sharp").getAsInt(), choices.get("points").getAsInt(),
                SlowDirection.named(choices.get("direction").getAsString()).orElseThrow(),
                choices.has("from") ? OptionalDouble.of(choices.get("from").getAsDouble()) : OptionalDouble.empty(),
                choices.get("error").getAsDouble());
    }
}
