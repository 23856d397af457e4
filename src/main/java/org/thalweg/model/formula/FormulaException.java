package org.thalweg.model.formula;

import org.thalweg.refusal.Refusal;

/** A formula that cannot be understood. The message says what and where; {@link #remedy()} what would be right. */
public final class FormulaException extends Refusal {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String what;
    private final String remedy;

    /**
     * A problem at a place of the formula's text.
     *
     * @param column from 1
     */
    public FormulaException(int column, String what, String remedy) {
        super("column " + column + ": " + what + "; " + remedy);
        this.column = column;
        this.what = what;
        this.remedy = remedy;
    }

    /** Where in the text, from 1; one past the end where something is missing there. */
    public int column() {
        return column;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** What would be right. */
    public String remedy() {
        return remedy;
    }
}
