package org.thalweg.probes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.network.ParameterGroup;
import org.thalweg.refusal.Refusal;

/**
 * What is measured, and of which parameters.
 *
 * @param network over the samples to train on
 * @param group a block of parameters to which Hessian and gradient are restricted; all where empty
 * @param top how many of the largest eigenvalues
 * @param probes in the order of the enumeration
 */
public record ProbePlan(Network network, Optional<ParameterGroup> group, int top, Set<Probe> probes) {
    /**
     * What goes without saying, half a minute of one core: products with the Hessian times samples times parameters,
     * each of which takes some two nanoseconds. What takes more is measured where it is asked for by name.
     */
    static final double CHEAP = 1.2e10;

    /**
     * A plan.
     *
     * @param layer the name of a group of parameters, such as W2
     * @param asked by name; empty for all that are cheap
     * @throws Refusal where there is no such layer, or there are fewer eigenvalues
     */
    public static ProbePlan of(Network network, Optional<String> layer, int top, Set<Probe> asked) {
        Optional<ParameterGroup> group = layer.map(network.architecture()::group);
        int dimension = group.map(ParameterGroup::size).orElse(network.parameters());
        if (top < 1 || top > dimension) {
            throw new Refusal("the " + top + " largest eigenvalues of " + dimension + " parameters; give --top"
                    + " from 1 to "
                    + dimension);
        }
        ProbePlan all = new ProbePlan(network, group, top, EnumSet.allOf(Probe.class));
        Set<Probe> probes = asked.isEmpty() ? EnumSet.noneOf(Probe.class) : EnumSet.copyOf(asked);
        for (Probe probe : asked.isEmpty() ? Probe.values() : new Probe[0]) {
            if (all.work(probe) <= CHEAP && !(layer.isPresent() && probe.ofTheWhole())) {
                probes.add(probe);
            }
        }
        return new ProbePlan(network, group, top, probes);
    }

    /** The number of parameters that are looked at. */
    public int dimension() {
        return group.map(ParameterGroup::size).orElse(network.parameters());
    }

    /** The layers whose weights are looked at. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(network.architecture().layers());
        group.ifPresent(g -> layers.removeIf(l -> g.from() != l.weightsFrom() || g.end() != l.biasesFrom()));
        return layers;
    }

    /** True where exact traces would take long: they are estimated then, with standard errors. */
    public boolean samplesTraces() {
        return (double) dimension() * network.samples().count() * network.parameters() > CHEAP;
    }

    /**
     * Products with the Hessian that a probe takes; of the spectrum, which stops where it is exact enough, and of
     * traces that are estimated, none worth speaking of.
     */
    long products(Probe probe) {
        return switch (probe) {
            case TRACES -> samplesTraces() ? 0 : dimension();
            case RELATIVE_FLATNESS -> layers().stream()
                    .mapToLong(l -> (long) l.inputs() * Math.min(l.inputs(), l.outputs())).sum();
            default -> 0;
        };
    }

    private double work(Probe probe) {
        return (double) products(probe) * network.samples().count() * network.parameters();
    }

    /** What is estimated or left out since it takes long, in words for a remark. */
    public List<String> remarks() {
        List<String> left = new ArrayList<>();
        if (probes.contains(Probe.TRACES) && samplesTraces()) {
            left.add("traces and the bounds by them are estimates from random vectors, with standard errors: exact ones"
                    + " would take " + dimension() + " products with the Hessian at each point");
        }
        for (Probe probe : Probe.values()) {
            if (!probes.contains(probe) && work(probe) > CHEAP) {
                left.add("no " + probe.key() + ": " + products(probe) + " products with the Hessian at each"
                        + " point; ask for"
                        + " them by --probe " + probe.key());
            }
        }
        return left;
    }
}
