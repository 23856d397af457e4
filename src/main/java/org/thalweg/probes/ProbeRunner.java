package org.thalweg.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.thalweg.data.Checkpoints;
import org.thalweg.network.ParameterGroup;
import org.thalweg.probes.face.Between;
import org.thalweg.probes.face.PairProbe;
import org.thalweg.probes.face.PathProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.Reading;
import org.thalweg.probes.face.Readings;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/**
 * Measures at points, at pairs of them, and along the paths that they are of. Points are measured side by side on the
 * threads of the pool that this is called from; no number depends on which thread did it.
 *
 * @param plan what is measured
 * @param seed of all random numbers: point {@code c} of repeat {@code r} has the child {@code c} of the child {@code r}
 */
public record ProbeRunner(ProbePlan plan, Seed seed) {
    /** Pairs of more points are hundreds of thousands. */
    private static final int MOST_IN_PAIRS = 500;

    /**
     * A point.
     *
     * @param at its place in a run
     * @param theta all parameters; not to be modified
     */
    public record Point(Checkpoints.Entry at, double[] theta) {}

    /**
     * What was measured at a point, and of the path that ends there.
     *
     * @param at its place in a run
     */
    public record AtPoint(Checkpoints.Entry at, List<Reading> readings) {}

    /** What was measured of two points. */
    public record OfPair(Checkpoints.Entry earlier, Checkpoints.Entry later, Reading reading) {}

    /** All of it, in the order of the points. */
    public record Found(List<AtPoint> points, List<OfPair> pairs) {}

    /**
     * Measures.
     *
     * @param points repeat by repeat, in the order of their checkpoints
     * @param progress is told the share that is done
     */
    public Found run(List<Point> points, DoubleConsumer progress) {
        if (!plan.pairProbes().isEmpty() && points.size() < 2) {
            throw new Refusal("probe " + plan.pairProbes().get(0).key() + ": a single point is no pair; name a run and"
                    + " two or more of its checkpoints, such as --at first,last");
        }
        if (!plan.pairProbes().isEmpty() && points.size() > MOST_IN_PAIRS) {
            throw new Refusal("pairs of " + points.size() + " points; choose at most " + MOST_IN_PAIRS + " by --at");
        }
        ThreadLocal<ProbeWorker> worker = ThreadLocal.withInitial(() -> new ProbeWorker(plan));
        Shares shares = new Shares(points.size(), progress);
        List<ProbeWorker.Measured> measured = IntStream.range(0, points.size()).parallel().mapToObj(i -> {
            Point point = points.get(i);
            Seed own = seed.child(point.at().repeat()).child(point.at().checkpoint());
            ProbeWorker.Measured found = worker.get().at(point.theta(), own, share -> shares.reached(i, share));
            shares.reached(i, 1.0);
            return found;
        }).toList();
        Between between = new Between(plan);
        List<AtPoint> atPoints = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<Reading> readings = new ArrayList<>(measured.get(i).readings());
            if (i + 1 == points.size() || points.get(i + 1).at().repeat() != points.get(i).at().repeat()) {
                readings.addAll(ofPath(points, i, between));
            }
            atPoints.add(new AtPoint(points.get(i).at(), readings));
        }
        return new Found(atPoints, pairs(points, measured, between));
    }

    /** How much of each point is done. */
    private static final class Shares {
        private final double[] of;
        private final DoubleConsumer progress;
        private double sum;

        Shares(int points, DoubleConsumer progress) {
            this.of = new double[points];
            this.progress = progress;
        }

        /** Called from any thread; one that comes late does not take back what another said of the same point. */
        synchronized void reached(int point, double share) {
            if (share > of[point]) {
                sum += share - of[point];
                of[point] = share;
                progress.accept(Math.min(1.0, sum / of.length));
            }
        }
    }

    private List<Reading> ofPath(List<Point> points, int last, Between between) {
        int repeat = points.get(last).at().repeat();
        List<double[]> path = points.subList(0, last + 1).stream().filter(p -> p.at().repeat() == repeat)
                .map(Point::theta).toList();
        List<Reading> all = new ArrayList<>();
        for (PathProbe probe : plan.pathProbes()) {
            Readings readings = new Readings(probe, "");
            probe.measure(path, between, readings);
            all.addAll(readings.all());
        }
        return all;
    }

    private List<OfPair> pairs(List<Point> points, List<ProbeWorker.Measured> measured, Between between) {
        List<OfPair> pairs = new ArrayList<>();
        String layer = plan.group().map(ParameterGroup::name).orElse("");
        for (int i = 0; i < points.size() && !plan.pairProbes().isEmpty(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                for (PairProbe probe : plan.pairProbes()) {
                    Readings readings = new Readings(probe, probe.needsEigenvectors() ? layer : "");
                    probe.measure(measured.get(i).portrait().orElseThrow(),
                            measured.get(j).portrait().orElseThrow(), between, readings);
                    for (Reading reading : readings.all()) {
                        pairs.add(new OfPair(points.get(i).at(), points.get(j).at(), reading));
                    }
                }
            }
        }
        return pairs;
    }
}
