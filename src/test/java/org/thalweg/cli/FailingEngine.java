package org.thalweg.cli;

import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Progress;
import org.thalweg.results.Effort;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Engine;
import org.thalweg.sweep.LocalEngine;
import org.thalweg.sweep.SweepRequest;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/**
 * {@code --engine failing --master N}: one thread of this process, on which cell N fails by a fault that nobody foresaw.
 * A model on which the program did so would be a bug, and mended.
 */
public final class FailingEngine implements Engine.Provider {
    @Override
    public String name() {
        return "failing";
    }

    @Override
    public Engine engine(SweepRequest request, Optional<String> master) {
        int failing = Integer.parseInt(master.orElseThrow());
        return (cells, task, progress, sink) -> run(cells, new Faulty(task, failing), progress, sink);
    }

    private static void run(List<Integer> cells, Engine.Task task, Progress progress, Engine.Sink sink) {
        new LocalEngine(1).run(cells, task, progress, sink);
    }

    private record Faulty(Engine.Task task, int failing) implements Engine.Task {
        @Override
        public CellResult run(int cell, Crew crew, Meter meter) {
            if (cell == failing) {
                throw new ArithmeticException("a fault of the machine");
            }
            return task.run(cell, crew, meter);
        }

        @Override
        public Effort effort(int cell) {
            return task.effort(cell);
        }

        @Override
        public double falseAlarm() {
            return task.falseAlarm();
        }
    }
}
