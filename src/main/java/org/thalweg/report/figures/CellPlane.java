package org.thalweg.report.figures;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.sweep.CellResult;

/**
 * The cells of a sweep over learning rate and batch variance, at the first anisotropy.
 *
 * @param rates increasing
 * @param variances increasing
 * @param cells of the plane
 */
record CellPlane(double[] rates, double[] variances, List<CellResult> cells) {
    /** What a legend says of {@link #discs}. */
    static final String DISCS = "discs: reference values";

    /** The axis of learning rates. */
    static final Axis RATES = Axis.logarithmic("learning rate \u03b7");

    /** The plane; empty where the noise has no batch variance. */
    static Optional<CellPlane> of(Setting model, List<CellResult> cells) {
        if (model.noise().batchVariance().isEmpty() || cells.isEmpty()) {
            return Optional.empty();
        }
        double anisotropy = cells.get(0).setting().noise().anisotropy().orElse(0.0);
        // By their numbers: there may be more of them than memory holds.
        int[] numbers = IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).setting().noise().anisotropy().orElse(0.0) == anisotropy).toArray();
        List<CellResult> plane = numbers.length == cells.size() ? cells : new AbstractList<>() {
            @Override
            public CellResult get(int i) {
                return cells.get(numbers[i]);
            }

            @Override
            public int size() {
                return numbers.length;
            }
        };
        return Optional.of(new CellPlane(
                distinct(plane.stream().mapToDouble(c -> c.setting().sgd().learningRate()).toArray()),
                distinct(plane.stream().mapToDouble(CellPlane::variance).toArray()), plane));
    }

    /** A quantity by its place in the plane, {@code [rate][variance]}; NaN where the witness does not have it. */
    double[][] values(Witness witness, Quantity quantity) {
        double[][] values = new double[rates.length][variances.length];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        for (CellResult cell : cells) {
            int i = Arrays.binarySearch(rates, cell.setting().sgd().learningRate());
            int j = Arrays.binarySearch(variances, variance(cell));
            values[i][j] = cell.find(witness, quantity).map(Measurement::value).orElse(Double.NaN);
        }
        return values;
    }

    /** Values from outside of a quantity, where they belong. */
    List<CellMapLayer.Disc> discs(Quantity quantity) {
        return cells.stream().flatMap(cell -> cell.find(Witness.REFERENCE, quantity).stream()
                .map(m -> new CellMapLayer.Disc(cell.setting().sgd().learningRate(), variance(cell), m.value())))
                .toList();
    }

    /** On the vertical axis. */
    static double variance(CellResult cell) {
        return cell.setting().noise().batchVariance().orElseThrow();
    }

    private static double[] distinct(double[] values) {
        TreeSet<Double> sorted = new TreeSet<>();
        Arrays.stream(values).forEach(sorted::add);
        return sorted.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
