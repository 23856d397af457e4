package org.thalweg.explore;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.file.ModelFile;
import org.thalweg.probes.face.Direction;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;
import org.thalweg.web.Endpoint;
import org.thalweg.web.PageServer;

/** A run of a network as a page: its training, and what its loss looks like at each checkpoint. */
public final class RunExplorer {
    private static final String TRAINING = "training.csv";

    private RunExplorer() {}

    /**
     * Serves the page of a run.
     *
     * @param model as the run had it
     * @param folder of the run
     * @param seed of the directions in which the loss is looked at
     * @param faults told of faults of the program
     * @throws Refusal where the run is none of a network, or has no checkpoints
     */
    public static PageServer serve(ModelFile model, Path folder, Seed seed, Consumer<Throwable> faults) {
        if (model.setting().surface().task().isEmpty()) {
            throw new Refusal(folder + " is no run of a network; explore its model instead: thalweg explore "
                    + model.name());
        }
        CheckpointView views = new CheckpointView(model.setting(), Checkpoints.of(folder), folder, seed);
        Map<String, Object> about = about(model, folder);
        Map<String, Endpoint> endpoints = Map.of(
                "run", Answers.to(asked -> about),
                "spectrum", Answers.toTheNewest(views::spectrum),
                "scan", Answers.toTheNewest(views::scan));
        return PageServer.start(PageFiles.of("run.html", "run.js"), endpoints, faults);
    }

    private static Map<String, Object> about(ModelFile model, Path folder) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", model.name());
        about.put("summary", model.setting().summary());
        about.put("folder", folder.toString());
        about.put("parameters", model.setting().surface().dimension());
        about.put("directions", Arrays.stream(Direction.values()).map(Direction::key).toList());
        StoredTable training = StoredRun.read(folder).table(TRAINING)
                .orElseThrow(() -> new Refusal(folder + " has no " + TRAINING + "; name a finished run of"
                        + " `thalweg train`"));
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        for (String column : training.columns()) {
            columns.put(column, training.column(column).stream().map(StoredTable::number).toList());
        }
        about.put("training", columns);
        return about;
    }
}
