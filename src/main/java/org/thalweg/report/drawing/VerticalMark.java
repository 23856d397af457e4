package org.thalweg.report.drawing;

/** A line right across the figure at one x, named in the legend: a threshold, a bound. */
public record VerticalMark(String name, Ink ink, Dash dash, double x) implements Layer {
    @Override
    public void accept(Cases cases) {
        cases.verticalMark(this);
    }
}
