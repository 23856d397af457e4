package org.thalweg.training;

import java.util.Optional;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.batch.SampleBatches;
import org.thalweg.network.InPlaceDescent;
import org.thalweg.network.Propagation;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** The iterations of an optimiser on the parameters of one network. Bound to one thread. */
interface Moves {
    /**
     * One iteration. Parameters may lie elsewhere in between: {@link #settle} brings them back.
     *
     * @param number of the iteration, from 0
     * @param theta modified; between iterations by nobody else
     * @return false where the loss of a batch has overflowed; the parameters are of no use then
     */
    boolean move(long number, double[] theta);

    /** Before anybody looks at the parameters that {@link #move} was given. */
    default void settle(double[] theta) {}

    /** The moves of a training, from its beginning. */
    static Moves of(Training training, Propagation network, Seed seed) {
        return training.setting().sgd().descends() ? descending(training, network, seed)
                : new OptimisedMoves(training, network, seed);
    }

    private static Moves descending(Training training, Propagation network, Seed seed) {
        Sgd sgd = training.setting().sgd();
        Optional<InPlaceDescent> inPlace = sgd.momentum() == 0.0 && sgd.weightDecay() == 0.0
                ? InPlaceDescent.of(network.network(), training.noise().batch()) : Optional.empty();
        if (inPlace.isPresent()) {
            return new InPlaceMoves(training, inPlace.get(), seed);
        }
        RandomStream random = seed.stream(Purpose.GRADIENT_NOISE, 0);
        SampleBatches batches = training.noise().batches();
        double[] gradient = new double[training.task().train().parameters()];
        Descent descent = new Descent(sgd, gradient.length);
        return (number, theta) -> {
            int[] batch = batches.next(number, random);
            boolean finite = Double.isFinite(network.lossAndGradient(theta, batch, batch.length, gradient));
            if (finite) {
                descent.step(number, theta, gradient);
            }
            return finite;
        };
    }
}
