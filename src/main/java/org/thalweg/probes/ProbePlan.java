package org.thalweg.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thalweg.model.LearningTask;
import org.thalweg.network.Layer;
import org.thalweg.network.Network;
import org.thalweg.network.ParameterGroup;
import org.thalweg.refusal.Refusal;

/**
 * What is measured, and of which parameters.
 *
 * @param task a network over the samples to train on, and those to test on
 * @param group a block of parameters to which Hessian and gradient are restricted; all where empty
 * @param top how many of the largest eigenvalues
 * @param probes in the order of the catalogue
 */
public record ProbePlan(LearningTask task, Optional<ParameterGroup> group, int top, List<PointProbe> probes) {
    /**
     * What goes without saying, half a minute of one core: products with the Hessian times samples times parameters,
     * each of which takes some two nanoseconds. What takes more is measured where it is asked for by name.
     */
    static final double CHEAP = 1.2e10;

    /** Keeps the order of the catalogue. */
    public ProbePlan {
        Set<PointProbe> wanted = Set.copyOf(probes);
        probes = Probes.OF_A_POINT.stream().filter(wanted::contains).toList();
    }

    /**
     * A plan.
     *
     * @param layer the name of a group of parameters, such as W2
     * @param asked by name; empty for all that are cheap
     * @throws Refusal where there is no such layer, there are fewer eigenvalues, or a probe cannot be had
     */
    public static ProbePlan of(LearningTask task, Optional<String> layer, int top, Set<PointProbe> asked) {
        Optional<ParameterGroup> group = layer.map(task.train().architecture()::group);
        int dimension = group.map(ParameterGroup::size).orElse(task.train().parameters());
        if (top < 1 || top > dimension) {
            throw new Refusal("the " + top + " largest eigenvalues of " + dimension + " parameters; give --top"
                    + " from 1 to " + dimension);
        }
        ProbePlan all = new ProbePlan(task, group, top, Probes.OF_A_POINT);
        List<PointProbe> probes = asked.isEmpty() ? all.probes.stream().filter(all::goesWithoutSaying).toList()
                : List.copyOf(asked);
        for (PointProbe probe : asked) {
            probe.refuses(all).ifPresent(why -> {
                throw new Refusal("probe " + probe.key() + ": " + why);
            });
        }
        return new ProbePlan(task, group, top, probes);
    }

    private boolean goesWithoutSaying(PointProbe probe) {
        return !probe.onlyByName() && probe.refuses(this).isEmpty() && work(probe) <= CHEAP
                && !(group.isPresent() && probe.ofTheWhole());
    }

    /** The network over the samples to train on. */
    public Network network() {
        return task.train();
    }

    /** The number of parameters that are looked at. */
    public int dimension() {
        return group.map(ParameterGroup::size).orElse(network().parameters());
    }

    /** The layers whose weights are looked at. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(network().architecture().layers());
        group.ifPresent(g -> layers.removeIf(l -> g.from() != l.weightsFrom() || g.end() != l.biasesFrom()));
        return layers;
    }

    private double work(PointProbe probe) {
        return (double) probe.products(this) * network().samples().count() * network().parameters();
    }

    /** What is left out since it takes long, in words for a remark. */
    public List<String> leftOut() {
        List<String> left = new ArrayList<>();
        for (PointProbe probe : Probes.OF_A_POINT) {
            if (!probes.contains(probe) && !probe.onlyByName() && work(probe) > CHEAP) {
                left.add("no " + probe.key() + ": " + probe.products(this) + " products with the Hessian at each"
                        + " point; ask for them by --probe " + probe.key());
            }
        }
        return left;
    }
}
