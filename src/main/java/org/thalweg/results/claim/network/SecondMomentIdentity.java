package org.thalweg.results.claim.network;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.NetworkMatrix;

/**
 * N3: the Hessian is the second moment of the samples' gradients less the curvature of the likelihood, H = M - H_p
 * [LGZCB20], by products with random vectors at the start and along a short training. The three products go by
 * different passes through the network.
 */
public final class SecondMomentIdentity implements LearningClaim {
    private static final String STATEMENT =
            "H = M - H_p: the second moment of the samples' gradients less the mean of (Hess p)/p";
    private static final double RESOLUTION = 1e-9;
    private static final int VECTORS = 2;

    /**
     * Samples times parameters that go through; of larger sets the first samples, as the identity is one of any set.
     */
    private static final double CHEAP = 1e8;

    private final NetworkMatrix hessian;

    public SecondMomentIdentity() {
        this(NetworkMatrix.HESSIAN);
    }

    /** With a matrix that may be another one, to see that it is noticed. */
    SecondMomentIdentity(NetworkMatrix hessian) {
        this.hessian = hessian;
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        return Ground.of(STATEMENT, NetworkPoints.sampleGradients(setting))
                .judge("N3", () -> judgeFew(laboratory, setting));
    }

    private List<Judgement> judgeFew(Laboratory laboratory, Setting setting) {
        Network all = LearningClaim.network(setting);
        int samples = (int) Math.max(1.0, Math.min(all.samples().count(), CHEAP / all.parameters()));
        return judge(all.over(all.samples().first(samples)), NetworkPoints.alongTraining(laboratory, setting),
                NetworkPoints.seed(laboratory, 3));
    }

    /** The identity at some points. */
    List<Judgement> judge(Network network, List<double[]> points, Seed seed) {
        Propagation worker = network.bind();
        RandomStream random = seed.stream(Purpose.OTHER, 1);
        double worst = 0.0;
        double rounding = 0.0;
        for (double[] theta : points) {
            for (int k = 0; k < VECTORS; k++) {
                double[] v = new double[theta.length];
                random.fillNormal(v, v.length);
                double[][] here = products(worker, theta, v);
                double size = norm(here[1], null) + norm(here[2], null);
                double[] sum = here[0].clone();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += here[2][i];
                }
                // A NaN stays, and leaves the verdict open.
                worst = Math.max(worst, size == 0.0 ? 0.0 : norm(sum, here[1]) / size);
                if (k == 0) {
                    rounding = Math.max(rounding, ParameterRounding.bound(network, theta, seed, near -> {
                        double[][] there = products(worker, near, v);
                        return size == 0.0 ? 0.0 : (norm(there[0], here[0]) + norm(there[1], here[1])
                                + norm(there[2], here[2])) / size;
                    }));
                }
            }
        }
        String likelihood = network.architecture().output() == Output.CROSS_ENTROPY
                ? "softmax" : "normal law of variance 1";
        return List.of(Ground.of(STATEMENT, new Hypothesis("the loss is -ln p of a likelihood", true, likelihood))
                .computed("N3 |H v - M v + H_p v| / (|M v| + |H_p v|), worst of " + points.size() + " points",
                        new Prediction.Equals(0.0, RESOLUTION), worst, "rounding", rounding));
    }

    /** With H, M and H_p. */
    private double[][] products(Propagation worker, double[] theta, double[] v) {
        double[][] products = new double[3][theta.length];
        hessian.at(worker, theta).apply(v, products[0]);
        NetworkMatrix.SECOND_MOMENT.at(worker, theta).apply(v, products[1]);
        NetworkMatrix.PROBABILITY_CURVATURE.at(worker, theta).apply(v, products[2]);
        return products;
    }

    private static double norm(double[] a, double[] without) {
        double squares = 0.0;
        for (int i = 0; i < a.length; i++) {
            double difference = without == null ? a[i] : a[i] - without[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
