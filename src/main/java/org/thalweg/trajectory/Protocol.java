package org.thalweg.trajectory;

import java.util.List;
import java.util.stream.Stream;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Interval;

/**
 * When and what an ensemble records. All times are numbers of steps.
 *
 * <p>The particles that are averaged run to {@code averaging.to()}; arriving at the flat set neither stops nor removes
 * them. After that, and from the beginning for the others, only particles that have not yet arrived go on, until {@code
 * passageLimit}.
 *
 * @param averaging diagnostics and the histogram along the valley are averaged over these steps
 * @param averagedParticles the first so many particles, and the rest of their block, are averaged; the others are there
 *     for their first passages alone. All are where passages are not watched
 * @param passageLimit first passages are watched up to and including this step, which may lie before or after the end
 *     of the averaging; negative: they are not watched
 * @param histogramRange the range of x that the histogram covers; unbounded: the whole domain along the valley
 * @param recordedPaths the first so many particles have their paths recorded
 * @param pathTimes the steps that are recorded on a path; none after the end of the averaging
 * @param numbersByParticle every particle sees the same normal numbers whatever becomes of the others in its block,
 *     which costs the numbers of those that have left
 * @param trend diagnostics are followed over these steps, none after the end of the averaging, for their change
 * @param asked what is measured along all paths, beside what the surface wants
 */
public record Protocol(
        TimeGrid averaging, int averagedParticles, long passageLimit, Interval histogramRange, int recordedPaths,
        TimeGrid pathTimes, boolean numbersByParticle, TimeGrid trend, List<PathQuantity> asked) {
    private static final long NOT_WATCHED = -1;

    /** Refuses paths that go on after the ensemble has been dismissed, and averages over nobody. */
    public Protocol {
        if (averagedParticles < 1) {
            throw new IllegalArgumentException("averaged particles " + averagedParticles + ": must be one or more");
        }
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

    /** Follows the means over other steps than those of the averaging, for {@link EnsembleResult#trend}. */
    public Protocol followedOver(TimeGrid times) {
        return new Protocol(averaging, averagedParticles, passageLimit, histogramRange, recordedPaths, pathTimes,
                numbersByParticle, times, asked);
    }

    /** True where the means are followed over other steps than those of the averaging. */
    boolean followsApart() {
        return !trend.equals(averaging);
    }

    /** Averages over the steps {@code from, from + every, ..., to}. */
    public static Protocol window(long from, long to, long every) {
        return over(new TimeGrid(from, to, every));
    }

    private static Protocol over(TimeGrid averaging) {
        return new Protocol(averaging, Integer.MAX_VALUE, NOT_WATCHED, Interval.LINE, 0, TimeGrid.at(0), false,
                averaging, List.of());
    }

    /** Watches first passages up to and including step {@code limit}. */
    public Protocol passagesUntil(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("passage limit of " + limit + " steps: must not be negative");
        }
        return new Protocol(averaging, averagedParticles, limit, histogramRange, recordedPaths, pathTimes,
                numbersByParticle, trend, asked);
    }

    /** Averages over the first particles only, rounded up to whole blocks; the others are watched for passages. */
    public Protocol averagedOver(int particles) {
        return new Protocol(averaging, particles, passageLimit, histogramRange, recordedPaths, pathTimes,
                numbersByParticle, trend, asked);
    }

    /** Covers a range of x by the histogram. */
    public Protocol histogramOver(Interval range) {
        return new Protocol(averaging, averagedParticles, passageLimit, range, recordedPaths, pathTimes,
                numbersByParticle, trend, asked);
    }

    /** Records the paths of the first {@code particles} particles. */
    public Protocol recordPaths(int particles, TimeGrid times) {
        return new Protocol(averaging, averagedParticles, passageLimit, histogramRange, particles, times,
                numbersByParticle, trend, asked);
    }

    /** Gives every particle its own normal numbers: ensembles of one seed can then be compared particle by particle. */
    public Protocol withNumbersByParticle() {
        return new Protocol(
                averaging, averagedParticles, passageLimit, histogramRange, recordedPaths, pathTimes, true,
                trend, asked);
    }

    /** Measures more along all paths. */
    public Protocol asking(List<PathQuantity> more) {
        return new Protocol(averaging, averagedParticles, passageLimit, histogramRange, recordedPaths, pathTimes,
                numbersByParticle, trend, List.copyOf(more));
    }

    /** What is measured along paths on a surface: what it wants, and what was asked. */
    List<PathQuantity> alongPaths(LossSurface surface) {
        return Stream.concat(surface.pathQuantities().stream(), asked.stream()).toList();
    }

    /** True where first passages are watched, if the setting has a flat set. */
    boolean watchesPassages() {
        return passageLimit >= 0;
    }
}
