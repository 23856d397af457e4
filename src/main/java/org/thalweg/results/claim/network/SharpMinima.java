package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Architecture;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.EpsilonSharpness;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.RadialMap;
import org.thalweg.spectra.Rescaling;
import org.thalweg.spectra.Spectrum;

/**
 * N1, sharp minima: the same function has curvatures as large as one likes [DPBB17]. All positive eigenvalues of the
 * Hessian but as many as the smallest layer has weights can be pushed beyond any number; the largest rise of the loss
 * within any ball is made that of a layer of zeros; and other coordinates have other curvatures. Laws in
 * docs/theory/networks.md.
 */
public final class SharpMinima implements ClaimExperiment {
    private static final String STATEMENT = "the same function, as sharp as one likes: eigenvalues beyond any number,"
            + " a rise to the loss of a layer of zeros within any ball, any curvature in other coordinates";

    /** Eigenvalues are to be so many times the largest. */
    private static final double BEYOND = 100.0;

    /** Smaller ones, against the largest, are taken for zeros that are rounded. */
    private static final double ZERO = 1e-6;

    /** All eigenvalues, twice, are worth a second up to here. */
    private static final int MOST = 400;

    private static final double RADIUS = 1e-3;

    /** The example of the publication: curvature 3 becomes 1.145. */
    static final RadialMap MAP = new RadialMap(0.3, -0.4);

    /** The most that a layer is changed by, as a share of itself, where curvature is a second difference. */
    private static final double SHARE = 1e-4;

    private final LayerScaling pushed;
    private final LayerScaling shrunk;
    private final RadialMap map;

    public SharpMinima() {
        this(SharpMinima::push, (architecture, alpha) ->
                Rescaling.between(architecture, 1, architecture.layers().size(), alpha).factors(), MAP);
    }

    /** With scalings and a map that may be wrong, to see that it is noticed. */
    SharpMinima(LayerScaling pushed, LayerScaling shrunk, RadialMap map) {
        this.pushed = pushed;
        this.shrunk = shrunk;
        this.map = map;
    }

    private static int smallest(Architecture architecture) {
        List<Layer> layers = architecture.layers();
        int smallest = 0;
        for (int l = 1; l < layers.size(); l++) {
            smallest = weights(layers.get(l)) < weights(layers.get(smallest)) ? l : smallest;
        }
        return smallest;
    }

    private static int weights(Layer layer) {
        return layer.inputs() * layer.outputs();
    }

    /** All layers divided by beta but the smallest, which is multiplied. */
    static double[] push(Architecture architecture, double beta) {
        double[] factors = new double[architecture.layers().size()];
        Arrays.fill(factors, 1.0 / beta);
        factors[smallest(architecture)] = Math.pow(beta, factors.length - 1.0);
        return Rescaling.of(architecture, factors).factors();
    }

    @Override
    public boolean concerns(Setting setting) {
        return LayerScaling.movesIn(setting);
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        return judge(LearningClaim.network(setting), NetworkPoints.start(laboratory, setting),
                NetworkPoints.seed(laboratory, 1));
    }

    /** All three at a point. */
    List<Judgement> judge(Network all, double[] theta, Seed seed) {
        Network few = all.over(all.samples().first(RescalingInvariance.SAMPLES));
        Ground ground = new Ground(STATEMENT, LayerScaling.hypotheses(all));
        Ground smooth = ground.and(Kinks.apart(few, theta));
        Ground small = smooth.and(new Hypothesis("few enough parameters for all eigenvalues, " + MOST,
                theta.length <= MOST, theta.length + " parameters"));
        Propagation worker = few.bind();
        List<Judgement> judgements = new ArrayList<>(
                small.judge("N1 eigenvalues", () -> eigenvalues(small, worker, theta)));
        judgements.addAll(ball(ground, worker, theta));
        judgements.addAll(smooth.judge(
                "N1 curvature in other coordinates", () -> coordinates(smooth, worker, theta, seed)));
        return judgements;
    }

    private List<Judgement> eigenvalues(Ground small, Propagation worker, double[] theta) {
        Architecture architecture = worker.network().architecture();
        double[] here = values(worker, theta);
        int positive = (int) Arrays.stream(here).filter(v -> v > ZERO * here[0]).count();
        List<Layer> layers = architecture.layers();
        int at = smallest(architecture);
        int left = weights(layers.get(at));
        for (Layer layer : layers.subList(at, layers.size())) {
            left += layer.end() - layer.biasesFrom();
        }
        int count = positive - left;
        Ground enough = small.and(new Hypothesis("more positive eigenvalues than weights"
                + " of the smallest layer and biases behind it", count > 0, positive + " and " + left));
        return enough.judge("N1 eigenvalues", () -> {
            double bound = BEYOND * here[0];
            double beta = 1.1 * Math.sqrt(bound / here[positive - 1]);
            double[] there = values(worker, LayerScaling.point(theta, pushed.factors(architecture, beta)));
            double rounding = theta.length * Math.ulp(there[0]) / bound;
            return List.of(enough.computed("N1 eigenvalue " + count + " pushed beyond 100 times the largest, over that",
                    new Prediction.AtLeast(1.0), there[count - 1] / bound, "rounding", rounding));
        });
    }

    private static double[] values(Propagation worker, double[] theta) {
        return Spectrum.values(DenseMatrix.of(NetworkMatrix.HESSIAN.at(worker, theta))).values();
    }

    private List<Judgement> ball(Ground ground, Propagation worker, double[] theta) {
        Layer first = worker.network().architecture().layers().get(0);
        double[] without = theta.clone();
        Arrays.fill(without, first.weightsFrom(), first.biasesFrom(), 0.0);
        double here = worker.loss(theta);
        double rise = worker.loss(without) - here;
        Ground worse = ground.and(new Hypothesis(
                "a larger loss without the weights of layer 1", rise > ZERO * here,
                String.format(Locale.ROOT, "by %.5g", rise)));
        return worse.judge("N1 eps-sharpness", () -> ball(worse, worker, theta, here, rise));
    }

    private List<Judgement> ball(Ground ground, Propagation worker, double[] theta, double here, double rise) {
        Layer first = worker.network().architecture().layers().get(0);
        double squares = 0.0;
        for (int i = first.weightsFrom(); i < first.biasesFrom(); i++) {
            squares += theta[i] * theta[i];
        }
        double[] factors = shrunk.factors(worker.network().architecture(), RADIUS / Math.sqrt(squares));
        double found = EpsilonSharpness.atLeast(worker, LayerScaling.point(theta, factors), RADIUS);
        double rounding = 4.0 * ParameterRounding.unit(worker.network()) * (here + rise) / rise;
        return List.of(ground.computed("N1 eps-sharpness within 0.001, over the rise without layer 1",
                new Prediction.AtLeast(1.0), found * (1.0 + here) / rise, "rounding", rounding));
    }

    private List<Judgement> coordinates(Ground ground, Propagation worker, double[] theta, Seed seed) {
        Lanczos.Pairs leading = new Lanczos(1, 0).of(NetworkMatrix.HESSIAN.at(worker, theta), seed);
        double predicted = MAP.factor() * leading.values()[0];
        double[] direction = leading.vectors()[0];
        double way = SmallStep.length(worker.network(), theta, direction, SHARE);
        double coarse = curvature(worker, theta, direction, way);
        double fine = curvature(worker, theta, direction, 0.5 * way);
        double rounding = 16.0 * ParameterRounding.unit(worker.network()) * worker.loss(theta) / (way * way);
        double error = Math.abs(fine - coarse) + rounding;
        return List.of(ground.computed("N1 largest eigenvalue in coordinates eta = (|x|^2 + 0.3)^-0.4 x",
                new Prediction.Equals(predicted, 1e-2 * predicted),
                (4.0 * fine - coarse) / 3.0, "finite radius", error));
    }

    /** The second difference of the loss along a direction of the other coordinates. */
    private double curvature(Propagation worker, double[] theta, double[] direction, double way) {
        double distance = map.distance(way);
        double[] there = new double[theta.length];
        Arrays.setAll(there, i -> theta[i] + distance * direction[i]);
        double sum = worker.loss(there);
        Arrays.setAll(there, i -> theta[i] - distance * direction[i]);
        return (sum + worker.loss(there) - 2.0 * worker.loss(theta)) / (way * way);
    }
}
