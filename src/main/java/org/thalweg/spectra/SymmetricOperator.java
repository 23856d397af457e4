package org.thalweg.spectra;

/** A symmetric matrix that is known by its products. They use scratch memory: an operator belongs to one thread. */
public interface SymmetricOperator {
    /** Rows, which are as many as columns. */
    int dimension();

    /**
     * The matrix times a vector.
     *
     * @param v not modified
     * @param product modified; not {@code v}
     */
    void apply(double[] v, double[] product);
}
