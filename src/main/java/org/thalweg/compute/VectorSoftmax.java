package org.thalweg.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What {@link VectorMath} does down as many columns at once as a vector holds, for shares of exponentials. */
final class VectorSoftmax {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private VectorSoftmax() {}

    static void lessLargest(double[] z, int rows, int columns, int j, double[] p, double[] most) {
        DoubleVector m = DoubleVector.fromArray(DOUBLES, z, j);
        for (int k = 1, at = j + columns; k < rows; k++) {
            m = m.max(DoubleVector.fromArray(DOUBLES, z, at));
            at += columns;
        }
        m.intoArray(most, j);
        for (int k = 0, at = j; k < rows; k++) {
            DoubleVector.fromArray(DOUBLES, z, at).sub(m).intoArray(p, at);
            at += columns;
        }
    }

    static void shares(double[] p, int rows, int columns, int j, double[] sums) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        for (int k = 0, at = j; k < rows; k++) {
            sum = sum.add(DoubleVector.fromArray(DOUBLES, p, at));
            at += columns;
        }
        sum.intoArray(sums, j);
        DoubleVector share = VectorElementary.broadcast(1.0).div(sum);
        for (int k = 0, at = j; k < rows; k++) {
            DoubleVector.fromArray(DOUBLES, p, at).mul(share).intoArray(p, at);
            at += columns;
        }
    }

    static void tangent(double[] p, int rows, int columns, int j, double[] x) {
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        for (int k = 0, at = j; k < rows; k++) {
            sum = sum.add(DoubleVector.fromArray(DOUBLES, p, at).mul(DoubleVector.fromArray(DOUBLES, x, at)));
            at += columns;
        }
        for (int k = 0, at = j; k < rows; k++) {
            DoubleVector.fromArray(DOUBLES, p, at).mul(DoubleVector.fromArray(DOUBLES, x, at).sub(sum))
                    .intoArray(x, at);
            at += columns;
        }
    }
}
