package org.thalweg.referee;

/** Runs some commands on a bench and leaves its findings there. */
interface Examination {
    void of(Bench bench);
}
