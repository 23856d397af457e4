package org.thalweg.measure;

import org.thalweg.quantity.Quantity;

/** One coordinate of the state. */
record Coordinate(Quantity quantity, int index) implements Diagnostic {
    @Override
    public Dependence dependence() {
        return index == 0 ? Dependence.ALONG : Dependence.ANY;
    }

    @Override
    public double at(double[] theta) {
        return theta[index];
    }

    @Override
    public DiagnosticKernel bind(int capacity) {
        return (theta, count) -> theta[index];
    }
}
