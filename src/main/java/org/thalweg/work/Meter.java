package org.thalweg.work;

import java.util.Map;

/**
 * Does work and times it, so that who waits can be told how much is left. Called from any thread; works of one kind
 * take times in proportion to their amounts, as far as was known before.
 */
public interface Meter {
    /** Times nothing. */
    Meter NONE = new Meter() {
        @Override
        public void time(String kind, double amount, Runnable work) {
            work.run();
        }

        @Override
        public void reached(double share) {
            // Nobody waits.
        }

        @Override
        public void expect(Map<String, Double> amounts) {
            // Nobody waits.
        }
    };

    /** Does a piece of work now, on this thread. */
    void time(String kind, double amount, Runnable work);

    /** Of the piece that this thread does so much is done. */
    void reached(double share);

    /** More is to be done than was known: amounts by kind. */
    void expect(Map<String, Double> amounts);
}
