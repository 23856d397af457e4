package org.thalweg.sweep;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.thalweg.measure.Progress;
import org.thalweg.results.Effort;
import org.thalweg.sweep.forecast.Clocks;
import org.thalweg.sweep.forecast.Forecast;
import org.thalweg.sweep.forecast.Order;
import org.thalweg.sweep.forecast.Yardstick;
import org.thalweg.work.StandingCrew;

/**
 * The threads of this process. A cell is the work of one, until no cell is left to begin with: then those that are idle
 * take blocks of particles, repeats and densities of those that are under way.
 *
 * @param threads how many
 */
public record LocalEngine(int threads) implements Engine {
    /**
     * Cells up to which the longest begin first. Of more than that none is long against the whole; they begin in the
     * order of the grid, so that few wait for those before them, and how much work they are is asked of some only.
     */
    private static final int FEW = 1000;

    /** So many are asked of many cells. */
    private static final int SAMPLE = 100;

    private static final String THREAD = "sweep";

    private static final String HERE = "this machine";

    @Override
    public void run(List<Integer> cells, Task task, Progress progress, Sink sink) {
        Forecast forecast = new Forecast(progress, Clocks.HERE, threads, Yardstick.slowness());
        try (StandingCrew crew = new StandingCrew(threads, THREAD)) {
            forecast.expect(Map.of(Effort.CELL, (double) cells.size()));
            Planned planned = cells.size() <= FEW ? ordered(cells, task, crew, forecast)
                    : new Planned(cells, i -> Double.POSITIVE_INFINITY);
            if (cells.size() > FEW) {
                sample(cells, task, crew, forecast);
            }
            crew.all(cells.size(), planned.seconds(), () -> i -> {
                int cell = planned.order().get(i);
                run(cell, task, crew, forecast).accept(sink);
            });
        }
    }

    /** Cells in the order in which they begin, and about how long each of these takes. */
    private record Planned(List<Integer> order, IntToDoubleFunction seconds) {}

    /** A cell, and what is to be told of it: what fails while it is told, such as a full disk, is no failure of it. */
    private static Consumer<Sink> run(int cell, Task task, StandingCrew crew, Forecast forecast) {
        try {
            AtomicReference<StoredCell> line = new AtomicReference<>();
            forecast.time(Effort.CELL, 1.0, () -> line.set(StoredCell.of(cell, task.run(cell, crew, forecast))));
            return sink -> sink.finished(cell, line.get());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            FailedCell failed = FailedCell.of(cell, HERE, e);
            return sink -> sink.failed(failed);
        }
    }

    /**
     * In which order cells are begun on other machines: as here.
     *
     * @param threads of this process, which find out how long cells are
     */
    public static List<Integer> order(List<Integer> cells, Task task, int threads) {
        if (cells.size() > FEW) {
            return cells;
        }
        try (StandingCrew crew = new StandingCrew(threads, THREAD)) {
            return ordered(cells, task, crew, new Forecast(Progress.NONE, Clocks.HERE, threads, 1.0)).order();
        }
    }

    private static Planned ordered(List<Integer> cells, Task task, StandingCrew crew, Forecast forecast) {
        Effort[] efforts = new Effort[cells.size()];
        crew.all(efforts.length, () -> i -> efforts[i] = effort(cells.get(i), task));
        for (Effort effort : efforts) {
            forecast.expect(effort.amounts());
        }
        List<Integer> order =
                Order.of(IntStream.range(0, efforts.length).boxed().toList(), i -> efforts[i].guess());
        return new Planned(order.stream().map(cells::get).toList(), i -> efforts[order.get(i)].guess());
    }

    private static void sample(List<Integer> cells, Task task, StandingCrew crew, Forecast forecast) {
        double each = (double) cells.size() / SAMPLE;
        crew.all(SAMPLE, () -> i -> forecast.expect(
                effort(cells.get((int) (each * (i + 0.5))), task).times(each).amounts()));
    }

    /** None, of a cell that fails before it begins: it is recorded when its turn comes. */
    private static Effort effort(int cell, Task task) {
        try {
            return task.effort(cell);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            return Effort.none();
        }
    }
}
