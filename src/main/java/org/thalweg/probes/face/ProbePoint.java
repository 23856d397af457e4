package org.thalweg.probes.face;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.thalweg.network.Evaluation;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.Restriction;
import org.thalweg.spectra.Spectrum;
import org.thalweg.spectra.SymmetricOperator;
import org.thalweg.spectra.Tridiagonal;

/**
 * A network at one point of its parameters, as probes see it. What several of them need, such as all eigenvalues, is
 * computed when it is first asked for. Bound to one thread, but for {@link #wholeHessianAnew} and {@link #reached}.
 */
public final class ProbePoint {
    /** Up to here all eigenvalues are computed, in a second; beyond, Lanczos' method finds those that are asked for. */
    private static final int WHOLE = 400;

    private final ProbePlan plan;
    private final Propagation train;
    private final Optional<Propagation> test;
    private final double[] theta;
    private final Seed seed;
    private final double[] gradient;
    private final double loss;
    private final SymmetricOperator whole;
    private Lanczos.Pairs extremes;
    private DenseMatrix matrix;
    private Tridiagonal reduced;
    private Spectrum spectrum;
    private DoubleConsumer watcher = share -> { };

    public ProbePoint(ProbePlan plan, Propagation train, Optional<Propagation> test, double[] theta, Seed seed) {
        this.plan = plan;
        this.train = train;
        this.test = test;
        this.theta = theta.clone();
        this.seed = seed;
        this.gradient = new double[theta.length];
        this.loss = train.lossAndGradient(theta, gradient);
        if (!Double.isFinite(loss)) {
            throw new Refusal("the loss is " + loss + " where it is to be probed; start or train where it is finite");
        }
        this.whole = NetworkMatrix.HESSIAN.at(train, theta);
    }

    /** What is to be measured. */
    public ProbePlan plan() {
        return plan;
    }

    /** All parameters; not to be modified. */
    public double[] theta() {
        return theta;
    }

    /** Of all random numbers that are needed here. */
    public Seed seed() {
        return seed;
    }

    /** The mean loss over the samples to train on. */
    public double loss() {
        return loss;
    }

    /** The gradient of the mean loss by all parameters; not to be modified. */
    public double[] gradient() {
        return gradient;
    }

    /** The network over the samples to train on. */
    public Propagation train() {
        return train;
    }

    /** Loss and errors of the samples to train on, elsewhere. */
    public Evaluation trainAt(double[] elsewhere) {
        return train.evaluate(elsewhere);
    }

    /** Loss and errors of the samples to test on; NaN where there are none. */
    public Evaluation testAt(double[] elsewhere) {
        return test.map(t -> t.evaluate(elsewhere)).orElse(new Evaluation(Double.NaN, Double.NaN));
    }

    /** The Hessian by all parameters. */
    public SymmetricOperator wholeHessian() {
        return whole;
    }

    /** The Hessian by all parameters for another thread, with scratch memory of its own. */
    public SymmetricOperator wholeHessianAnew() {
        return NetworkMatrix.HESSIAN.at(plan.network().bind(), theta);
    }

    /** Who is told of shares from now on. */
    public void watchedBy(DoubleConsumer other) {
        watcher = other;
    }

    /** Of what a probe that takes long measures here so much is done. */
    public void reached(double share) {
        watcher.accept(share);
    }

    /** The Hessian by the parameters that are looked at. */
    public SymmetricOperator hessian() {
        return restricted(whole);
    }

    /** The covariance of the samples' gradients by the parameters that are looked at. */
    public SymmetricOperator noise() {
        return restricted(NetworkMatrix.NOISE_COVARIANCE.at(train, theta));
    }

    private SymmetricOperator restricted(SymmetricOperator matrix) {
        return plan.group().<SymmetricOperator>map(g -> Restriction.to(g, matrix)).orElse(matrix);
    }

    /** The Hessian by the parameters that are looked at, number by number. */
    public DenseMatrix hessianMatrix() {
        if (matrix == null) {
            matrix = DenseMatrix.of(hessian());
        }
        return matrix;
    }

    /** All eigenvalues of the Hessian by the parameters that are looked at, the largest first; not to be modified. */
    public double[] eigenvalues() {
        return spectrum != null ? spectrum.values() : reduced().values().values();
    }

    /** All eigenvalues and eigenvectors of the Hessian by the parameters that are looked at. */
    public Spectrum spectrum() {
        if (spectrum == null) {
            spectrum = reduced().spectrum();
            reduced = null;
        }
        return spectrum;
    }

    /** The longer part of either, kept until the spectrum is there, which knows the eigenvalues too. */
    private Tridiagonal reduced() {
        if (reduced == null) {
            reduced = Tridiagonal.of(hessianMatrix(), true);
        }
        return reduced;
    }

    /**
     * The largest eigenvalues of the Hessian by the parameters that are looked at, and the smallest one behind them.
     *
     * @param top how many of the largest
     */
    public Lanczos.Pairs extremePairs(int top) {
        int n = plan.dimension();
        if (extremes == null || extremes.values().length <= top && extremes.values().length < n) {
            extremes = spectrum != null || n <= WHOLE || top >= n ? Lanczos.Pairs.of(spectrum())
                    : new Lanczos(top, 1).of(hessian(), seed);
        }
        return extremes;
    }

    /** As many of the largest eigenvalues as said. */
    public Lanczos.Pairs topPairs(int top) {
        return extremePairs(top).first(top);
    }

    /** The parameters that are looked at. */
    public double[] looked(double[] all) {
        return Arrays.copyOfRange(all, plan.from(), plan.from() + plan.dimension());
    }

    /** A direction of the parameters that are looked at, as one of all parameters: the others stay. */
    public double[] padded(double[] direction) {
        double[] all = new double[theta.length];
        System.arraycopy(direction, 0, all, plan.from(), direction.length);
        return all;
    }

    /**
     * The point with those parameters that are looked at moved.
     *
     * @param there modified: theta + length times the direction
     */
    public void moved(double length, double[] direction, double[] there) {
        System.arraycopy(theta, 0, there, 0, theta.length);
        for (int i = 0; i < direction.length; i++) {
            there[plan.from() + i] += length * direction[i];
        }
    }
}
