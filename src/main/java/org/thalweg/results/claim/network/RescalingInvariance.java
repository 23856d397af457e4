package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.FisherRao;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.RelativeFlatness;

/**
 * N1: size moved between the layers of a positively homogeneous network changes neither its function nor what is made
 * of it: gradients become g_i / f_i and Hessians H_ij / (f_i f_j), sample by sample, and Fisher-Rao norm and relative
 * flatness stay [DPBB17, LPRS19, PKSAB21].
 *
 * <p>Every law is a relative difference that should be 0, once what was found at the new point is taken back to the old
 * one; of alphas and layers the worst counts. Laws of gradient and Hessian are those of single samples, whose numbers
 * do not cancel as their means do near a minimum.
 */
public final class RescalingInvariance implements LearningClaim {
    private static final String STATEMENT =
            "layers times alpha, the last one divided: function, Fisher-Rao norm and relative flatness stay, gradients"
            + " become g_i / f_i, Hessians H_ij / (f_i f_j)";
    private static final double RESOLUTION = 1e-12;

    /** Samples of all laws but that of the function: any network over any samples obeys them. */
    static final int SAMPLES = 16;

    /** Relative flatness takes many products: so many samples times parameters are worth a second. */
    static final double CHEAP = 4e8;

    private final LayerScaling scaling;

    public RescalingInvariance() {
        this(LayerScaling.DEEP);
    }

    /** With a scaling that may be wrong, to see that it is noticed. */
    RescalingInvariance(LayerScaling scaling) {
        this.scaling = scaling;
    }

    /** A quantity at a point, taken back to where all factors are 1. */
    @FunctionalInterface
    private interface Quantity {
        double[] at(double[] theta, double[] factors);
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Network all = LearningClaim.network(setting);
        return judge(all, NetworkPoints.start(laboratory, setting), NetworkPoints.seed(laboratory, 1));
    }

    /** The laws at a point. */
    List<Judgement> judge(Network all, double[] theta, Seed seed) {
        List<Hypothesis> hypotheses = new ArrayList<>(LayerScaling.hypotheses(all));
        if (hypotheses.stream().allMatch(Hypothesis::holds)) {
            double[] gradient = new double[theta.length];
            all.bind().lossAndGradient(theta, gradient);
            hypotheses.add(LayerScaling.moving(gradient));
        }
        Ground ground = new Ground(STATEMENT, hypotheses);
        return ground.judge("N1", () -> laws(all, theta, seed, ground));
    }

    private List<Judgement> laws(Network all, double[] theta, Seed seed, Ground ground) {
        Network few = all.over(all.samples().first(SAMPLES));
        Ground smooth = ground.and(Kinks.apart(few, theta));
        Propagation worker = few.bind();
        List<ParameterGroup> whole = List.of(new ParameterGroup("", 0, Integer.MAX_VALUE));
        List<ParameterGroup> groups = few.architecture().groups();
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(law("N1 function", ground, all, theta, seed, whole, outputs(all)));
        judgements.add(law("N1 gradient of a sample", smooth, few, theta, seed, groups, gradients(worker)));
        judgements.add(law("N1 Hessian of a sample", smooth, few, theta, seed, groups, products(worker, seed)));
        judgements.add(law("N1 Fisher-Rao norm", smooth, few, theta, seed, whole,
                (there, f) -> new double[] {FisherRao.squaredNorm(worker, there)}));
        for (Layer layer : few.architecture().layers()) {
            double work = (double) layer.inputs() * Math.min(layer.inputs(), layer.outputs())
                    * few.samples().count() * theta.length;
            if (work <= CHEAP) {
                judgements.add(law("N1 relative flatness of W" + layer.number(), smooth, few, theta, seed, whole,
                        (there, f) -> new double[] {RelativeFlatness.of(
                                layer, NetworkMatrix.HESSIAN.at(worker, there), there)}));
            }
        }
        return judgements;
    }

    private static Quantity outputs(Network all) {
        Propagation worker = all.bind();
        return (there, factors) -> {
            double[] z = new double[all.samples().count() * all.architecture().outputs()];
            worker.outputs(there, z);
            return z;
        };
    }

    private static Quantity gradients(Propagation worker) {
        return (there, factors) -> {
            int p = there.length;
            double[] gradients = new double[worker.network().samples().count() * p];
            double[] gradient = new double[p];
            for (int n = 0; n < gradients.length / p; n++) {
                worker.sampleGradient(there, n, gradient);
                for (int i = 0; i < p; i++) {
                    gradients[n * p + i] = gradient[i] * factors[i];
                }
            }
            return gradients;
        };
    }

    /** Of every sample's Hessian with one random direction. */
    private static Quantity products(Propagation worker, Seed seed) {
        double[] direction = new double[worker.network().parameters()];
        seed.stream(Purpose.OTHER, 1).fillNormal(direction, direction.length);
        return (there, factors) -> {
            int p = there.length;
            double[] moved = LayerScaling.point(direction, factors);
            double[] products = new double[worker.network().samples().count() * p];
            double[] product = new double[p];
            for (int n = 0; n < products.length / p; n++) {
                worker.hessianTimes(there, new int[] {n}, 1, moved, product);
                for (int i = 0; i < p; i++) {
                    products[n * p + i] = product[i] * factors[i];
                }
            }
            return products;
        };
    }

    private Judgement law(String id, Ground ground, Network network, double[] theta, Seed seed,
            List<ParameterGroup> groups, Quantity quantity) {
        double[] one = new double[theta.length];
        Arrays.fill(one, 1.0);
        double[] here = quantity.at(theta, one);
        double worst = 0.0;
        for (double alpha : LayerScaling.ALPHAS) {
            double[] factors = scaling.factors(network.architecture(), alpha);
            double[] there = quantity.at(LayerScaling.point(theta, factors), factors);
            worst = Math.max(worst, difference(there, here, groups));
        }
        double rounding = ParameterRounding.bound(network, theta, seed,
                near -> difference(quantity.at(near, one), here, groups));
        return ground.computed(id + ", worst of alpha 0.1, 1, 3", new Prediction.Equals(0.0, RESOLUTION),
                worst, "rounding", rounding);
    }

    /** The largest relative difference of a group's numbers, over all samples; vectors follow each other. */
    private static double difference(double[] there, double[] here, List<ParameterGroup> groups) {
        int period = Math.min(here.length, groups.get(groups.size() - 1).end());
        double largest = 0.0;
        for (ParameterGroup group : groups) {
            double squares = 0.0;
            double differences = 0.0;
            for (int first = 0; first < here.length; first += period) {
                for (int i = first + group.from(); i < first + Math.min(period, group.end()); i++) {
                    squares += here[i] * here[i];
                    differences += (there[i] - here[i]) * (there[i] - here[i]);
                }
            }
            // NaN is no agreement: it stays, and leaves the verdict open.
            double relative = differences == 0.0 ? 0.0 : Math.sqrt(differences / squares);
            largest = Double.isNaN(relative) ? relative : Math.max(largest, relative);
        }
        return largest;
    }
}
