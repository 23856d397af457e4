package org.thalweg.probes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.probes.face.PairProbe;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.Portrait;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Reading;
import org.thalweg.probes.face.Readings;
import org.thalweg.random.Seed;

/** Measures at points, one after the other. Bound to one thread. */
public final class ProbeWorker {
    /** What a probe takes that stops where it is exact enough, as Lanczos' method does. */
    private static final double FEW_PRODUCTS = 40.0;

    private final ProbePlan plan;
    private final Propagation train;
    private final Optional<Propagation> test;
    private final String layer;

    /** A worker. */
    public ProbeWorker(ProbePlan plan) {
        this.plan = plan;
        this.train = plan.network().bind();
        this.test = plan.task().test().map(network -> network.bind());
        this.layer = plan.group().map(ParameterGroup::name).orElse("");
    }

    /** The readings at a point, in the order of the probes. */
    public List<Reading> readings(double[] theta, Seed seed) {
        return at(theta, seed, share -> { }).readings();
    }

    /** In products with the Hessian, some of which any probe takes. */
    private double work(PointProbe probe) {
        return FEW_PRODUCTS + probe.products(plan);
    }

    /** The readings at a point, in the order of the probes; and what is kept of it where pairs are compared. */
    record Measured(List<Reading> readings, Optional<Portrait> portrait) {}

    /**
     * Measures at a point.
     *
     * @param theta not modified
     * @param seed of all random numbers, such as the vector that Lanczos' method begins with
     * @param progress is told the share of this point that is done, from any thread; it does not decrease by much
     */
    Measured at(double[] theta, Seed seed, DoubleConsumer progress) {
        ProbePoint point = new ProbePoint(plan, train, test, theta, seed);
        List<Reading> readings = new ArrayList<>();
        double all = plan.pointProbes().stream().mapToDouble(this::work).sum();
        double before = 0.0;
        for (PointProbe probe : plan.pointProbes()) {
            Readings found = new Readings(probe, layer);
            double from = before;
            point.watchedBy(share -> progress.accept((from + share * work(probe)) / all));
            probe.measure(point, found);
            readings.addAll(found.all());
            before += work(probe);
            progress.accept(before / all);
        }
        if (plan.pairProbes().isEmpty()) {
            return new Measured(readings, Optional.empty());
        }
        boolean turned = plan.pairProbes().stream().anyMatch(PairProbe::needsEigenvectors);
        return new Measured(readings, Optional.of(new Portrait(point.theta(),
                turned ? point.topPairs(plan.top()).vectors() : new double[0][],
                train.mistakes(theta), test.map(t -> t.mistakes(theta)).orElse(new BitSet()))));
    }
}
