package org.thalweg.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.thalweg.data.Checkpoints.Entry;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;

/**
 * Measures a valley along a run, point by point side by side on the threads of the pool that this is called from; no
 * number depends on which thread did it.
 *
 * @param plan how
 * @param seed of the vectors that Lanczos' method begins with: point {@code j} of repeat {@code r} has the child
 *         {@code j} of the child {@code r}
 */
public record ValleyRunner(ValleyPlan plan, Seed seed) {
    /** Points of SGD in a window at which the noise is looked at: windows and repeats give many more. */
    private static final int VISITED = 3;

    /**
     * Measures.
     *
     * @param entries the checkpoints of the run, repeat by repeat, in the order of time
     * @param parameters of a checkpoint; called from one thread
     * @param progress is told the share that is done
     */
    public MeasuredValley run(List<Entry> entries, Function<Entry, double[]> parameters, DoubleConsumer progress) {
        FloorStretch stretch = FloorStretch.of(entries, onFloor(parameters), plan.points());
        int windows = plan.points();
        int repeats = stretch.repeats().size();
        double[][][] means = new double[windows][repeats][];
        double[][] times = new double[windows][repeats];
        List<List<List<double[]>>> visited = new ArrayList<>();
        for (int j = 0; j < windows; j++) {
            visited.add(new ArrayList<>());
            for (int r = 0; r < repeats; r++) {
                visited.get(j).add(stretch.some(j, r, VISITED).stream().map(parameters).toList());
                means[j][r] = mean(stretch.windows().get(j).get(r).stream().map(parameters).toList());
                times[j][r] = stretch.time(j, r);
            }
        }
        double[][] centres = Arrays.stream(means).map(m -> mean(List.of(m))).toArray(double[][]::new);
        double[] falling = plan.direction() == SlowDirection.TRACE ? FallingCurvature.direction(plan, centres,
                seed.child(-1)) : null;
        FloorPath rough = plan.direction().through(centres, falling);
        double spacing = FloorPath.distance(centres[0], centres[windows - 1]) / (windows - 1);
        FloorPoint[][] found = new FloorPoint[windows][repeats];
        ThreadLocal<FloorWorker> worker = ThreadLocal.withInitial(plan::worker);
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, windows * repeats).parallel().forEach(i -> {
            int j = i / repeats;
            int r = i % repeats;
            found[j][r] = worker.get().measure(means[j][r], visited.get(j).get(r), rough.tangent(j), spacing,
                    seed.child(stretch.repeats().get(r)).child(j));
            progress.accept(done.incrementAndGet() / (double) (windows * repeats));
        });
        double[][] floor = Arrays.stream(found)
                .map(at -> mean(Arrays.stream(at).map(FloorPoint::theta).toList())).toArray(double[][]::new);
        FloorPath way = plan.direction().through(floor, falling);
        FloorPath path = way.from(Arrays.stream(found[0]).mapToDouble(
                    p -> way.place(p.theta())).average().orElseThrow());
        List<double[]> starts = IntStream.range(0, repeats)
                .mapToObj(r -> parameters.apply(stretch.middle(0, r))).toList();
        return new MeasuredValley(ValleyProfile.of(plan, found, times, path), path, starts);
    }

    private Function<Entry, Boolean> onFloor(Function<Entry, double[]> parameters) {
        if (plan.from().isPresent()) {
            return entry -> entry.time() >= plan.from().getAsDouble();
        }
        Propagation network = plan.network().bind();
        return entry -> network.errorRate(parameters.apply(entry)) <= plan.error();
    }

    private static double[] mean(List<double[]> points) {
        double[] mean = new double[points.get(0).length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        return mean;
    }
}
