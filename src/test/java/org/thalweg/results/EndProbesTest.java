package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.Probe;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.Scan;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingRunner;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/** Whatever is probed can be the value of a cell of a sweep. */
class EndProbesTest {
    private static final Seed SEED = new Seed(20261129);
    private static final ProbeOptions OPTIONS =
            new ProbeOptions(OptionalInt.of(3), 10.0, new Scan(Direction.GAUSSIAN, 0.5, 5, 3));

    private static Setting setting() {
        return ModelText.sound("""
                name: small
                loss: {kind: network, data: {set: digits, classes: [0, 1, 2], inputs: [21, 36, 43], per-class: 8,
                  test-per-class: 4}, layers: [3, 4, 3], activation: tanh, biases: false}
                noise: {kind: samples, batch: 6, sampling: replacement}
                sgd: {learning-rate: 0.5}
                start: {kind: he-normal, seed: 1}
                """).setting();
    }

    private static Map<Quantity, Measurement> found(List<String> names) {
        EndProbes probes = new EndProbes(names, Optional.empty(), OPTIONS, 0);
        EndProbes.Means means = probes.means();
        Training training = Training.of(setting(), 20.0, probes.checkpoints(40), Optional.empty());
        // Two threads: readings are added in the order of the repeats.
        TrainingRunner.watched(training, 2, SEED, Crew.of(2),
                () -> new RepeatLook(training, Optional.of(probes.look(setting(), SEED)), false, Meter.NONE),
                repeat -> repeat.readings().forEach(means::add));
        return means.all();
    }

    /** A number for every quantity that is announced, those of a layer with its name, as a mean over both repeats. */
    @Test
    void everyQuantityOfEveryProbeHasAMean() {
        for (Probe probe : Probes.ALL) {
            Map<Quantity, Measurement> found = found(List.of(probe.key()));
            assertEquals(new TreeSet<>(probe.quantities()), found.keySet().stream()
                    .map(q -> q.key().replaceAll("_W[12]$", "")).collect(Collectors.toCollection(TreeSet::new)));
            found.values().forEach(m -> assertEquals(2, m.samples(), probe.key()));
        }
    }

    /** Eigenvectors half way and at the end are not those of one point: their overlap is less than 1. */
    @Test
    void pairsAreHalfWayAndTheEnd() {
        double overlap = found(List.of("subspace_overlap")).get(Quantity.of("subspace_overlap")).value();
        assertTrue(overlap > 0.25 && overlap < 0.9999, Double.toString(overlap));
    }

    /** Together with others a probe says what it says alone. */
    @Test
    void companyDoesNotMatter() {
        Map<Quantity, Measurement> together = found(List.of("flatness", "averages", "overlap"));
        found(List.of("hessian_trace")).forEach((quantity, value) -> assertEquals(value, together.get(quantity)));
    }
}
