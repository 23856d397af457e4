package org.thalweg.sweep.comparison;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.sweep.CellResult;

/**
 * By how much the mean first-passage time changes from one cell to its neighbour, particle by particle: pairs of
 * particles with the same random numbers are the units, and pairs are independent of each other.
 *
 * @param from the cell with the smaller parameter
 * @param to its neighbour: one of learning rate, batch variance and anisotropy is the next larger one of the sweep
 * @param paired the mean difference over the pairs, with the error of their scatter
 * @param unpaired the standard error that independent random numbers would have given
 */
public record Difference(Setting from, Setting to, Witness witness, Measurement paired, double unpaired) {
    /** The differences of all neighbours in which every particle arrived. */
    public static List<Difference> between(List<CellResult> cells) {
        List<Difference> all = new ArrayList<>();
        for (CellResult from : cells) {
            for (int axis = 0; axis < place(from).length; axis++) {
                CellResult to = neighbour(from, axis, cells);
                if (to != null) {
                    from.passageTimes().forEach((witness, times) -> {
                        double[] others = to.passageTimes().get(witness);
                        if (others != null) {
                            all.add(of(from, to, witness, times, others));
                        }
                    });
                }
            }
        }
        return all;
    }

    private static Difference of(CellResult from, CellResult to, Witness witness, double[] times, double[] others) {
        StreamingStatistics before = new StreamingStatistics();
        StreamingStatistics after = new StreamingStatistics();
        StreamingStatistics change = new StreamingStatistics();
        for (int i = 0; i < times.length; i++) {
            before.addValue(times[i]);
            after.addValue(others[i]);
            change.addValue(others[i] - times[i]);
        }
        return new Difference(from.setting(), to.setting(), witness, Measurement.mean(change),
                Math.hypot(Measurement.mean(before).standardError(), Measurement.mean(after).standardError()));
    }

    /** The nearest cell that differs in one parameter only, upwards; null where there is none. */
    private static CellResult neighbour(CellResult from, int axis, List<CellResult> cells) {
        double[] here = place(from);
        CellResult nearest = null;
        for (CellResult cell : cells) {
            double[] there = place(cell);
            boolean along = there[axis] > here[axis];
            for (int i = 0; i < here.length; i++) {
                along &= i == axis || there[i] == here[i];
            }
            if (along && (nearest == null || there[axis] < place(nearest)[axis])) {
                nearest = cell;
            }
        }
        return nearest;
    }

    private static double[] place(CellResult cell) {
        return new double[] {cell.setting().sgd().learningRate(), cell.setting().noise().batchVariance().orElse(0.0),
            cell.setting().noise().anisotropy().orElse(0.0)};
    }
}
