package org.thalweg.probes.point;

import java.util.Optional;
import org.thalweg.network.Architecture;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.GaussianPrior;
import org.thalweg.spectra.PacBayes;

/**
 * A bound for the error on samples that were not seen [LGZCB20]: prior about the start of the model, posterior as wide
 * as the Hessian at the point allows.
 */
public final class PacBayesProbe extends PointProbe {
    /** As many products with the Hessian for its diagonal. */
    private static final int MOST = 10_000;

    /** Of draws of the posterior in all, in products with the Hessian: each is a fourth of one. */
    private static final double DRAWS = 150.0;

    public PacBayesProbe() {
        super("pac-bayes", "pac_bayes_bound", "pac_bayes_error", "pac_bayes_divergence", "pac_bayes_sharp_part",
                "pac_bayes_width");
    }

    @Override
    public boolean ofTheWhole() {
        return true;
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public long products(ProbePlan plan) {
        return plan.network().parameters();
    }

    @Override
    public Optional<String> remark(ProbePlan plan) {
        return Optional.of("pac_bayes_bound holds with probability " + (1.0 - PacBayes.CONFIDENCE)
                + ", and only if the start of the model has seen none of its samples");
    }

    @Override
    public Optional<String> refuses(ProbePlan plan) {
        if (!plan.network().samples().haveClasses()) {
            return Optional.of("samples have targets, and it bounds the share of wrong classes; use labels");
        }
        if (plan.network().parameters() > MOST) {
            return Optional.of(plan.network().parameters() + " parameters, each a product with the Hessian; use a"
                    + " network of at most " + MOST);
        }
        return plan.withoutSampleGradients();
    }

    @Override
    public boolean needsDerivatives() {
        return true;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        Architecture architecture = point.plan().network().architecture();
        GaussianPrior prior = GaussianPrior.about(architecture, point.plan().setting().start());
        int parameters = point.theta().length;
        double share = parameters / (parameters + DRAWS);
        double[] curvature = PacBayes.diagonal(
                parameters, point::wholeHessianAnew, done -> point.reached(share * done));
        PacBayes found = PacBayes.of(point.train(), point.theta(), curvature, prior, point.seed(),
                done -> point.reached(share + (1.0 - share) * done));
        readings.addOf("", "pac_bayes_bound", 0, found.bound(), found.boundError());
        readings.addOf("", "pac_bayes_error", 0, found.loss(), found.lossError());
        readings.addOf("", "pac_bayes_divergence", 0, found.divergence(), 0.0);
        readings.addOf("", "pac_bayes_sharp_part", 0, found.sharpPart(), 0.0);
        readings.addOf("", "pac_bayes_width", 0, found.width(), 0.0);
    }
}
