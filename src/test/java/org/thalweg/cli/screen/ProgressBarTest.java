package org.thalweg.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter err = new StringWriter();
    private long now;

    private ProgressBar bar(ProgressBar.Style style) {
        return new ProgressBar("sweep", new PrintWriter(err), style, () -> now);
    }

    private void after(double seconds) {
        now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void aTerminalGetsABarThatVanishes() {
        ProgressBar bar = bar(ProgressBar.Style.BAR);
        after(30);
        bar.done(0.25);
        bar.close();
        String bar7of30 = "#".repeat(7) + " ".repeat(23);
        assertEquals("\r\u001b[Ksweep [" + bar7of30 + "]  25 %, 1:30 left\r\u001b[K", err.toString());
    }

    @Test
    void aLogGetsALineEveryFiveSeconds() {
        ProgressBar bar = bar(ProgressBar.Style.LINES);
        for (int i = 1; i <= 12; i++) {
            after(1);
            bar.done(i / 100.0);
        }
        bar.close();
        assertEquals(List.of("sweep   5 %, 1:35 left", "sweep  10 %, 1:30 left"), err.toString().lines().toList());
    }

    /** Who knows how long the rest takes is believed; who does not know yet says nothing. */
    @Test
    void theTimeThatIsLeftMayBeTold() {
        ProgressBar bar = bar(ProgressBar.Style.LINES);
        after(5);
        bar.done(0.05, Double.NaN);
        after(5);
        bar.done(0.1, 3723.4);
        assertEquals(List.of("sweep   5 %", "sweep  10 %, 1:02:03 left"), err.toString().lines().toList());
    }

    @Test
    void quietSaysNothing() {
        ProgressBar bar = bar(ProgressBar.Style.SILENT);
        after(1e6);
        bar.done(0.5);
        bar.close();
        assertEquals("", err.toString());
    }

    @Test
    void neverGoesBack() {
        ProgressBar bar = bar(ProgressBar.Style.LINES);
        bar.done(0.5);
        after(10);
        bar.done(0.4);
        assertEquals("sweep  50 %, 0:10 left", err.toString().strip());
    }

    @Test
    void longRunsAreToldInHours() {
        ProgressBar bar = bar(ProgressBar.Style.LINES);
        after(3600);
        bar.done(0.25);
        assertEquals("sweep  25 %, 3:00:00 left", err.toString().strip());
    }

    @Test
    void nothingDoneYetHasNoEnd() {
        ProgressBar bar = bar(ProgressBar.Style.LINES);
        after(6);
        bar.done(0.0);
        assertEquals("sweep   0 %", err.toString().strip());
    }
}
