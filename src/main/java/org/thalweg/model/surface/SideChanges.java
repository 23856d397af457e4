package org.thalweg.model.surface;

import java.util.Arrays;
import org.thalweg.model.paths.PathTally;

/**
 * Changes between x &lt; 0 and x &gt; 0 along a path. A walker is on the side on which it last was beyond |x| =
 * {@code inside}: at 0 every crossing counts, however brief; at more, loitering about 0 is no change. The first side
 * that a walker is on is no change.
 */
final class SideChanges implements PathTally {
    /** What a walker counts for. */
    @FunctionalInterface
    interface Reading {
        /** By its changes, and time and last coordinate of the last, or of its first side. */
        double of(int changes, double time, double place);
    }

    private final double inside;
    private final Reading reading;
    /** -1 or 1; 0 before a walker was on a side at all. */
    private final double[] side;
    private final int[] count;
    private final double[] time;
    private final double[] place;

    SideChanges(double inside, Reading reading, int capacity) {
        this.inside = inside;
        this.reading = reading;
        this.side = new double[capacity];
        this.count = new int[capacity];
        this.time = new double[capacity];
        this.place = new double[capacity];
    }

    @Override
    public void reset(int particles) {
        Arrays.fill(side, 0.0);
        Arrays.fill(count, 0);
    }

    @Override
    public void add(double now, double[][] theta, int[] particle, int slots) {
        double[] x = theta[0];
        double[] slow = theta[theta.length - 1];
        for (int k = 0; k < slots; k++) {
            if (x[k] * side[particle[k]] <= 0.0 && Math.abs(x[k]) > inside) {
                enter(particle[k], Math.signum(x[k]), now, slow[k]);
            }
        }
    }

    private void enter(int walker, double entered, double now, double at) {
        if (side[walker] != 0.0) {
            count[walker]++;
        }
        side[walker] = entered;
        time[walker] = now;
        place[walker] = at;
    }

    @Override
    public double value(int walker) {
        return reading.of(count[walker], time[walker], place[walker]);
    }
}
