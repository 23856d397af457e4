package org.thalweg.trajectory;

import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Interval;

/**
 * When and what an ensemble records. All times are numbers of steps.
 *
 * <p>Every particle runs to {@code averaging.to()}; arriving at the flat set neither stops nor removes it. After that
 * only particles that have not yet arrived go on, until {@code passageLimit}.
 *
 * @param averaging diagnostics and the histogram along the valley are averaged over these steps
 * @param passageLimit first passages are watched up to and including this step, which may lie before or after the end
 *     of the averaging; negative: they are not watched
 * @param histogramRange the range of x that the histogram covers; unbounded: the whole domain along the valley
 * @param recordedPaths the first so many particles have their paths recorded
 * @param pathTimes the steps that are recorded on a path; none after the end of the averaging
 */
public record Protocol(
        TimeGrid averaging, long passageLimit, Interval histogramRange, int recordedPaths, TimeGrid pathTimes) {
    private static final long NOT_WATCHED = -1;

    /** Refuses paths that go on after the ensemble has been dismissed. */
    public Protocol {
        if (recordedPaths < 0) {
            throw new IllegalArgumentException("recorded paths " + recordedPaths + ": must not be negative");
        }
        if (recordedPaths > 0 && pathTimes.to() > averaging.to()) {
            throw new IllegalArgumentException("paths are recorded until step " + pathTimes.to()
                    + " but the ensemble is only kept until step " + averaging.to() + "; average until then");
        }
    }

    /** The state of the ensemble after a number of steps. */
    public static Protocol atTime(long steps) {
        return over(TimeGrid.at(steps));
    }

    /** Averages over the steps {@code from, from + every, ..., to}. */
    public static Protocol window(long from, long to, long every) {
        return over(new TimeGrid(from, to, every));
    }

    private static Protocol over(TimeGrid averaging) {
        return new Protocol(averaging, NOT_WATCHED, Interval.LINE, 0, TimeGrid.at(0));
    }

    /** Watches first passages up to and including step {@code limit}. */
    public Protocol passagesUntil(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("passage limit of " + limit + " steps: must not be negative");
        }
        return new Protocol(averaging, limit, histogramRange, recordedPaths, pathTimes);
    }

    /** Covers a range of x by the histogram. */
    public Protocol histogramOver(Interval range) {
        return new Protocol(averaging, passageLimit, range, recordedPaths, pathTimes);
    }

    /** Records the paths of the first {@code particles} particles. */
    public Protocol recordPaths(int particles, TimeGrid times) {
        return new Protocol(averaging, passageLimit, histogramRange, particles, times);
    }

    /** True where first passages are watched, if the setting has a flat set. */
    boolean watchesPassages() {
        return passageLimit >= 0;
    }
}
