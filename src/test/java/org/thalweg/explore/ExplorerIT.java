package org.thalweg.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thalweg.browser.Accessibility;
import org.thalweg.browser.BrowserPage;
import org.thalweg.browser.Chromium;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.web.PageServer;

/** The page of a model in a browser, used with a real mouse and a real keyboard. */
class ExplorerIT {
    private static final List<Throwable> FAULTS = new ArrayList<>();
    private static final String RATE = "#knob-sgd-learning-rate";

    private static Chromium chromium;
    private static PageServer server;
    private static ModelFile ring;
    private BrowserPage page;

    @BeforeAll
    static void start() throws ModelFileException {
        chromium = Chromium.start();
        ring = ModelFile.read(Path.of("models/degenerate-valley.yaml"));
        server = ModelExplorer.serve(ring, "degenerate-valley", Seed.DEFAULT, FAULTS::add);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
        assertEquals(List.of(), FAULTS);
    }

    @BeforeEach
    void open() {
        page = chromium.page().open(server.address()).await("window.explorer?.drawn && explorer.times");
    }

    /** Whatever a test did: nothing was asked of another machine, and the page complained of nothing. */
    @AfterEach
    void nothingLeavesTheMachine() {
        assertEquals(List.of(), page.requests().stream()
                .filter(a -> !a.startsWith(server.address()) && !a.startsWith("data:")).toList());
        assertEquals(List.of(), page.complaints());
        page.close();
    }

    private double[] numbers(String expression) {
        JsonArray all = page.value("Array.from(" + expression + ")").getAsJsonArray();
        return StreamSupport.stream(all.spliterator(), false).mapToDouble(v -> v.getAsDouble()).toArray();
    }

    /** Waits until the density of all sliders where they are now is drawn. */
    private Map<String, String> settled(String path) {
        page.await("explorer.drawn && explorer.drawn.values['" + path + "'] === String(document.querySelector('#knob-"
                + path.replace('.', '-') + "-exact').value)");
        return Map.of(path, page.text("explorer.drawn.values['" + path + "']"));
    }

    private void assertDrawn(Map<String, String> values) throws ModelFileException {
        DensitySolution law = StationaryDensity.solve(ring.with(values).setting().effective(), DensityMethod.AUTO,
                Resolution.DEFAULT);
        Density density = law.density().orElseThrow();
        double largest = Arrays.stream(density.values()).flatMapToDouble(Arrays::stream).max().orElseThrow();
        double[] flat = Arrays.stream(density.values()).flatMapToDouble(Arrays::stream).toArray();
        assertArrayEquals(flat, numbers("explorer.drawn.density"), 1e-6 * largest);
        assertArrayEquals(density.y(), numbers("explorer.drawn.y"), 1e-6);
        assertArrayEquals(law.marginalOn(law.range(), 192).density(), numbers("explorer.drawn.marginal"), 1e-6);
    }

    @Test
    void aSliderMovedByKeysDrawsTheEnginesOwnNumbers() throws ModelFileException {
        page.focus(RATE).press("ArrowRight").press("PageUp").press("ArrowRight");
        Map<String, String> values = settled("sgd.learning-rate");
        assertTrue(Double.parseDouble(values.get("sgd.learning-rate")) > 0.051, values.toString());
        assertDrawn(values);
    }

    @Test
    void aSliderDraggedByTheMouseDrawsThemToo() throws ModelFileException {
        JsonArray box = page.value("(b => [b.x, b.y, b.width, b.height])(document.querySelector("
                + "'#knob-noise-anisotropy').getBoundingClientRect())").getAsJsonArray();
        double middle = box.get(0).getAsDouble() + box.get(2).getAsDouble() / 2.0;
        page.drag(middle, box.get(1).getAsDouble() + box.get(3).getAsDouble() / 2.0, middle + 40.0, 6);
        Map<String, String> values = settled("noise.anisotropy");
        assertTrue(Double.parseDouble(values.get("noise.anisotropy")) > 5.0, values.toString());
        assertDrawn(values);
    }

    /** What the mouse reads on the map is the density there, and its colour is that of its size. */
    @Test
    void whatIsPaintedIsTheDensity() {
        page.click("#show-theory").click("#show-sgd");
        JsonArray box = page.value("(b => [b.x, b.y, b.width, b.height])(document.querySelector("
                + "'#map .u-over').getBoundingClientRect())").getAsJsonArray();
        double x = box.get(0).getAsDouble() + 0.5 * box.get(2).getAsDouble();
        double y = box.get(1).getAsDouble() + 0.5 * box.get(3).getAsDouble();
        page.pointAt(x, y);
        double largest = Arrays.stream(numbers("explorer.drawn.density")).max().orElseThrow();
        assertEquals(largest, page.number("Number(document.querySelector('#readout').dataset.p)"), 0.01 * largest);
        // The ends of viridis: yellow where P is largest, violet where there is nothing.
        assertPixel(0.5, 0.5, 253, 231, 37);
        assertPixel(0.5, 0.02, 68, 1, 84);
    }

    private void assertPixel(double right, double down, int red, int green, int blue) {
        double[] pixel = numbers("(c => { const o = document.querySelector('#map .u-over'); const d = devicePixelRatio;"
                + " return c.getContext('2d').getImageData(Math.round(d * (o.offsetLeft + o.clientWidth * " + right
                + ")), Math.round(d * (o.offsetTop + o.clientHeight * " + down + ")), 1, 1).data; })"
                + "(document.querySelector('#map canvas:not(.particles)'))");
        assertArrayEquals(new double[] {red, green, blue}, Arrays.copyOf(pixel, 3), 12.0);
    }

    /**
     * Twenty events a second for two seconds: each is followed, the last one is what is drawn in the end, and no
     * question is asked that a later one has overtaken. How late the drawings were is printed, and not judged: it is
     * the machine's (bench/explorer.csv).
     */
    @Test
    void twentyEventsASecondAreFollowed() throws InterruptedException {
        page.focus(RATE).press("ArrowRight");
        settled("sgd.learning-rate");
        page.value("explorer.delays.length = 0");
        int before = page.requests().size();
        long next = System.nanoTime();
        for (int k = 0; k < 40; k++) {
            page.press(k % 8 < 6 ? "ArrowRight" : "ArrowLeft");
            next += 50_000_000L;
            Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000L));
        }
        settled("sgd.learning-rate");
        page.await("explorer.delays.length >= 40");
        double[] delays = numbers("explorer.delays");
        assertEquals(40, delays.length);
        Arrays.sort(delays);
        long asked = page.requests().subList(before, page.requests().size()).stream()
                .filter(a -> a.endsWith("/density")).count();
        assertTrue(asked <= 40, "asked " + asked + " times");
        System.out.printf("%d questions for 40 events of a slider; drawn after %.0f ms (median), %.0f (of 95 %%), %.0f"
                + " (all)%n", asked, delays[20], delays[37], delays[39]);
    }

    @Test
    void eachWitnessCanBeSwitchedOff() {
        page.await("explorer.particles.looks.sgd");
        page.await(inked("#map .particles"));
        page.click("#show-sgd").await("!" + inked("#map .particles"));
        page.focus("#show-sde").press(" ").await("explorer.particles.looks.sde");
        page.await(inked("#map .particles"));
        for (String witness : List.of("density", "theory")) {
            String drawn = page.text("document.querySelector('#marginal canvas').toDataURL()");
            page.click("#show-" + witness);
            assertTrue(!drawn.equals(page.text("document.querySelector('#marginal canvas').toDataURL()")), witness);
        }
        assertPixel(0.5, 0.5, 36, 18, 58);
    }

    /** Whether anything is drawn, which it is with the next frame of the screen. */
    private static String inked(String canvas) {
        return "(c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0))"
                + "(document.querySelector('" + canvas + "'))";
    }

    @Test
    void particlesWalkPauseAndBeginAnew() {
        page.await("explorer.particles.looks.sgd?.time > 0.5");
        page.click("#play");
        page.value("new Promise(done => setTimeout(done, 200))");
        double time = page.number("explorer.particles.looks.sgd.time");
        page.value("new Promise(done => setTimeout(done, 200))");
        assertEquals(time, page.number("explorer.particles.looks.sgd.time"));
        page.click("#restart").await("explorer.particles.looks.sgd.time === 0");
        assertEquals(3.0, numbers("explorer.particles.looks.sgd.places")[0]);
    }

    @Test
    void theButtonShowsWhatRepeatsTheScreen() throws ModelFileException {
        page.focus("#knob-a").press("ArrowRight").press("ArrowRight");
        Map<String, String> values = settled("a");
        page.click("#repeat").await("document.querySelector('dialog').open");
        ModelFile again = ModelFile.recorded(Path.of("again.yaml"),
                page.text("document.querySelector('#yaml').textContent"), Map.of());
        assertEquals(ring.with(values).setting(), again.setting());
        assertTrue(page.text("document.querySelector('#commands').textContent")
                .contains("thalweg density degenerate-valley --grid 192,64 --set a=" + values.get("a")));
        assertEquals(List.of(), Accessibility.violations(page));
        page.press("Escape").await("!document.querySelector('dialog').open");
    }

    @Test
    void aRefusalIsItsLine() {
        page.value("(e => { e.value = '1.5'; e.dispatchEvent(new Event('change')); })"
                + "(document.querySelector('#knob-a-exact'))");
        page.await("!document.querySelector('#refusal').hidden");
        ModelFileException refused = org.junit.jupiter.api.Assertions.assertThrows(ModelFileException.class,
                () -> ring.with(Map.of("a", "1.5")));
        assertTrue(page.text("document.querySelector('#refusal').textContent")
                .contains(refused.problems().get(0).toString()));
        page.click("#reset").await("document.querySelector('#refusal').hidden");
    }

    @Test
    void everythingIsReachedByTheKeyboardAndSeenToBe() {
        Set<String> reached = new LinkedHashSet<>();
        for (int k = 0; k < 40; k++) {
            page.press("Tab");
            reached.add(page.text("document.activeElement.id || document.activeElement.tagName"));
            assertTrue(page.text("getComputedStyle(document.activeElement).outlineStyle").equals("solid")
                    || page.text("document.activeElement.tagName").equals("BODY"), reached.toString());
        }
        assertTrue(reached.containsAll(List.of("repeat", "reset", "knob-sgd-learning-rate",
                "knob-sgd-learning-rate-exact", "knob-noise-batch-variance", "knob-noise-anisotropy", "knob-a",
                "show-sgd", "show-sde", "show-density", "show-theory", "play", "restart", "pace")), reached.toString());
    }

    @Test
    void bothColourSchemesAndBothWidthsAreAccessible() {
        for (String scheme : List.of("light", "dark")) {
            for (int width : new int[] {1280, 390}) {
                page.size(width, 844).colours(scheme);
                assertEquals(List.of(), Accessibility.violations(page), scheme + " " + width);
                page.await("document.documentElement.scrollWidth <= " + width);
            }
        }
    }

    /** A page of another origin in the same browser cannot ask, even with the whole address. */
    @Test
    void aPageOfAnotherOriginIsRefused() {
        try (PageServer other = PageServer.start(PageFiles.of("model.html", "model.js"), Map.of(), FAULTS::add);
                BrowserPage foreign = chromium.page().open(other.address())) {
            assertEquals("refused", foreign.text("fetch('" + server.address() + "model', {method: 'POST', headers: "
                    + "{'Content-Type': 'application/json'}, body: '{}'}).then(r => 'answered', e => 'refused')"));
        }
    }
}
