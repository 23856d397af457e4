package org.thalweg.probes.face;

import java.util.Optional;
import org.thalweg.network.Evaluation;
import org.thalweg.network.Propagation;

/** The segment between two points, and the line it lies on. Bound to one thread. */
public final class Between {
    private final ProbePlan plan;
    private final Propagation train;
    private final Optional<Propagation> test;
    private final double[] there;

    public Between(ProbePlan plan) {
        this.plan = plan;
        this.train = plan.network().bind();
        this.test = plan.task().test().map(network -> network.bind());
        this.there = new double[plan.network().parameters()];
    }

    /** What is to be measured. */
    public ProbePlan plan() {
        return plan;
    }

    /** Loss and errors of the samples to train on at a + t (b - a). */
    public Evaluation train(double[] a, double[] b, double t) {
        return train.evaluate(point(a, b, t));
    }

    /** Loss and errors of the samples to test on at a + t (b - a); NaN where there are none. */
    public Evaluation test(double[] a, double[] b, double t) {
        return test.map(network -> network.evaluate(point(a, b, t)))
                .orElse(new Evaluation(Double.NaN, Double.NaN));
    }

    private double[] point(double[] a, double[] b, double t) {
        for (int i = 0; i < there.length; i++) {
            there[i] = (1.0 - t) * a[i] + t * b[i];
        }
        return there;
    }
}
