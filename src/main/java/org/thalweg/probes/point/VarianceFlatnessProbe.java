package org.thalweg.probes.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.model.loss.VarianceFlatness;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.model.paths.PrincipalComponents;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.quantity.Counted;

/**
 * The relation sigma_i^2 ~ F_i^(-psi) between the variance of SGD's path along its principal components and the
 * flatness of the loss there, with the definitions of {@link VarianceFlatness}: SGD goes on from the point for some
 * epochs. Beside it, along the same components with the same flatness, the variance under noise that is alike in all
 * directions: psi is -2 of directions in which a path comes to rest within the window, 0 of those in which it does not
 * (docs/theory/inverse-variance-flatness.md).
 */
public final class VarianceFlatnessProbe extends PointProbe {
    private static final String EXPONENT = "variance_flatness_exponent";
    private static final String CORRELATION = "variance_flatness_correlation";
    private static final String VARIANCE = "component_variance";
    private static final String ISOTROPIC = "_isotropic";

    /** The first component is the drift along the valley; published fits take those from the second on. */
    private static final int FIRST = 1;

    /**
     * The last one that is fitted; at most half as many as points, since so few points leave next to no variance for
     * the last of their components.
     */
    private static final int LAST = 200;

    /** Beyond, the matrix of products between points takes minutes. */
    private static final long MOST_POINTS = 1500;

    public VarianceFlatnessProbe() {
        super("variance-flatness", EXPONENT, CORRELATION, EXPONENT + ISOTROPIC, CORRELATION + ISOTROPIC, VARIANCE,
                "component_flatness", VARIANCE + ISOTROPIC);
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public Optional<String> refuses(ProbePlan plan) {
        if (plan.withoutSampleGradients().isPresent()) {
            return plan.withoutSampleGradients();
        }
        if (!(plan.setting().noise() instanceof SampleNoise)) {
            return Optional.of("the noise of '" + plan.setting().name() + "' is " + plan.setting().noise()
                    + ", and SGD goes on by batches of samples; use noise: {kind: samples, batch: 50}");
        }
        long points = plan.window().iterations();
        if (points < 10 || points > MOST_POINTS) {
            return Optional.of(Counted.of(points, "iteration") + " of " + plan.options().window() + " epochs are not"
                    + " 10 to " + MOST_POINTS + "; give another --window");
        }
        return Optional.empty();
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        List<double[]> path = new ArrayList<>();
        double[] mean = new double[point.theta().length];
        point.plan().window().literal(point.train(), point.theta().clone(), point.seed(), theta -> {
            path.add(point.looked(theta));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += theta[i];
            }
        });
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= path.size();
        }
        PrincipalComponents components = PrincipalComponents.ofPoints(path.toArray(double[][]::new));
        int count = Math.min(LAST, Math.min(path.size() / 2, point.plan().dimension()));
        double[][] directions = Arrays.copyOf(components.directions(), count);
        double[] flatness = new double[count];
        VarianceFlatness law = new VarianceFlatness(point.plan().setting().surface());
        Arrays.setAll(flatness, i -> law.flatness(mean, point.padded(directions[i])));
        fit(readings, "", flatness, components.variances());
        fit(readings, ISOTROPIC, flatness, IsotropicControl.variances(point, directions));
        for (int i = 0; i < count; i++) {
            readings.add("component_flatness", i + 1, flatness[i], 0.0);
        }
    }

    private static void fit(Readings readings, String noise, double[] flatness, double[] variances) {
        SimpleRegression fit = new SimpleRegression();
        for (int i = 0; i < flatness.length; i++) {
            readings.add(VARIANCE + noise, i + 1, variances[i], 0.0);
            if (i >= FIRST && flatness[i] > 0.0 && variances[i] > 0.0) {
                fit.addData(Math.log(flatness[i]), Math.log(variances[i]));
            }
        }
        readings.add(EXPONENT + noise, 0, -fit.getSlope(), fit.getSlopeStdErr());
        readings.add(CORRELATION + noise, fit.getR());
    }
}
