package org.thalweg.spark;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.thalweg.report.ProductVersion;
import org.thalweg.sweep.FailedCell;
import org.thalweg.sweep.PlannedSweep;
import org.thalweg.sweep.SweepRequest;

/**
 * What an executor does with the cells of a task: each becomes the line of a journal, or says why it failed. Depends
 * on nothing but what it holds.
 *
 * @param request {@link SweepRequest#json}
 * @param falseAlarm rate of each row
 */
record CellLines(String request, double falseAlarm) implements FlatMapFunction<Iterator<Integer>, CellLines.Line> {
    /**
     * What became of a cell.
     *
     * @param json a line of a journal; null where the cell failed
     * @param where it failed
     * @param why it failed; null where it did not
     * @param refused {@link FailedCell#refused}
     */
    record Line(int cell, String json, String where, String why, boolean refused) implements java.io.Serializable {
        private static Line of(FailedCell failed) {
            return new Line(failed.cell(), null, failed.where(), failed.why(), failed.refused());
        }

        FailedCell failure() {
            return new FailedCell(cell, where, why, refused);
        }
    }

    @Override
    public Iterator<Line> call(Iterator<Integer> cells) {
        List<Line> lines = new ArrayList<>();
        PlannedSweep sweep = null;
        while (cells.hasNext()) {
            int cell = cells.next();
            try {
                sweep = sweep != null ? sweep
                        : PlannedSweep.elsewhere(SweepRequest.parse(request), ProductVersion.current());
                PlannedSweep planned = sweep;
                String line = ExecutorCrew.run(crew -> planned.line(cell, falseAlarm, crew));
                lines.add(new Line(cell, line, "", null, false));
            } catch (RuntimeException e) {
                if (TaskContext.get().isInterrupted()) {
                    throw e;
                }
                lines.add(Line.of(FailedCell.of(cell, host(), e)));
            }
        }
        return lines.iterator();
    }

    private static String host() {
        try {
            return "executor " + SparkEnv.get().executorId() + " of " + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "executor " + SparkEnv.get().executorId();
        }
    }
}
