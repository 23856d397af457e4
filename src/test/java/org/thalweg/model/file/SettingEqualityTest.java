package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.thalweg.model.LearningRateSchedule;
import org.thalweg.model.LearningRateSchedule.Shape;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.noise.NoiseCatalogue;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartLaw;
import org.thalweg.model.surface.SurfaceCatalogue;

/** Two settings are equal where all that is said of them is, and only there. */
class SettingEqualityTest {
    /** Keys of a model file that say nothing of the experiment itself. */
    private static final Set<String> ELSEWHERE = Set.of("sweep", "train", "reference", "parameters");

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("models"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static void assertSame(Setting one, Setting other) {
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aFileReadTwiceIsOneSetting(Path file) throws ModelFileException {
        assertSame(ModelFile.read(file).setting(), ModelFile.read(file).setting());
    }

    /** Every kind of surface and of noise: an identity that is forgotten is that of the object. */
    @Test
    void everyKindHasAValue() throws ModelFileException {
        for (var kind : SurfaceCatalogue.KINDS) {
            String text = ModelText.of(kind.example(), "{kind: isotropic, batch-variance: 1}");
            assertSame(ModelText.sound(text).setting(), ModelText.sound(text).setting());
        }
        for (var kind : NoiseCatalogue.KINDS) {
            String text = ModelText.of(kind.exampleLoss(), kind.example());
            assertSame(ModelText.sound(text).setting(), ModelText.sound(text).setting());
        }
    }

    /** Each number of each shipped model, a tenth larger: the setting is another one. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyNumberOfAFileMatters(Path path) throws ModelFileException {
        ModelFile file = ModelFile.read(path);
        int changed = 0;
        for (Map.Entry<String, Number> leaf : numbers(path).entrySet()) {
            Number larger = leaf.getValue() instanceof Integer whole ? (Number) (whole + 1)
                    : (Number) (1.1 * leaf.getValue().doubleValue() + 1e-3);
            Optional<Setting> other = changed(file, leaf.getKey(), larger.toString());
            if (other.isPresent()) {
                assertNotEquals(file.setting(), other.get(), leaf.getKey());
                changed++;
            }
        }
        assertTrue(changed > 0, path.toString());
    }

    /** Empty where the changed file is refused. */
    private static Optional<Setting> changed(ModelFile file, String key, String value) {
        try {
            return Optional.of(file.with(Map.of(key, value)).setting());
        } catch (ModelFileException refused) {
            return Optional.empty();
        }
    }

    private static Map<String, Number> numbers(Path path) {
        Map<String, Number> found = new LinkedHashMap<>();
        try {
            Map<?, ?> tree = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(
                    Files.readString(path));
            tree.forEach((key, value) -> {
                if (!ELSEWHERE.contains(key.toString())) {
                    numbers(key.toString(), value, found);
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void numbers(String key, Object value, Map<String, Number> found) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((k, v) -> numbers(key + "." + k, v, found));
        } else if (value instanceof Number number) {
            found.put(key, number);
        }
    }

    private static Setting ring() throws ModelFileException {
        return ModelFile.read(Path.of("models/bump-valley.yaml")).setting();
    }

    /** What no file of the above says, component by component. */
    @Test
    void everyComponentMatters() throws ModelFileException {
        Setting s = ring();
        Sgd sgd = s.sgd();
        List<UnaryOperator<Setting>> changes = new ArrayList<>(List.of(
                t -> renamed(t, "another", t.summary()),
                t -> renamed(t, t.name(), "another"),
                t -> t.withSgd(sgd.withLearningRate(Math.nextUp(sgd.learningRate()))),
                t -> t.withSgd(sgd.withMomentum(0.5)),
                t -> t.withSgd(new Sgd(sgd.learningRate(), 0.5, true, 0.0, sgd.schedule())),
                t -> t.withSgd(sgd.withWeightDecay(0.1)),
                t -> t.withSgd(new Sgd(sgd.learningRate(), 0.0, false, 0.0,
                        new LearningRateSchedule(Shape.COSINE, 10, 0.0, 0))),
                t -> t.withNoise(t.noise().times(2.0)),
                t -> t.withStart(Math.nextUp(t.start()[0]), t.start()[1]),
                t -> t.withStart(new IndependentStarts(List.of(
                        new StartLaw.Uniform(t.start()[0] - 0.1, t.start()[0] + 0.1), new StartLaw.Point(0.0)))),
                Setting::withoutFlatSet,
                t -> new Setting(t.name(), t.summary(), t.surface(), t.domain(), t.noise(), t.sgd(), t.start(),
                        Optional.of(new FlatSet(1.01 * t.flatSet().orElseThrow().flatness())))));
        List<Setting> all = new ArrayList<>(List.of(s));
        for (UnaryOperator<Setting> change : changes) {
            assertSame(change.apply(s), change.apply(ring()));
            all.add(change.apply(s));
        }
        assertEquals(all.size(), Set.copyOf(all).size(), "all differ from each other");
    }

    private static Setting renamed(Setting t, String name, String summary) {
        return new Setting(name, summary, t.surface(), t.domain(), t.noise(), t.sgd(), t.start(), t.flatSet());
    }

    /** The plain setting of two optimisers with the same diffusion is not the same: literal SGD differs. */
    @Test
    void anOptimiserMatters() throws ModelFileException {
        Setting heavy = ring().withSgd(new Sgd(0.02).withMomentum(0.75));
        Setting light = ring().withSgd(new Sgd(0.02 / 0.25));
        PlainSetting plain = heavy.effective();
        assertEquals(plain.sgd(), light.effective().sgd());
        assertNotEquals(plain, light.effective());
        assertSame(plain, ring().withSgd(new Sgd(0.02).withMomentum(0.75)).effective());
        assertNotEquals(light, light.effective(), "a plain setting is a type of its own");
        assertNotEquals(light.effective(), light);
    }
}
