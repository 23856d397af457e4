package org.thalweg.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.network.Network;
import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.Probe;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.Reading;
import org.thalweg.probes.face.Scan;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** What holds of every probe of the catalogue, on a network of 24 parameters. */
class ProbeContractTest {
    private static final Seed SEED = new Seed(20261129);
    private static final ProbeOptions OPTIONS =
            new ProbeOptions(OptionalInt.of(3), 10.0, new Scan(Direction.GAUSSIAN, 0.5, 5, 3));

    @TempDir
    private static Path folder;

    /** 24 samples of three classes in some order, 9 others to test on. */
    private static Setting setting(int from) throws IOException, ModelFileException {
        Files.writeString(folder.resolve("train.csv"), table(24, from, 0.9));
        Files.writeString(folder.resolve("test.csv"), table(9, 0, 0.7));
        return ModelFile.read(Files.writeString(folder.resolve("small.yaml"), """
                name: small
                loss: {kind: network, data: {table: train.csv, test-table: test.csv, inputs: [x1, x2, x3], label: y},
                  layers: [3, 3, 3], activation: tanh}
                noise: {kind: samples, batch: 6, sampling: replacement}
                sgd: {learning-rate: 0.5}
                start: {kind: he-normal, seed: 3}
                """)).setting();
    }

    private static String table(int count, int from, double angle) {
        StringBuilder text = new StringBuilder("x1,x2,x3,y\n");
        for (int k = 0; k < count; k++) {
            int n = (from + k) % count;
            text.append(Math.cos(angle * n)).append(',').append(Math.cos(angle * n + 1.3)).append(',')
                    .append(Math.sin(2.1 * n)).append(',').append(n % 3).append('\n');
        }
        return text.toString();
    }

    /** A bound takes a product with the Hessian for each parameter, and is at no point for long without saying so. */
    @Test
    void aLongProbeTellsHowFarItIs() throws IOException, ModelFileException {
        Setting setting = setting(0);
        List<ProbeRunner.Point> points = points(setting).subList(0, 1);
        List<Double> told = new ArrayList<>();
        new ProbeRunner(Probes.plan(setting, Optional.empty(), OPTIONS, Set.of(Probes.of("pac-bayes"))), SEED)
                .run(points, told::add);
        assertTrue(told.size() > setting.surface().dimension(), told.toString());
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(1.0, told.get(told.size() - 1), 0.0);
        assertTrue(told.get(0) < 0.1, told.toString());
    }

    private static List<ProbeRunner.Point> points(Setting setting) {
        List<ProbeRunner.Point> points = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            double[] theta = new double[setting.surface().dimension()];
            for (int i = 0; i < theta.length; i++) {
                theta[i] = Math.sin(1.0 + i + 0.2 * k * (i % 3)) + (k == 2 ? 0.5 : 0.0);
            }
            points.add(new ProbeRunner.Point(new Checkpoints.Entry(0, k, 10L * k, 5.0 * k), theta));
        }
        return points;
    }

    private static List<Reading> all(Setting setting, Set<Probe> probes) {
        ProbePlan plan = Probes.plan(setting, Optional.empty(), OPTIONS, probes);
        ProbeRunner.Found found = new ProbeRunner(plan, SEED).run(points(setting), share -> { });
        return Stream.concat(found.points().stream().flatMap(p -> p.readings().stream()),
                found.pairs().stream().map(ProbeRunner.OfPair::reading)).toList();
    }

    /** A single sample of three classes leaves six directions that are curved: the tenth is rounding. */
    @Test
    void roundingIsNoFlatness() throws IOException, ModelFileException {
        Files.writeString(folder.resolve("one.csv"), "x1,x2,x3,y\n0.3,-0.8,0.5,1\n");
        Setting one = ModelFile.read(Files.writeString(folder.resolve("one.yaml"), """
                name: one
                loss: {kind: network, data: {table: one.csv, inputs: [x1, x2, x3], label: y},
                  layers: [3, 4, 3], activation: tanh}
                noise: {kind: samples, batch: 1, sampling: replacement}
                sgd: {learning-rate: 0.5}
                start: {kind: he-normal, seed: 3}
                """)).setting();
        List<String> found = all(one, Set.of(Probes.of("spectrum"))).stream().map(Reading::quantity).toList();
        assertTrue(found.contains("eigenvalue"), found.toString());
        assertFalse(found.contains("flatness_top10"), found.toString());
        assertTrue(all(setting(0), Set.of(Probes.of("spectrum"))).stream()
                .anyMatch(r -> r.quantity().equals("flatness_top10")));
    }

    private static Set<Probe> every() {
        return new LinkedHashSet<>(Probes.ALL);
    }

    /** What needs the gradient of each sample says so, and is not measured unasked; the rest is. */
    @Test
    void batchNormalisationLeavesOutWhatItHasNot() throws IOException, ModelFileException {
        setting(0);
        Setting normalised = ModelFile.read(Files.writeString(folder.resolve("normalised.yaml"),
                Files.readString(folder.resolve("small.yaml")).replace("tanh}", "tanh, batch-norm: true}"))).setting();
        Set<String> without = Set.of("fisher-rao", "noise-curvature", "pac-bayes", "variance-flatness");
        ProbePlan plan = Probes.plan(normalised, Optional.empty(), OPTIONS, Set.of());
        assertTrue(plan.probes().stream().noneMatch(p -> without.contains(p.key())), plan.probes().toString());
        for (String key : without) {
            assertEquals("probe " + key + ": " + Network.NO_SAMPLE_GRADIENTS, assertThrows(Refusal.class,
                    () -> Probes.plan(normalised, Optional.empty(), OPTIONS, Set.of(Probes.of(key)))).getMessage());
        }
        Set<Probe> others = every();
        others.removeIf(p -> without.contains(p.key()));
        Set<String> measured = new TreeSet<>();
        all(normalised, others).forEach(r -> measured.add(r.quantity()));
        Set<String> announced = new TreeSet<>();
        others.forEach(p -> announced.addAll(p.quantities()));
        assertEquals(announced, measured);
        assertEquals(all(normalised, others), all(normalised, others), "twice the same, bit by bit");
    }

    /** One-bit weights have no derivatives: flatness is that within a finite radius, and the rest says why not. */
    @Test
    void oneBitWeightsAreSeenWithinARadius() throws IOException, ModelFileException {
        setting(0);
        Setting bits = ModelFile.read(Files.writeString(folder.resolve("bits.yaml"),
                Files.readString(folder.resolve("small.yaml")).replace("tanh}", "tanh, weights: one-bit}"))).setting();
        Set<String> unasked = Set.of("loss", "sam", "eps-sharpness", "line-scan");
        ProbePlan plan = Probes.plan(bits, Optional.empty(), OPTIONS, Set.of());
        assertTrue(plan.probes().stream().allMatch(p -> unasked.contains(p.key())), plan.probes().toString());
        for (String key : List.of("spectrum", "traces", "fisher-rao", "relative-flatness", "neuronwise-flatness",
                "spectral-density", "noise-curvature", "variance-flatness", "pac-bayes")) {
            assertEquals("probe " + key + ": " + Network.NO_DERIVATIVES, assertThrows(Refusal.class,
                    () -> Probes.plan(bits, Optional.empty(), OPTIONS, Set.of(Probes.of(key)))).getMessage());
        }
        Set<Probe> some = new LinkedHashSet<>();
        unasked.forEach(key -> some.add(Probes.of(key)));
        List<Reading> found = all(bits, some);
        assertTrue(found.stream().filter(r -> r.quantity().startsWith("rise_") || !r.probe().key().equals("line-scan"))
                .allMatch(r -> Double.isFinite(r.value())), found.toString());
        assertTrue(found.stream().anyMatch(r -> r.quantity().equals("sam_sharpness") && r.value() != 0.0));
    }

    @Test
    void namesAreUnique() {
        Set<String> names = new HashSet<>();
        for (Probe probe : Probes.ALL) {
            assertTrue(names.add(probe.key()), probe.key());
            assertEquals(probe, Probes.of(probe.key()));
        }
        Set<String> quantities = new HashSet<>();
        for (Probe probe : Probes.ALL) {
            probe.quantities().forEach(q -> assertTrue(quantities.add(q), q));
        }
    }

    /** What the papers measure by name: all measures of flatness, and participation. */
    @Test
    void familiesAreQuantitiesOfProbes() {
        List<String> flatness = Probes.spelledOut(List.of("flatness", "loss", "participation"));
        assertEquals(9, flatness.size(), flatness.toString());
        flatness.forEach(Probes::of);
        assertEquals(flatness, Probes.spelledOut(flatness));
    }

    @Test
    void everyQuantityThatIsAnnouncedIsMeasured() throws IOException, ModelFileException {
        Set<String> announced = new TreeSet<>();
        Probes.ALL.forEach(probe -> announced.addAll(probe.quantities()));
        Set<String> measured = new TreeSet<>();
        all(setting(0), every()).forEach(r -> measured.add(r.quantity()));
        assertEquals(announced, measured);
    }

    /** Twice the same, bit by bit; alone as together with all others. */
    @Test
    void probingTwiceIsProbingOnce() throws IOException, ModelFileException {
        List<Reading> together = all(setting(0), every());
        assertEquals(together, all(setting(0), every()));
        for (Probe probe : Probes.ALL) {
            assertEquals(together.stream().filter(r -> r.probe() == probe).toList(),
                    all(setting(0), Set.of(probe)), probe.key());
        }
    }

    /** Samples in another order: the same but for rounding. Paths of SGD draw other samples then, and are left out. */
    @Test
    void theOrderOfSamplesDoesNotMatter() throws IOException, ModelFileException {
        Set<Probe> probes = every();
        probes.remove(Probes.of("variance-flatness"));
        List<Reading> expected = all(setting(0), probes);
        List<Reading> permuted = all(setting(11), probes);
        assertEquals(expected.size(), permuted.size());
        for (int k = 0; k < expected.size(); k++) {
            Reading a = expected.get(k);
            Reading b = permuted.get(k);
            assertEquals(a.quantity(), b.quantity());
            assertEquals(Double.isNaN(a.value()), Double.isNaN(b.value()), a.quantity());
            double expectedValue = Double.isNaN(a.value()) ? 0.0 : a.value();
            assertEquals(expectedValue, Double.isNaN(b.value()) ? 0.0 : b.value(), 1e-9 * (1e-3 + Math.abs(expectedValue)), a.quantity() + " " + a.index());
        }
    }
}
