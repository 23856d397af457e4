package org.thalweg.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;

/** Measures at points, one after the other. Bound to one thread. */
public final class ProbeWorker {
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

    /**
     * The readings at a point, in the order of the probes.
     *
     * @param theta not modified
     * @param seed of all random numbers, such as the vector that Lanczos' method begins with
     */
    public List<Reading> at(double[] theta, Seed seed) {
        ProbePoint point = new ProbePoint(plan, train, test, theta, seed);
        List<Reading> readings = new ArrayList<>();
        for (PointProbe probe : plan.probes()) {
            Readings found = new Readings(probe, layer);
            probe.measure(point, found);
            readings.addAll(found.all());
        }
        return readings;
    }
}
