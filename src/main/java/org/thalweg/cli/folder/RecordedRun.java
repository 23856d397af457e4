package org.thalweg.cli.folder;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.stored.StoredRun;

/** A run that was made before, as its record says: the model it had, with the assignments that were made. */
public record RecordedRun(StoredRun run) {
    /** The run of a folder; empty where it is none. */
    public static Optional<RecordedRun> in(Path folder) {
        return Files.isRegularFile(folder.resolve(StoredRun.RECORD))
                ? Optional.of(new RecordedRun(StoredRun.read(folder))) : Optional.empty();
    }

    /** Its model, whatever has become of the file; the data that it names must be as they were. */
    public ModelFile model() throws ModelFileException {
        JsonObject record = run.record();
        Map<String, String> assignments = new LinkedHashMap<>();
        JsonObject settings = record.getAsJsonObject("settings");
        if (settings.has("set")) {
            settings.getAsJsonObject("set").entrySet().forEach(e -> assignments.put(e.getKey(),
                    e.getValue().getAsString()));
        }
        Path file = ModelLibrary.shipped().resolve(record.get("model").getAsString());
        ModelFile model = ModelFile.recorded(file, record.get("model_text").getAsString(), assignments);
        if (settings.has("data") && model.setting().surface().task().isPresent()) {
            String before = settings.getAsJsonObject("data").get("sha256").getAsString();
            if (!before.equals(model.setting().surface().task().get().data().sha256())) {
                throw new Refusal(run.folder() + " was trained on other data than those that its model names now; put"
                        + " them back, or train again");
            }
        }
        return model;
    }
}
