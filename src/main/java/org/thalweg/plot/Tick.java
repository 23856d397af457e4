package org.thalweg.plot;

/** A place on an axis; without a label it is a minor tick. */
record Tick(double value, String label) {
    boolean major() {
        return !label.isEmpty();
    }
}
