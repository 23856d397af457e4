package org.thalweg.fokkerplanck.law;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.start.StartDistribution;

/**
 * Mean and variance of a first-passage time, with numerical error estimates.
 *
 * @param mean in learning time
 * @param variance its square; that of an exponential time, such as an escape over a barrier, is the mean squared
 */
public record PassageTime(Measurement mean, Measurement variance) {
    /** Nobody has to go anywhere. */
    public static final PassageTime NONE = new PassageTime(Measurement.exact(0.0), Measurement.exact(0.0));

    /**
     * From a setting's starting distribution: the mean over the starts of a rule. Its error is that of the starts and
     * twice the difference to a coarser rule: where the distribution reaches over an edge of the flat set the time has
     * a kink, and the difference alone falls short now and then.
     */
    public static PassageTime mixture(PlainSetting setting, Function<PlainSetting, PassageTime> from) {
        StartDistribution distribution = setting.startDistribution().orElseThrow();
        double[] fine = moments(setting, distribution.nodes(), from);
        double[] coarse = moments(setting, distribution.coarseNodes(), from);
        return ofMoments(
                Measurement.computed(fine[0], fine[1] + 2.0 * Math.abs(fine[0] - coarse[0])),
                Measurement.computed(fine[2], fine[3] + 2.0 * Math.abs(fine[2] - coarse[2])));
    }

    /** The mean and the mean square, each followed by its error. */
    private static double[] moments(
            PlainSetting setting, List<StartDistribution.Node> nodes, Function<PlainSetting, PassageTime> from) {
        double[] sums = new double[4];
        for (StartDistribution.Node node : nodes) {
            double[] at = node.at().clone();
            Arrays.setAll(at, i -> setting.domain().interval(i).fold(at[i]));
            PassageTime time = from.apply(setting.withStart(at));
            double mean = time.mean().value();
            double error = time.mean().standardError();
            sums[0] += node.weight() * mean;
            sums[1] += node.weight() * error;
            sums[2] += node.weight() * (time.variance().value() + mean * mean);
            sums[3] += node.weight() * (time.variance().standardError() + 2.0 * Math.abs(mean) * error);
        }
        return sums;
    }

    /** From the mean and the mean square; the variance is undefined where the square overflows. */
    public static PassageTime ofMoments(Measurement mean, Measurement square) {
        if (!Double.isFinite(square.value())) {
            return new PassageTime(mean, Measurement.UNDEFINED);
        }
        double variance = square.value() - mean.value() * mean.value();
        return new PassageTime(mean, Measurement.computed(
                variance, square.standardError() + 2.0 * Math.abs(mean.value()) * mean.standardError()));
    }
}
