package org.thalweg.spectra;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * A bound for the error on samples that were not seen, by the Hessian at a trained point (PAC-Bayes, [LGZCB20]). With
 * probability 1 - {@link #CONFIDENCE} over n samples, for every posterior Q and all {@link #WIDTHS} of the prior P,
 *
 * <pre> kl(error of Q on the samples || error of Q) &lt;= (KL(Q || P) + ln((n + 1) widths / CONFIDENCE)) / n, </pre>
 *
 * kl(q || p) = q ln(q/p) + (1 - q) ln((1 - q)/(1 - p)) [LS01]. The error of Q on the samples is that of networks drawn
 * from it, a mean with an error of its own; the width is chosen by a few of them, the mean is over others.
 *
 * @param width factor of the prior's variance, of all widths that of the least bound
 * @param divergence KL(Q || P)
 * @param sharpPart its upper bound by sharp parameters alone
 * @param loss the share of samples that networks drawn from Q put into a wrong class
 * @param lossError its standard error
 * @param bound of that share among samples that were not seen
 * @param boundError what the bound changes by with one {@code lossError}
 */
public record PacBayes(double width, double divergence, double sharpPart, double loss, double lossError, double bound,
        double boundError) {
    /** Probability with which the bound may be wrong. */
    public static final double CONFIDENCE = 0.05;

    /** Widths of the prior that are tried, a factor of 2^(1/2) between: 2^-8 to 2^4 times the variance of the start. */
    public static final int WIDTHS = 25;

    private static final double LEAST_WIDTH = Math.pow(2.0, -8.0);

    /** Networks drawn for each width, and for the best one. */
    private static final int TRIALS = 8;
    private static final int DRAWS = 400;

    /** Pieces of a diagonal, enough for as many threads. */
    private static final int PIECES = 32;

    /** Width number {@code k}, from 0. */
    public static double width(int k) {
        return LEAST_WIDTH * Math.pow(2.0, 0.5 * k);
    }

    /**
     * The bound at a point.
     *
     * @param network over the samples that were seen, which have classes
     * @param curvature the diagonal of the Hessian; not modified
     * @param prior chosen without the samples
     */
    public static PacBayes of(
            Propagation network, double[] theta, double[] curvature, GaussianPrior prior, Seed seed) {
        return of(network, theta, curvature, prior, seed, share -> { });
    }

    /** The same; the share of all draws that are done is told. */
    public static PacBayes of(Propagation network, double[] theta, double[] curvature, GaussianPrior prior, Seed seed,
            DoubleConsumer progress) {
        DoubleConsumer drawn = draws -> progress.accept(draws / (WIDTHS * TRIALS + DRAWS));
        int n = network.network().samples().count();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < WIDTHS; k++) {
            GaussianPrior wide = prior.wider(width(k));
            double[] posterior = wide.posterior(curvature);
            double error = errors(
                    network, theta, posterior, TRIALS, seed.stream(Purpose.OTHER, k)).getMean();
            drawn.accept(TRIALS * (k + 1.0));
            double bound = bound(error, wide.divergence(theta, posterior), n);
            if (bound < least) {
                least = bound;
                best = k;
            }
        }
        GaussianPrior wide = prior.wider(width(best));
        double[] posterior = wide.posterior(curvature);
        StreamingStatistics errors = errors(network, theta, posterior, DRAWS, seed.stream(Purpose.OTHER, WIDTHS));
        progress.accept(1.0);
        double divergence = wide.divergence(theta, posterior);
        double loss = errors.getMean();
        double lossError = errors.getStandardDeviation() / Math.sqrt(DRAWS);
        double bound = bound(loss, divergence, n);
        return new PacBayes(width(best), divergence, wide.sharpPart(theta, curvature), loss, lossError, bound,
                bound(Math.min(1.0, loss + lossError), divergence, n) - bound);
    }

    private static StreamingStatistics errors(
            Propagation network, double[] theta, double[] posterior, int draws, RandomStream random) {
        StreamingStatistics errors = new StreamingStatistics();
        double[] there = new double[theta.length];
        for (int d = 0; d < draws; d++) {
            random.fillNormal(there, there.length);
            for (int j = 0; j < there.length; j++) {
                there[j] = theta[j] + Math.sqrt(posterior[j]) * there[j];
            }
            errors.addValue(network.errorRate(there));
        }
        return errors;
    }

    /** The bound for one of {@link #WIDTHS} widths. */
    static double bound(double loss, double divergence, int samples) {
        return largest(loss, (divergence + Math.log((samples + 1.0) * WIDTHS / CONFIDENCE)) / samples);
    }

    /** The largest p with kl(q || p) at most {@code most}. */
    static double largest(double q, double most) {
        double low = q;
        double high = 1.0;
        while (high - low > 1e-14) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (divergence(q, middle) <= most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** kl(q || p) of two coins. */
    static double divergence(double q, double p) {
        double wrong = q > 0.0 ? q * Math.log(q / p) : 0.0;
        double right = q < 1.0 ? (1.0 - q) * Math.log((1.0 - q) / (1.0 - p)) : 0.0;
        return wrong + right;
    }

    /** The diagonal of a matrix, by as many products. */
    public static double[] diagonal(SymmetricOperator matrix) {
        double[] diagonal = new double[matrix.dimension()];
        products(matrix, 0, diagonal.length, diagonal, () -> { });
        return diagonal;
    }

    /**
     * The same to the last bit, side by side on the threads of the pool that this is called from, if it is.
     *
     * @param matrices gives a thread one of its own
     * @param progress is told the share that is done, from any thread
     */
    public static double[] diagonal(int dimension, Supplier<SymmetricOperator> matrices, DoubleConsumer progress) {
        double[] diagonal = new double[dimension];
        AtomicInteger done = new AtomicInteger();
        IntStream pieces = IntStream.range(0, PIECES);
        // Elsewhere the common pool would take processors that nobody gave.
        (ForkJoinTask.inForkJoinPool() ? pieces.parallel() : pieces).forEach(piece -> {
            int from = (int) ((long) dimension * piece / PIECES);
            int to = (int) ((long) dimension * (piece + 1) / PIECES);
            if (from < to) {
                products(matrices.get(), from, to, diagonal,
                        () -> progress.accept(done.incrementAndGet() / (double) dimension));
            }
        });
        return diagonal;
    }

    private static void products(SymmetricOperator matrix, int from, int to, double[] diagonal, Runnable done) {
        double[] unit = new double[diagonal.length];
        double[] product = new double[diagonal.length];
        for (int j = from; j < to; j++) {
            unit[j] = 1.0;
            matrix.apply(unit, product);
            unit[j] = 0.0;
            diagonal[j] = product[j];
            done.run();
        }
    }
}
