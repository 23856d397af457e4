package org.thalweg.sweep.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.thalweg.measure.Progress;

/**
 * A sweep as it was recorded ({@code bench/busy}): what a forecast was told, by which thread and when, on the clocks of
 * that time. It can be told again to another forecast, which sees neither more nor less than the first.
 */
final class Recording {
    /** An event: seconds by the clock, of the thread's processor time and of the process's. */
    private record Event(String what, String thread, double wall, double cpu, String kind, double number,
            double process) {}

    /** What was foretold at a time, and what was left then; seconds. */
    record Foretold(double share, double processor, double leftProcessor, double wall, double leftWall) {
        double ofProcessor() {
            return processor / leftProcessor - 1.0;
        }

        double ofWall() {
            return wall / leftWall - 1.0;
        }
    }

    private final List<Event> events;

    private Recording(List<Event> events) {
        this.events = events;
    }

    /** A recording among the resources of these tests. */
    static Recording of(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(
                Recording.class.getResourceAsStream(name + ".csv.gz")), StandardCharsets.UTF_8))) {
            return told(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the lines of {@code target/busy-told.csv}. */
    static Recording told(Stream<String> lines) {
        return new Recording(lines.filter(line -> !line.startsWith("#")).map(Recording::event).toList());
    }

    private static Event event(String line) {
        String[] f = line.split(",");
        return new Event(f[0], f[1], 1e-3 * Long.parseLong(f[2]), 1e-3 * Long.parseLong(f[3]), f[4],
                Double.parseDouble(f[5]), 1e-3 * Long.parseLong(f[6]));
    }

    /** The same on a machine that is so many times as slow, and has so many processors for this sweep alone. */
    Recording alone(double slower, int processors) {
        return new Recording(events.stream().map(e -> new Event(e.what(), e.thread(), slower * e.process() / processors,
                slower * e.cpu(), e.kind(), e.number(), slower * e.process())).toList());
    }

    /** Processor seconds of all work. */
    double seconds() {
        Map<String, Double> told = new HashMap<>();
        double sum = 0.0;
        for (Event event : events) {
            sum += took(event, told);
        }
        return sum;
    }

    /** Processor seconds since a thread was heard of last, while it was at a block. */
    private static double took(Event event, Map<String, Double> told) {
        Double before = event.what().equals("expect") ? null : told.put(event.thread(), event.cpu());
        double depth = told.merge("depth " + event.thread(), event.what().equals("begin") ? 1.0
                : event.what().equals("end") ? -1.0 : 0.0, Double::sum);
        boolean inside = depth > (event.what().equals("begin") ? 1.0 : 0.0) || event.what().equals("end");
        return before != null && inside && !event.what().equals("expect") ? event.cpu() - before : 0.0;
    }

    /**
     * Tells it again.
     *
     * @param threads that worked
     * @param slowness of the machine, as the forecast is told
     * @return what was foretold when each of these shares of the processor time was over
     */
    List<Foretold> again(int threads, double slowness, double... shares) {
        double all = seconds();
        double end = events.get(events.size() - 1).wall();
        double[] now = new double[3];
        double[] last = new double[2];
        Forecast forecast = new Forecast(new Progress() {
            @Override
            public void done(double share) {
                throw new AssertionError("told without the time that is left");
            }

            @Override
            public void done(double share, double left) {
                last[0] = share;
                last[1] = left;
            }
        }, new Clocks(() -> (long) (1e9 * now[0]), () -> (long) (1e9 * now[1]), () -> (long) (1e9 * now[2])),
                threads, slowness);
        List<Foretold> foretold = new ArrayList<>();
        Map<String, Double> told = new HashMap<>();
        double done = 0.0;
        for (Event event : events) {
            done += took(event, told);
            now[0] = event.cpu();
            now[1] = event.process();
            now[2] = event.wall();
            switch (event.what()) {
                case "expect" -> forecast.expect(Map.of(event.kind(), event.number()));
                case "begin" -> forecast.begin(event.thread(), event.kind(), event.number());
                case "reached" -> forecast.reached(event.thread(), event.number());
                case "end" -> {
                    forecast.reached(event.thread(), 1.0);
                    forecast.end(event.thread());
                }
                default -> throw new IllegalStateException(event.what());
            }
            if (foretold.size() < shares.length && done >= shares[foretold.size()] * all && last[0] > 0.0) {
                foretold.add(new Foretold(last[0], done * (1.0 - last[0]) / last[0], all - done, last[1],
                        end - event.wall()));
            }
        }
        return foretold;
    }
}
