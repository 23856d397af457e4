package org.thalweg.model.space;

import java.util.Arrays;

/**
 * A thing that is what it is made of: equal to another of its class with equal {@link #parts}. For immutable
 * definitions with arrays in them, or with memory of their own, which a record would compare by identity.
 */
public abstract class ByValue {
    /** What this is made of, nothing that follows from it; arrays count by their elements, doubles bit by bit. */
    protected abstract Object[] parts();

    /** By class and parts. */
    @Override
    public final boolean equals(Object other) {
        return this == other || other != null && other.getClass() == getClass()
                && Arrays.deepEquals(parts(), ((ByValue) other).parts());
    }

    /** Of the parts. */
    @Override
    public final int hashCode() {
        return Arrays.deepHashCode(parts());
    }
}
