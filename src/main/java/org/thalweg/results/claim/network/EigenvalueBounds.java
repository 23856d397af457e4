package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Network;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.Spectrum;
import org.thalweg.spectra.SymmetricOperator;
import org.thalweg.spectra.Traces;
import org.thalweg.spectra.WolkowiczStyan;

/**
 * N2: the largest and the smallest eigenvalue of the Hessian lie within the bounds by its traces [WS80], at the start
 * and along a short training. Traces are by products with unit vectors, eigenvalues by other ones.
 *
 * <p>Each of the four inequalities is judged by its slack at the tightest point, in units of the largest size that an
 * eigenvalue can have by the traces. Where the bound is met exactly, as with two parameters or a single eigenvalue
 * beside 0, rounding decides; the claim is the inequality within twice that.
 */
public final class EigenvalueBounds implements LearningClaim {
    private static final String STATEMENT =
            "m + s/sqrt(n-1) <= largest <= m + s sqrt(n-1), m - s sqrt(n-1) <= smallest <= m - s/sqrt(n-1), m and s the"
            + " mean and deviation of all n eigenvalues of H";
    private static final List<String> NAMES = List.of("largest over its lower bound", "largest below its upper bound",
            "smallest over its lower bound", "smallest below its upper bound");

    /** Samples times parameters squared that are worth some two seconds a point. */
    private static final double CHEAP = 6.5e8;

    /** Fewer samples than all are still a network; with fewer than so many it is none that is worth a look. */
    private static final int FEWEST = 16;

    /** Up to here all eigenvalues are computed; beyond, Lanczos' method finds the two. */
    private static final int WHOLE = 200;

    /** Beyond rounding of sums of squares and of the reduction of a matrix, relative to its largest eigenvalue. */
    private static final double ROUNDING = 1e-11;

    /**
     * The slack of an inequality.
     *
     * @param error of the slack
     */
    private record Slack(double value, double error) {
        double least() {
            return value - error;
        }
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Network all = LearningClaim.network(setting);
        double square = (double) all.parameters() * all.parameters();
        int samples = (int) Math.min(all.samples().count(), CHEAP / square);
        int fewest = Math.min(FEWEST, all.samples().count());
        Hypothesis several = new Hypothesis("at least two parameters", all.parameters() > 1, all.parameters() + "");
        Hypothesis small = new Hypothesis(String.format(Locale.ROOT,
                "few enough parameters for traces: parameters^2 x %d samples <= %.0e", fewest, CHEAP),
                samples >= fewest, all.parameters() + " parameters");
        List<Hypothesis> hypotheses = List.of(LearningClaim.derivatives(all), several, small);
        return new Ground(STATEMENT, hypotheses).judge("N2", () -> {
            Network network = all.over(all.samples().first(samples));
            List<SymmetricOperator> hessians = NetworkPoints.alongTraining(laboratory, setting).stream()
                    .map(theta -> NetworkMatrix.HESSIAN.at(network.bind(), theta)).toList();
            return judge(hypotheses, hessians, hessians, NetworkPoints.seed(laboratory, 2));
        });
    }

    /**
     * The inequalities of some matrices.
     *
     * @param traced those that traces are taken of: the same ones, unless it is to be seen that others are noticed
     */
    static List<Judgement> judge(List<Hypothesis> hypotheses, List<SymmetricOperator> matrices,
            List<SymmetricOperator> traced, Seed seed) {
        Slack[] least = new Slack[NAMES.size()];
        for (int point = 0; point < matrices.size(); point++) {
            Slack[] slacks = slacks(matrices.get(point), Traces.of(traced.get(point)), seed);
            for (int k = 0; k < least.length; k++) {
                // A NaN stays, and leaves the verdict open.
                if (least[k] == null || !(slacks[k].least() >= least[k].least())) {
                    least[k] = slacks[k];
                }
            }
        }
        Ground ground = new Ground(STATEMENT, hypotheses);
        List<Judgement> judgements = new ArrayList<>();
        for (int k = 0; k < least.length; k++) {
            judgements.add(ground.computed("N2 " + NAMES.get(k) + ", least of " + matrices.size() + " points",
                    new Prediction.AtLeast(-2.0 * least[k].error()), least[k].value(), "rounding", least[k].error()));
        }
        return judgements;
    }

    private static Slack[] slacks(SymmetricOperator matrix, Traces traces, Seed seed) {
        WolkowiczStyan bounds = traces.bounds();
        double largest;
        double smallest;
        double residual = 0.0;
        if (matrix.dimension() <= WHOLE) {
            Spectrum spectrum = Spectrum.of(DenseMatrix.of(matrix));
            largest = spectrum.largest();
            smallest = spectrum.smallest();
        } else {
            Lanczos.Pairs pairs = new Lanczos(1, 1).of(matrix, seed);
            largest = pairs.values()[0];
            smallest = pairs.values()[1];
            residual = Math.max(pairs.residuals()[0], pairs.residuals()[1]);
        }
        double unit = Math.sqrt(traces.squareTrace());
        double error = ROUNDING + ofBounds(traces) + residual / unit;
        double[] slacks = {largest - bounds.lowerOfLargest(), bounds.upperOfLargest() - largest,
            smallest - bounds.lowerOfSmallest(), bounds.upperOfSmallest() - smallest};
        Slack[] found = new Slack[slacks.length];
        for (int k = 0; k < found.length; k++) {
            // Without any eigenvalue but 0 all bounds are met exactly; squares below all doubles say nothing.
            found[k] = unit > 0.0 ? new Slack(slacks[k] / unit, error)
                    : largest == 0.0 && smallest == 0.0 ? new Slack(0.0, ROUNDING) : new Slack(Double.NaN, Double.NaN);
        }
        return found;
    }

    /**
     * Rounding of the bounds, in the same unit: s^2 is a difference of two means, and its root loses half of the digits
     * where all eigenvalues are equal.
     */
    private static double ofBounds(Traces traces) {
        double n = traces.dimension();
        double relative = Math.ulp(1.0) * Math.sqrt(n);
        double s = traces.deviation();
        double ofSquare = relative * (traces.squareTrace() / n + traces.mean() * traces.mean());
        double ofRoot = Math.min(Math.sqrt(ofSquare), ofSquare / (2.0 * s));
        return Math.sqrt(n - 1.0) * ofRoot / Math.sqrt(traces.squareTrace());
    }
}
