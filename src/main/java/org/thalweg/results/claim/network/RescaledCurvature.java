package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.SamSharpness;

/**
 * N1, the other half: trace of the Hessian and sharpness are measures of the parameters, not of the function. Moving
 * size between layers multiplies them by a factor that is known from the parts of the layers at one point, and over the
 * weights the trace rises at least eightfold at alpha = 0.1 or at alpha = 3, whatever the network [DPBB17].
 */
public final class RescaledCurvature implements ClaimExperiment {
    private static final String STATEMENT =
            "layers times alpha, the last one divided: trace and sharpness follow their layers' parts, and do not stay";
    private static final String SHARPNESS = "N1 sharpness by one step";
    private static final double RESOLUTION = 1e-12;

    /** The least of max(t(0.1), t(3)) / t(1) over all shares of the layers, docs/theory/networks.md: 8.26. */
    private static final double LEAST_RISE = 8.26;

    /**
     * The most that weights or biases of a layer are changed by, as a share of themselves, by the steps at which
     * sharpness is measured: the law is that of small ones. Of a hundred thousand rectified units and samples, hardly
     * one passes its kink on such a step.
     */
    private static final double SHARE = 1e-8;

    private static final double SHARPNESS_RESOLUTION = 1e-2;

    /** Products with the Hessian times samples times parameters that are worth a second. */
    private static final double CHEAP = 6.5e8;

    private final LayerScaling scaling;

    public RescaledCurvature() {
        this(LayerScaling.DEEP);
    }

    /** With a scaling that may be wrong, to see that it is noticed. */
    RescaledCurvature(LayerScaling scaling) {
        this.scaling = scaling;
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

    /** Both at a point. */
    List<Judgement> judge(Network all, double[] theta, Seed seed) {
        double[] gradient = new double[theta.length];
        all.bind().lossAndGradient(theta, gradient);
        Network few = all.over(all.samples().first(RescalingInvariance.SAMPLES));
        Ground ground = new Ground(STATEMENT, LayerScaling.hypotheses(all))
                .and(LayerScaling.moving(gradient), Kinks.apart(few, theta));
        double work = (double) theta.length * theta.length * few.samples().count();
        Ground small = ground.and(new Hypothesis(
                "few enough parameters for a trace, parameters^2 x samples <= " + CHEAP, work <= CHEAP,
                Double.toString(work)));
        List<Judgement> judgements = new ArrayList<>(
                ground.judge(SHARPNESS, () -> sharpness(ground, all, theta, gradient)));
        judgements.addAll(small.judge("N1 trace", () -> traces(small, few, theta, seed)));
        return judgements;
    }

    private List<Judgement> sharpness(Ground ground, Network all, double[] theta, double[] gradient) {
        Propagation worker = all.bind();
        Measurement here = slope(worker, theta);
        List<Judgement> judgements = new ArrayList<>();
        for (double alpha : changing()) {
            double[] f = scaling.factors(all.architecture(), alpha);
            double squares = 0.0;
            double moved = 0.0;
            for (int i = 0; i < f.length; i++) {
                squares += gradient[i] * gradient[i];
                moved += gradient[i] * gradient[i] / (f[i] * f[i]);
            }
            double predicted = Math.sqrt(moved / squares);
            Measurement there = slope(worker, LayerScaling.point(theta, f));
            double ratio = there.value() / here.value();
            double error = ratio * (there.standardError() / Math.abs(there.value())
                    + here.standardError() / Math.abs(here.value()));
            judgements.add(ground.computed(SHARPNESS + ", alpha " + alpha + " over 1",
                    new Prediction.Equals(predicted, SHARPNESS_RESOLUTION * predicted), ratio, "finite radius", error));
        }
        return judgements;
    }

    /** The rise by one step over its radius, as the radius goes to 0, with what the extrapolation removes as error. */
    private static Measurement slope(Propagation worker, double[] theta) {
        double[] gradient = new double[theta.length];
        worker.lossAndGradient(theta, gradient);
        double radius = SmallStep.length(worker.network(), theta, gradient, SHARE);
        double coarse = SamSharpness.oneStep(worker, theta, radius) / radius;
        double fine = SamSharpness.oneStep(worker, theta, 0.5 * radius) / (0.5 * radius);
        double ofLoss = 4.0 * ParameterRounding.unit(worker.network()) * Math.abs(worker.loss(theta));
        double rounding = ofLoss / (0.5 * radius);
        return Measurement.computed(2.0 * fine - coarse, Math.abs(fine - coarse) + rounding);
    }

    private static List<Double> changing() {
        return LayerScaling.ALPHAS.stream().filter(alpha -> alpha != 1.0).toList();
    }

    private List<Judgement> traces(Ground ground, Network few, double[] theta, Seed seed) {
        Propagation worker = few.bind();
        double[] here = diagonal(worker, theta);
        double rounding = ParameterRounding.bound(few, theta, seed, product(worker, theta, seed));
        List<Judgement> judgements = new ArrayList<>();
        double largest = 0.0;
        for (double alpha : changing()) {
            double[] f = scaling.factors(few.architecture(), alpha);
            double[] there = diagonal(worker, LayerScaling.point(theta, f));
            double predicted = 0.0;
            double measured = 0.0;
            for (int i = 0; i < f.length; i++) {
                predicted += here[i] / (f[i] * f[i]);
                measured += there[i];
            }
            double size = Math.abs(predicted);
            judgements.add(ground.computed("N1 trace, alpha " + alpha,
                    new Prediction.Equals(predicted, RESOLUTION * size), measured, "rounding", rounding * size));
            largest = Math.max(largest, ofWeights(few, there) / ofWeights(few, here));
        }
        judgements.add(ground.computed(
                String.format(Locale.ROOT, "N1 rise of the trace of weights, over %.4g", LEAST_RISE),
                new Prediction.AtLeast(1.0), largest / LEAST_RISE, "rounding", rounding));
        return judgements;
    }

    /** The relative change of one product with the Hessian: rounding of numbers of which the trace is made. */
    private static ToDoubleFunction<double[]> product(
            Propagation worker, double[] theta, Seed seed) {
        double[] direction = new double[theta.length];
        seed.stream(Purpose.OTHER, 1).fillNormal(direction, direction.length);
        double[] here = new double[theta.length];
        worker.hessianTimes(theta, direction, here);
        double[] there = new double[theta.length];
        return near -> {
            worker.hessianTimes(near, direction, there);
            double squares = 0.0;
            double differences = 0.0;
            for (int i = 0; i < there.length; i++) {
                squares += here[i] * here[i];
                differences += (there[i] - here[i]) * (there[i] - here[i]);
            }
            return differences == 0.0 ? 0.0 : Math.sqrt(differences / squares);
        };
    }

    private static double[] diagonal(Propagation worker, double[] theta) {
        double[] diagonal = new double[theta.length];
        double[] unit = new double[theta.length];
        double[] column = new double[theta.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = 1.0;
            worker.hessianTimes(theta, unit, column);
            unit[i] = 0.0;
            diagonal[i] = column[i];
        }
        return diagonal;
    }

    private static double ofWeights(Network network, double[] diagonal) {
        double sum = 0.0;
        for (Layer layer : network.architecture().layers()) {
            for (int i = layer.weightsFrom(); i < layer.biasesFrom(); i++) {
                sum += diagonal[i];
            }
        }
        return sum;
    }
}
