package org.thalweg.spectra;

import org.thalweg.network.ParameterGroup;

/** A diagonal block of a matrix, such as that of one layer: rows and columns {@code from} to {@code end}. */
public final class Restriction implements SymmetricOperator {
    private final SymmetricOperator whole;
    private final int from;
    private final int size;
    private final double[] padded;
    private final double[] product;

    private Restriction(SymmetricOperator whole, int from, int end) {
        this.whole = whole;
        this.from = from;
        size = end - from;
        padded = new double[whole.dimension()];
        product = new double[whole.dimension()];
    }

    /** The block of a group of parameters. */
    public static Restriction to(ParameterGroup group, SymmetricOperator whole) {
        return new Restriction(whole, group.from(), group.end());
    }

    @Override
    public int dimension() {
        return size;
    }

    @Override
    public void apply(double[] v, double[] result) {
        System.arraycopy(v, 0, padded, from, size);
        whole.apply(padded, product);
        System.arraycopy(product, from, result, 0, size);
    }
}
