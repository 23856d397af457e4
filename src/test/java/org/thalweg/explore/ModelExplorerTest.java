package org.thalweg.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.web.PageServer;

/** The questions of the page of a model, asked as the page asks them. */
class ModelExplorerTest {
    private final List<Throwable> faults = new ArrayList<>();

    private static ModelFile model(String name) throws ModelFileException {
        return ModelFile.read(Path.of("models", name + ".yaml"));
    }

    private static JsonObject ask(PageServer server, String what, String question) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(server.address() + what)).header("Content-Type",
                            "application/json").POST(HttpRequest.BodyPublishers.ofString(question)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            return JsonParser.parseString(answer.body()).getAsJsonObject();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void timesAndBoundsAreThoseOfTheEngine() throws ModelFileException {
        ModelFile ring = model("degenerate-valley");
        try (PageServer server = ModelExplorer.serve(ring, "degenerate-valley", Seed.DEFAULT, faults::add)) {
            JsonObject times = ask(server, "times", "{\"values\":{\"a\":\"0.4\"}}");
            PlainSetting setting = ring.with(Map.of("a", "0.4")).setting().effective();
            JsonObject convergence = times.getAsJsonObject("convergence");
            assertEquals(ConvergenceTime.of(setting).meanTime(),
                    convergence.getAsJsonObject("theory").get("value").getAsDouble());
            double density = convergence.getAsJsonObject("density").get("value").getAsDouble();
            assertEquals(FirstPassage.by(DensityMethod.AUTO, setting, new Screen(ring).resolution(), 1e-6).mean().value(),
                    density, 1e-9 * density);
            // eta lambda = 2 at F = 1 - a.
            assertEquals(2.0 * 0.36, times.getAsJsonArray("bounds").get(0).getAsJsonObject().get("learningRate")
                    .getAsDouble(), 1e-9);
        }
        assertEquals(List.of(), faults);
    }

    /** L_eff = L0 + Delta (1 - kappa) ln F + (kappa - 1) L0, up to a constant [YTT23]. */
    @Test
    void theEffectiveLossIsThePublishedOne() throws ModelFileException {
        PlainSetting setting = model("near-degenerate-valley").setting().effective();
        Screen screen = new Screen(model("near-degenerate-valley"));
        Map<String, Object> view = DensityView.of(screen);
        double[] x = PackedTest.unpacked((String) view.get("cells"));
        double[] loss = PackedTest.unpacked((String) view.get("loss"));
        double delta = EffectiveLoss.of(setting).temperature();
        int middle = x.length / 2;
        for (int i = 0; i < x.length; i++) {
            double published = published(x[i], delta) - published(x[middle], delta);
            assertEquals(published, loss[i] - loss[middle], 1e-12, "x = " + x[i]);
        }
    }

    private static double published(double x, double delta) {
        double logF = Math.log(0.5 * Math.sqrt(1.0 + x * x));
        double floor = 0.01 * x * x;
        return floor + delta * (1.0 - 4.0) * logF + (4.0 - 1.0) * floor;
    }

    @Test
    void whatTheEngineRefusesIsALineOfTheAnswer() throws ModelFileException {
        try (PageServer server = ModelExplorer.serve(model("degenerate-valley"), "m", Seed.DEFAULT, faults::add)) {
            String line = ask(server, "density", "{\"values\":{\"a\":\"1.5\"}}").get("refusal").getAsString();
            ModelFileException refused = assertThrows(ModelFileException.class,
                    () -> model("degenerate-valley").with(Map.of("a", "1.5")));
            assertEquals(refused.problems().get(0).toString(), line);
            assertTrue(ask(server, "density", "{\"values\":{\"nothing\":\"1\"}}").has("refusal"));
            assertTrue(ask(server, "sgd", "{\"values\":{\"sgd.learning-rate\":\"-1\"},\"time\":1}").has("refusal"));
            assertTrue(ask(server, "density", "[").get("refusal").getAsString().contains("not understood"));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void aNetworkIsExploredOnceItIsTrained() {
        Refusal refusal = assertThrows(Refusal.class, () ->
                ModelExplorer.serve(model("two-weights"), "two-weights", Seed.DEFAULT, faults::add));
        assertTrue(refusal.getMessage().contains("thalweg train two-weights"), refusal.getMessage());
    }

    /** The three numbers of every sweep come first, and each slider goes as far as the model lets it. */
    @ParameterizedTest
    @ValueSource(strings = {"degenerate-valley", "near-degenerate-valley", "momentum-valley", "asymmetric-valley",
        "label-noise-valley", "two-sharp-directions"})
    void slidersGoWhereTheModelGoes(String name) throws ModelFileException {
        ModelFile model = model(name);
        List<Knob> knobs = Knob.of(model);
        assertEquals("sgd.learning-rate", knobs.get(0).path());
        for (Knob knob : knobs) {
            assertTrue(knob.least() <= knob.value() && knob.value() <= knob.most(), knob.toString());
            for (double end : new double[] {knob.least(), knob.most()}) {
                assertEquals(model.name(), model.with(Map.of(knob.path(), Double.toString(end))).name());
            }
        }
        assertFalse(knobs.stream().anyMatch(knob -> knob.path().equals("loss.floor")));
    }

    @Test
    void whatRepeatsTheScreenIsTheScreen() throws ModelFileException {
        ModelFile ring = model("degenerate-valley");
        ModelFile begun = ring.with(Map.of("a", "0.4"));
        try (PageServer server = ModelExplorer.serve(begun, "degenerate-valley", new Seed(7), faults::add)) {
            JsonObject answer = ask(server, "repeat", "{\"values\":{\"sgd.learning-rate\":\"0.0625\"}}");
            ModelFile again = ModelFile.recorded(Path.of("x.yaml"), answer.get("yaml").getAsString(), Map.of());
            ModelFile wanted = ring.with(Map.of("a", "0.4", "sgd.learning-rate", "0.0625"));
            assertEquals(wanted.setting(), again.setting());
            assertEquals("thalweg density degenerate-valley --grid 192,64 --set a=0.4 --set sgd.learning-rate=0.0625",
                    answer.getAsJsonArray("commands").get(0).getAsString());
            assertEquals("thalweg simulate degenerate-valley --dynamics sgd --seed 7 --set a=0.4"
                    + " --set sgd.learning-rate=0.0625", answer.getAsJsonArray("commands").get(1).getAsString());
        }
        Refusal refusal = assertThrows(Refusal.class, () -> ModelExplorer.serve(
                ring.with(Map.of("sgd.momentum", "0.5")), "degenerate-valley", Seed.DEFAULT, faults::add));
        assertTrue(refusal.getMessage().contains("sgd.momentum"), refusal.getMessage());
    }
}
