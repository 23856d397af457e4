package org.thalweg.measure;

/** One coordinate of the state. */
record Coordinate(String quantity, int index) implements Diagnostic {
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
