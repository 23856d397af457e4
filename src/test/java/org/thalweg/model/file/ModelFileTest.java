package org.thalweg.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartLaw;
import org.thalweg.model.start.StartsInTurn;
import org.thalweg.storage.Sha256;

/** What a right file means, and how values are replaced from the command line. */
class ModelFileTest {
    @Test
    void everythingInTheFileIsInTheSetting() {
        ModelFile model = ModelText.sound(ModelText.SOUND);
        Setting setting = model.setting();
        assertEquals("sound", model.name());
        assertEquals("A model without mistakes.", model.setting().summary());
        assertEquals(Map.of("a", 0.5, "b", 1.0), model.parameters());
        assertEquals(1.5, setting.surface().geometry().shape().orElseThrow().flatnessAt(0.0));
        assertEquals(new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), setting.domain().along());
        assertEquals(Interval.LINE, setting.domain().interval(1));
        assertEquals(2.0, setting.noise().batchVariance().orElseThrow());
        assertEquals(4.0, setting.noise().anisotropy().orElseThrow());
        assertEquals(0.05, setting.sgd().learningRate());
        assertArrayEquals(new double[] {3.0, 0.0}, setting.start());
        assertEquals(1.35, setting.flatSet().orElseThrow().flatness());
        assertEquals(List.of(1.0, 2.0, 4.0), model.sweep().batchVariance().orElseThrow().values());
        assertEquals(6, model.sweep().learningRate().orElseThrow().values().size());
        assertTrue(model.sweep().anisotropy().isEmpty());
        assertEquals(64, model.sweep().particles().orElseThrow());
        assertEquals(ModelText.SOUND, model.text());
        // printf '%s' TEXT | sha256sum
        assertEquals("b776aa45", Sha256.of(model.text()).substring(0, 8));
    }

    @Test
    void partsThatMayBeLeftOut() {
        ModelFile model = ModelText.sound(ModelText.of("{kind: valley, flatness: 1}",
                "{kind: isotropic, batch-variance: 1}")
                .replace("{from: -pi, to: pi, boundary: reflecting}", "{boundary: open}"));
        assertEquals("", model.setting().summary());
        assertEquals(Interval.LINE, model.setting().domain().along());
        assertArrayEquals(new double[] {1.0, 0.0}, model.setting().start());
        assertTrue(model.setting().flatSet().isEmpty());
        assertTrue(model.sweep().learningRate().isEmpty());
    }

    /** A list of points: taken in turns, the start is their mean. */
    @Test
    void startsCanBeAListOfPoints() {
        Setting setting = ModelText.sound(ModelText.SOUND.replace(
                "start: {x: 3.0, y: 0.0}", "start: [{x: 2*a, y: 0.5}, {x: -1}]")).setting();
        assertEquals(new StartsInTurn(List.of(List.of(1.0, 0.5), List.of(-1.0, 0.0))),
                setting.startDistribution().orElseThrow());
        assertArrayEquals(new double[] {0.0, 0.25}, setting.start());
    }

    /** In distribution, where formulas of the parameters may stand; the start is the mean then. */
    @Test
    void aStartMayBeADistribution() {
        Setting setting = ModelText.sound(ModelText.SOUND.replace("{x: 3.0, y: 0.0}",
                "{x: \"uniform(-b, max)\", y: \"normal(0, a/5)\"}".replace("max", "cos(0)*2"))).setting();
        assertEquals(List.of(new StartLaw.Uniform(-1.0, 2.0), new StartLaw.Normal(0.0, 0.1)),
                setting.startDistribution().orElseThrow().parts().get(0).laws());
        assertArrayEquals(new double[] {0.5, 0.0}, setting.start());
        assertTrue(ModelText.sound(ModelText.SOUND).setting().startDistribution().isEmpty());
    }

    @Test
    void anisotropyBelowOneIsAllowed() {
        assertEquals(0.25, ModelText.sound(ModelText.SOUND.replace("anisotropy: 4", "anisotropy: 0.25"))
                .setting().noise().anisotropy().orElseThrow());
    }

    @Test
    void aFlatSetFarOutOnAnOpenDomainIsNotRefused() {
        String open = ModelText.SOUND
                .replace("{from: -pi, to: pi, boundary: periodic}", "{boundary: open}")
                .replace("1 + a*cos(x)", "sqrt(1 + x^2)").replace("{flatness: 1.35}", "{flatness: 100}");
        assertEquals(100.0, ModelText.sound(open).setting().flatSet().orElseThrow().flatness());
    }

    @Test
    void aValleyOfSeveralDirections() {
        Setting setting = ModelText.sound(ModelText.of("{kind: valley, flatness: [\"1 + x^2\", 2]}",
                "{kind: anisotropic, batch-variance: [2, 1], anisotropy: [4, 2]}")).setting();
        assertEquals(List.of("x", "y1", "y2"), setting.surface().coordinates());
        assertEquals(3, setting.start().length);
        assertEquals(3, setting.noise().dimension());
    }

    @Test
    void aKinkOfAProfileIsALandmark() {
        Setting setting = ModelText.sound(ModelText.of(
                "{kind: valley, flatness: \"1 + abs(x)\", floor: \"abs(x - 1)\"}",
                "{kind: isotropic, batch-variance: 1}")).setting();
        assertEquals(2, setting.surface().landmarks().kinks().size());
        assertEquals(1.0, setting.surface().landmarks().kinks().get(1), 1e-13);
    }

    @Test
    void assignmentsReplaceParametersAndPaths() throws ModelFileException {
        ModelFile model = ModelText.sound(ModelText.SOUND);
        ModelFile changed = model.with(Map.of("a", "0.6")).with(
                Map.of("noise.anisotropy", "3*a", "sweep.anisotropy", "1,2"));
        assertEquals(Map.of("a", 0.6, "b", 1.2), changed.parameters());
        assertEquals(3 * 0.6, changed.setting().noise().anisotropy().orElseThrow(), 1e-15);
        assertEquals(List.of(1.0, 2.0), changed.sweep().anisotropy().orElseThrow().values());
        assertEquals(3, changed.assignments().size());
        assertEquals(model.text(), changed.text());
        assertEquals(0.5, model.parameters().get("a"));
        assertEquals(0.1, model.with(Map.of("sgd.learning-rate", "0.1")).setting().sgd().learningRate());
        assertEquals(-1.0, model.with(Map.of("domain.x.from", "-1", "domain.x.to", "1",
                "domain.x.boundary", "reflecting",
                "start.x", "0.9")).setting().domain().along().from());
    }

    @Test
    void assignmentsMayAddWhatTheFileLeavesOut() throws ModelFileException {
        ModelFile plain = ModelText.sound(ModelText.of("{kind: valley, flatness: \"2 + x^2\"}",
                "{kind: isotropic, batch-variance: 1}"));
        ModelFile changed = plain.with(
                Map.of("converged.flatness", "2.5", "loss.floor", "x^2", "domain.y.boundary", "open"));
        assertEquals(2.5, changed.setting().flatSet().orElseThrow().flatness());
        assertEquals(4.0, changed.setting().surface().value(new double[] {2.0, 0.0}));
        assertEquals(4.0, plain.with(Map.of("noise.kind", "anisotropic", "noise.anisotropy", "4"))
                .setting().noise().anisotropy().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "c                 | 1      | no 'c'                     | name a parameter (a, b)",
        "anisotropy        | 1      | no 'anisotropy'            | 'noise.anisotropy'",
        "sgd.learnin-rate  | 1      | no 'sgd.learnin-rate'      | 'sgd.learning-rate'",
        "sgd               | 1      | no 'sgd'                   | path such as",
        "a                 | -1-    | at column 4 of the value   | complete it",
        "a                 | 1      | flatness F = 0             | positive",
        "noise.anisotropy  | 0      | 'anisotropy' = 0.0         | > 0",
        "noise.batch-variance | [1, -1] | = -1.0 is not positive | > 0",
    })
    void wrongAssignmentsAreNamed(String key, String value, String what, String remedy) {
        ModelFileException e = assertThrows(ModelFileException.class,
                () -> ModelText.sound(ModelText.SOUND).with(Map.of(key, value)));
        assertTrue(e.problems().get(0).what().contains(what), e.getMessage());
        assertTrue(e.problems().get(0).remedy().contains(remedy), e.getMessage());
    }
}
