package org.thalweg.probes.face;

import org.thalweg.refusal.Refusal;

/**
 * A line through a point, on which the loss is looked at.
 *
 * @param direction how it is chosen
 * @param reach to either side, in lengths of the vector of the parameters that are looked at
 * @param points on it, an odd number so that the point itself is one
 * @param draws how many such lines
 */
public record Scan(Direction direction, double reach, int points, int draws) {
    /** One normal direction, to half the length. */
    public static final Scan DEFAULT = new Scan(Direction.GAUSSIAN, 0.5, 51, 1);

    private static final int MOST = 100_001;

    /** Refuses lines of nothing. */
    public Scan {
        if (!(reach > 0.0 && reach < Double.POSITIVE_INFINITY)) {
            throw new Refusal("option --reach: " + reach + "; give a finite length above 0");
        }
        if (points < 3 || points > MOST || points % 2 == 0) {
            throw new Refusal("option --scan-points: " + points + "; give an odd number from 3 to " + MOST);
        }
        if (draws < 1 || draws > MOST) {
            throw new Refusal("option --draws: " + draws + "; give a number from 1 to " + MOST);
        }
    }

    /** Place {@code k} on the line, from 0; the middle one is 0. */
    public double place(int k) {
        int middle = points / 2;
        return reach * (k - middle) / middle;
    }
}
