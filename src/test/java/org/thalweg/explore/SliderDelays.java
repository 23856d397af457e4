package org.thalweg.explore;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.thalweg.browser.BrowserPage;
import org.thalweg.browser.Chromium;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.web.PageServer;

/**
 * How long after an event of a slider the new density is on the page (bench/explorer): twenty key strokes a second on the
 * slider of the learning rate, and as many one after the other; particles pause. The first rounds warm up. Processor
 * seconds are those of the engine and of all processes of the browser.
 */
public final class SliderDelays {
    private static final int EVENTS = 60;

    private SliderDelays() {}

    /** Arguments: a shipped model, the number of rounds. */
    public static void main(String[] args) throws ModelFileException, InterruptedException {
        ModelFile model = ModelFile.read(Path.of("models", args[0] + ".yaml"));
        try (PageServer server = ModelExplorer.serve(model, args[0], Seed.DEFAULT, Throwable::printStackTrace);
                Chromium chromium = Chromium.start(); BrowserPage page = chromium.page().open(server.address())) {
            page.await("window.explorer?.drawn && explorer.times").click("#play").focus("#knob-sgd-learning-rate");
            for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
                for (boolean paced : new boolean[] {true, false}) {
                    System.out.println(round(page, round, paced));
                }
            }
        }
        System.exit(0);
    }

    private static String round(BrowserPage page, int round, boolean paced) throws InterruptedException {
        page.value("explorer.delays.length = 0");
        double engine = seconds(ProcessHandle.current());
        double browser = browser();
        long next = System.nanoTime();
        for (int k = 0; k < EVENTS; k++) {
            page.press(k % 8 < 4 ? "ArrowRight" : "ArrowLeft");
            if (paced) {
                next += 50_000_000L;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000L));
            } else {
                page.await("explorer.delays.length > " + k);
            }
        }
        page.await("explorer.delays.length >= " + EVENTS);
        double[] delays = StreamSupport.stream(page.value("explorer.delays").getAsJsonArray().spliterator(), false)
                .mapToDouble(v -> v.getAsDouble()).sorted().toArray();
        return String.format(Locale.ROOT, "%d,%s,%.0f,%.0f,%.0f,%.0f,%.1f,%.1f", round,
                paced ? "20 a second" : "one after the other", delays[EVENTS / 20], delays[EVENTS / 2],
                delays[EVENTS - 1 - EVENTS / 20], Arrays.stream(delays).max().orElseThrow(),
                1e3 * (seconds(ProcessHandle.current()) - engine) / EVENTS, 1e3 * (browser() - browser) / EVENTS);
    }

    private static double browser() {
        return ProcessHandle.current().descendants().mapToDouble(SliderDelays::seconds).sum();
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0);
    }
}
