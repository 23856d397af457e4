package org.thalweg.results.claim.learned;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.quantity.Digits;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.LearningClaim;

/**
 * N8: the leading eigenvectors of the Hessian come to rest under SGD and are moved on by Adam, under which they rest on
 * fewer parameters [MMB26]. The paper's formulas are not known here: displacement and localisation are those of {@link
 * LeadingSpace}, between points of equal loss, and judged by a sign test over seeds.
 */
public final class LeadingDirections implements LearningClaim {
    private static final String STATEMENT = "between equal losses SGD moves the leading eigenvectors less than Adam does, and"
            + " under Adam they rest on fewer parameters: in more than half of all seeds";

    /** All alike are one in 2^15 by chance. */
    private static final int FEWEST_SEEDS = 16;
    private static final int ITERATIONS = 2000;
    private static final int CHECKPOINTS = 201;
    private static final double LARGEST = 4e5;

    /** The learning rate of Adam's paper [KB15]. */
    private static final double OF_ADAM = 1e-3;

    /** Of the loss at the start: the claim is about networks that have learned. */
    private static final double LEARNED = 0.1;

    /** Above the lowest loss that both come to, so that both pass it. */
    private static final double ABOVE = 1.05;

    /** What is seen of one seed. */
    private record Pair(double late, double sgdMoves, double adamMoves, double sgdLocal, double adamLocal) {}

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting setting) {
        Network network = LearningClaim.network(setting);
        int outputs = network.architecture().outputs();
        boolean plain = setting.sgd().plain();
        Ground ground = Ground.of(STATEMENT,
                new Hypothesis("plain SGD", plain, plain ? "yes" : "another optimiser, momentum or a schedule"),
                LearningClaim.batches(setting), LearningClaim.classes(setting),
                new Hypothesis("at least three classes", outputs > 2, Integer.toString(outputs)),
                LearningClaim.derivatives(LearningClaim.network(setting)),
                new Hypothesis("more parameters than " + outputs, network.parameters() > outputs,
                        Integer.toString(network.parameters())),
                LearningClaim.small(setting, LARGEST));
        return ground.judge("N8", () -> judge(laboratory, setting, ground));
    }

    private static List<Judgement> judge(Laboratory laboratory, Setting setting, Ground ground) {
        int seeds = LearningClaim.seeds(laboratory, FEWEST_SEEDS);
        Seed seed = Trainings.seed(laboratory, 8);
        Setting adam = setting.withSgd(new Sgd(OF_ADAM).withRule(Adam.DEFAULT));
        List<List<double[]>> bySgd = Trainings.paths(setting, ITERATIONS, CHECKPOINTS, seed, seeds);
        List<List<double[]>> byAdam = Trainings.paths(adam, ITERATIONS, CHECKPOINTS, seed, seeds);
        Ground ended = ground.and(Trainings.allEnded(bySgd, CHECKPOINTS));
        return ended.judge("N8", () -> {
            List<Pair> pairs = IntStream.range(0, seeds).parallel()
                    .mapToObj(s -> pair(setting, bySgd.get(s), byAdam.get(s), seed.child(s))).toList();
            double worst = pairs.stream().mapToDouble(Pair::late).max().orElseThrow();
            Ground learned = ended.and(new Hypothesis("both come to " + LEARNED
                    + " of the loss at the start from each seed", worst <= LEARNED, Digits.of(worst)));
            return learned.judge("N8", () -> List.of(
                    judge("N8 share of seeds in which SGD moves them less", p -> p.adamMoves - p.sgdMoves, pairs,
                            learned),
                    judge("N8 share of seeds in which Adam's rest on fewer parameters",
                            p -> p.adamLocal - p.sgdLocal, pairs, learned)));
        });
    }

    private static Pair pair(Setting setting, List<double[]> bySgd, List<double[]> byAdam, Seed seed) {
        Propagation network = LearningClaim.network(setting).bind();
        int dimension = network.network().architecture().outputs() - 1;
        LossPath sgd = new LossPath(network, bySgd);
        LossPath adam = new LossPath(network, byAdam);
        double late = ABOVE * Math.max(sgd.lowest(), adam.lowest());
        double early = Math.sqrt(late * sgd.first());
        LeadingSpace[] spaces = new LeadingSpace[4];
        for (int k = 0; k < 4; k++) {
            spaces[k] = LeadingSpace.at(network, (k < 2 ? sgd : adam).at(k % 2 == 0 ? early : late), dimension, seed);
        }
        return new Pair(late / sgd.first(), spaces[0].displacement(spaces[1]), spaces[2].displacement(spaces[3]),
                spaces[1].localisation(), spaces[3].localisation());
    }

    private static Judgement judge(String id, ToDoubleFunction<Pair> more, List<Pair> pairs, Ground ground) {
        return ground.signs(id, 0.0, pairs.stream().mapToDouble(more).toArray());
    }
}
