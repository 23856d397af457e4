package org.thalweg.probes.point;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.hipparchus.stat.descriptive.rank.Median;
import org.thalweg.network.Evaluation;
import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.probes.face.Scan;

/**
 * The loss on lines through the point: as a mean over lines at each place, how far it rises to either side, and how
 * asymmetric each line is by the definition of asymmetric valleys [HHY19].
 */
public final class LineScanProbe extends PointProbe {
    /** Of the reach: nearer than this nothing is asked of the slopes. */
    private static final double NEAR = 0.1;

    /** A rise is not divided by less. */
    private static final double LEAST_RISE = 1e-3;

    public LineScanProbe() {
        super("line-scan", "scan_place", "scan_train_loss", "scan_test_loss", "rise_plus", "rise_minus", "rise_ratio",
                "flat_side", "flat_slope", "slope_ratio");
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public Optional<String> refuses(ProbePlan plan) {
        Scan scan = plan.options().scan();
        if (scan.direction() == Direction.EIGENVECTOR && scan.draws() > plan.dimension()) {
            return Optional.of(scan.draws() + " eigenvectors of " + plan.dimension()
                    + " parameters; give --draws up to that");
        }
        if (scan.direction() == Direction.FILTER_NORMALISED && plan.layers().isEmpty()) {
            return Optional.of("filter-normalised directions are of weights, and there are none in "
                    + plan.group().orElseThrow().name() + "; give --layer of weights, or another --direction");
        }
        return Optional.empty();
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        Scan scan = point.plan().options().scan();
        StreamingStatistics[] train = statistics(scan.points());
        StreamingStatistics[] test = statistics(scan.points());
        double[] plus = new double[scan.draws()];
        double[] minus = new double[scan.draws()];
        double[] there = new double[point.theta().length];
        Asymmetry[] found = new Asymmetry[scan.draws()];
        for (int draw = 0; draw < scan.draws(); draw++) {
            double[] direction = scan.direction().at(point, draw);
            double[] losses = new double[scan.points()];
            for (int k = 0; k < scan.points(); k++) {
                point.moved(scan.place(k), direction, there);
                Evaluation here = point.trainAt(there);
                losses[k] = here.loss();
                train[k].addValue(here.loss());
                test[k].addValue(point.testAt(there).loss());
            }
            plus[draw] = losses[losses.length - 1] - point.loss();
            minus[draw] = losses[0] - point.loss();
            found[draw] = Asymmetry.of(losses, scan.reach() / (scan.points() / 2), NEAR * scan.reach());
        }
        for (int k = 0; k < scan.points(); k++) {
            readings.add("scan_place", k + 1, scan.place(k), 0.0);
        }
        add(readings, "scan_train_loss", train);
        if (Double.isFinite(test[0].getMean())) {
            add(readings, "scan_test_loss", test);
        }
        double up = median(readings, "rise_plus", plus);
        double down = median(readings, "rise_minus", minus);
        double least = Math.max(LEAST_RISE, Math.min(Math.abs(up), Math.abs(down)));
        readings.add("rise_ratio", Math.max(Math.abs(up), Math.abs(down)) / least);
        for (int draw = 0; draw < scan.draws(); draw++) {
            readings.add("flat_side", draw + 1, found[draw].side(), 0.0);
            readings.add("flat_slope", draw + 1, found[draw].slope(), 0.0);
            readings.add("slope_ratio", draw + 1, found[draw].ratio(), 0.0);
        }
    }

    private static StreamingStatistics[] statistics(int count) {
        StreamingStatistics[] all = new StreamingStatistics[count];
        Arrays.setAll(all, k -> new StreamingStatistics());
        return all;
    }

    private static void add(Readings readings, String quantity, StreamingStatistics[] losses) {
        for (int k = 0; k < losses.length; k++) {
            double error = losses[k].getN() > 1 ? losses[k].getStandardDeviation() / Math.sqrt(losses[k].getN()) : 0.0;
            readings.add(quantity, k + 1, losses[k].getMean(), error);
        }
    }

    /** The median, with the error of a normal law's: 1.2533 times that of the mean. */
    private static double median(Readings readings, String quantity, double[] values) {
        StreamingStatistics statistics = new StreamingStatistics();
        Arrays.stream(values).forEach(statistics::addValue);
        double median = new Median().evaluate(values);
        double error = values.length > 1
                ? Math.sqrt(Math.PI / 2.0 / values.length) * statistics.getStandardDeviation() : 0.0;
        readings.add(quantity, 0, median, error);
        return median;
    }
}
