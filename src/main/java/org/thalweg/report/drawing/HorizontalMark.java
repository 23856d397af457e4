package org.thalweg.report.drawing;

/** A line right across the figure at one y, named in the legend: a threshold, a bound. */
public record HorizontalMark(String name, Ink ink, Dash dash, double y) implements Layer {
    @Override
    public void accept(Cases cases) {
        cases.horizontalMark(this);
    }
}
