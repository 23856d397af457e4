package org.thalweg.quantity;

/** A number and what it counts: "1 cell", "2 cells". */
public final class Counted {
    private Counted() {}

    /**
     * A count and its noun.
     *
     * @param one the noun where it is one; the plural adds an s
     */
    public static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    /** As {@code early of count}, of which the whole takes the noun: "0 of 1 repeat", "1 of 2 repeats". */
    public static String of(long some, long count, String one) {
        return some + " of " + of(count, one);
    }
}
