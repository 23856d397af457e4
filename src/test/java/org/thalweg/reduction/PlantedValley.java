package org.thalweg.reduction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.data.Checkpoints.Entry;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;

/** Repeats of the shipped linear network, in memory. */
record PlantedValley(Setting setting, List<Entry> entries, Map<Entry, double[]> parameters) {
    static PlantedValley train(int repeats, double time, int checkpoints, Seed seed) throws ModelFileException {
        Setting setting = ModelFile.read(Path.of("models", "linear-network.yaml")).setting();
        Training training = Training.of(setting, time, checkpoints, Optional.empty());
        List<Entry> entries = new ArrayList<>();
        Map<Entry, double[]> parameters = new HashMap<>();
        for (int r = 0; r < repeats; r++) {
            List<double[]> found = TrainingRunner.checkpoints(training, seed.child(r));
            for (int c = 0; c < found.size(); c++) {
                Entry entry = new Entry(r, c, training.step(c), setting.sgd().time(training.step(c)));
                entries.add(entry);
                parameters.put(entry, found.get(c));
            }
        }
        return new PlantedValley(setting, entries, parameters);
    }

    ValleyProfile profile(int points, SlowDirection direction) {
        ValleyPlan plan = new ValleyPlan(setting, 1, points, direction, OptionalDouble.of(10.0), 0.0);
        return new ValleyRunner(plan, new Seed(1)).run(entries, parameters::get, share -> { }).profile();
    }
}
