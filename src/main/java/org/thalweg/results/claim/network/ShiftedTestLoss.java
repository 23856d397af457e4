package org.thalweg.results.claim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * A4: trained networks have asymmetric directions, definition 1 of [HHY19], and theorem 1 holds along them with the
 * test loss for the shifted one (docs/theory/asymmetric-valleys.md).
 *
 * <p>Directions are those in which the weights of a layer, or all parameters, become larger: sizes of normal numbers
 * with the signs of the weights. Of each the distances and the shift are looked for at which the test loss is
 * most nearly the shifted train loss; the theorem is judged on those whose gap is small enough for it.
 */
public final class ShiftedTestLoss implements LearningClaim {
    private static final String STATEMENT = "directions that make weights larger are asymmetric, and a bias l along"
            + " them gains at least (c - 1) p l/2 - 2 xi under shifts as large as that of the test loss";

    /** Directions of each group of parameters. */
    private static final int DRAWS = 8;

    /** Seeds at which the theorem is looked at, which takes most of the work. */
    private static final int THEOREM_SEEDS = 5;

    /** Places to either side, and how far they reach in lengths of the vector of the group's parameters. */
    private static final int PLACES = 30;
    private static final double REACH = 0.15;

    /** zeta and r of the slopes that are compared, in places: 0.02 and 0.06 of that length. */
    private static final int INNER = 4;
    private static final int OUTER = 12;

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Ground tested = new Ground(STATEMENT, TrainedNetworks.trainable(setting)).and(LearningClaim.tested(setting));
        return TrainedNetworks.judge("A4", tested, () -> TrainedNetworks.settled(laboratory, setting),
                (networks, ground) -> judge(networks, NetworkPoints.seed(laboratory, 7), ground));
    }

    /** Some parameters that lie one after the other. */
    private record Group(String name, int from, int size) {}

    /** Weights and factors. Weights in front of a batch normalisation are left out: it takes away their size. */
    private static List<Group> groups(Network network) {
        Architecture architecture = network.architecture();
        String last = "W" + architecture.layers().size();
        List<Group> groups = new ArrayList<>();
        for (ParameterGroup group : architecture.groups()) {
            boolean weights = group.name().startsWith("W") && !architecture.batchNorm() || group.name().equals(last);
            if (weights || group.name().startsWith("gamma")) {
                groups.add(new Group(group.name(), group.from(), group.size()));
            }
        }
        groups.add(new Group("all parameters", 0, network.parameters()));
        return groups;
    }

    private static List<Judgement> judge(TrainedNetworks networks, Seed seed, Ground ground) {
        LearningTask task = networks.setting().surface().task().orElseThrow();
        List<Group> groups = groups(task.train());
        List<List<LineLosses>> bySeed = IntStream.range(0, networks.seeds()).parallel()
                .mapToObj(s -> lines(task, networks.ends().get(s), groups, seed.child(s),
                        s < THEOREM_SEEDS ? PLACES : OUTER)).toList();
        List<Judgement> judgements = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            int first = g * DRAWS;
            judgements.add(ground.signs("A4 share of seeds in which s > p along " + groups.get(g).name(), 0.0,
                    bySeed.stream().mapToDouble(lines -> new Median().evaluate(lines.subList(first, first + DRAWS)
                            .stream().mapToDouble(line -> line.contrast(INNER, OUTER)).toArray())).toArray()));
        }
        judgements.addAll(theorem(task.train(), bySeed.subList(0, Math.min(THEOREM_SEEDS, bySeed.size())), ground));
        return judgements;
    }

    /** Some lines a group, as far as so many places to either side. */
    private static List<LineLosses> lines(
            LearningTask task, double[] theta, List<Group> groups, Seed seed, int places) {
        Propagation train = task.train().bind();
        Propagation test = task.test().orElseThrow().bind();
        List<LineLosses> lines = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] direction = outwards(theta, groups.get(g), seed.child(g).stream(Purpose.OTHER, draw));
                double[] trained = new double[2 * places + 1];
                double[] tested = new double[trained.length];
                double[] there = new double[theta.length];
                for (int k = 0; k < trained.length; k++) {
                    double way = REACH * (k - places) / PLACES;
                    Arrays.setAll(there, i -> theta[i] + way * direction[i]);
                    trained[k] = train.loss(there);
                    tested[k] = test.loss(there);
                }
                lines.add(new LineLosses(trained, tested, REACH / PLACES));
            }
        }
        return lines;
    }

    /** A direction of a group as long as its vector of parameters, with their signs. */
    private static double[] outwards(double[] theta, Group group, RandomStream random) {
        double[] normal = new double[group.size()];
        random.fillNormal(normal, normal.length);
        double[] direction = new double[theta.length];
        double squares = 0.0;
        double wanted = 0.0;
        for (int i = 0; i < normal.length; i++) {
            direction[group.from() + i] = Math.copySign(normal[i], theta[group.from() + i]);
            squares += normal[i] * normal[i];
            wanted += theta[group.from() + i] * theta[group.from() + i];
        }
        double factor = Math.sqrt(wanted / squares);
        for (int i = 0; i < normal.length; i++) {
            direction[group.from() + i] *= factor;
        }
        return direction;
    }

    private static List<Judgement> theorem(Network network, List<List<LineLosses>> bySeed, Ground ground) {
        int directions = 0;
        int seeds = 0;
        double closest = Double.POSITIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double rounding = 0.0;
        for (List<LineLosses> lines : bySeed) {
            int before = directions;
            for (LineLosses line : lines) {
                Optional<LineLosses.Shift> shift = line.shift();
                double condition = shift.map(s -> s.condition(line.step())).orElse(Double.POSITIVE_INFINITY);
                closest = Math.min(closest, condition);
                if (condition < 1.0) {
                    double bound = line.bound(shift.get());
                    double error = 8.0 * ParameterRounding.unit(network)
                            * Arrays.stream(line.test()).max().orElseThrow() / bound;
                    directions++;
                    least = Math.min(least, line.gain(shift.get()) / bound);
                    rounding = Math.max(rounding, error);
                }
            }
            seeds += directions > before ? 1 : 0;
        }
        Ground all = ground.and(new Hypothesis(
                "along some direction the test loss is the train loss shifted: 4 xi < (c - 1) p l", directions > 0,
                String.format(Locale.ROOT, "4 xi / ((c - 1) p l) = %.3g at best", closest)));
        String id = "A4 gain by the flat side over its bound, least of " + directions + " directions at " + seeds
                + " of " + bySeed.size() + " seeds";
        double gain = least;
        double error = rounding;
        return all.judge("A4 gain", () -> List.of(
                all.computed(id, new Prediction.AtLeast(1.0 - 2.0 * error), gain, "rounding", error)));
    }
}
