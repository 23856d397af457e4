package org.thalweg.report.drawing;

/** One line of words among the entries of the legend: a fitted slope, a limit of validity. */
public record NoteLayer(String name) implements Layer {
    @Override
    public void accept(Cases cases) {
        cases.note(this);
    }
}
