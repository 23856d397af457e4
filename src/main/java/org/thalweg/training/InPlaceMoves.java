package org.thalweg.training;

import org.thalweg.model.Sgd;
import org.thalweg.model.noise.batch.SampleBatches;
import org.thalweg.network.InPlaceDescent;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** The iterations of plain SGD where no gradient has to be formed. Bound to one thread. */
final class InPlaceMoves implements Moves {
    private final Sgd sgd;
    private final InPlaceDescent descent;
    private final SampleBatches batches;
    private final RandomStream random;
    private boolean begun;

    InPlaceMoves(Training training, InPlaceDescent descent, Seed seed) {
        this.sgd = training.setting().sgd();
        this.descent = descent;
        this.batches = training.noise().batches();
        this.random = seed.stream(Purpose.GRADIENT_NOISE, 0);
    }

    @Override
    public boolean move(long number, double[] theta) {
        if (!begun) {
            descent.begin(theta);
            begun = true;
        }
        int[] batch = batches.next(number, random);
        return Double.isFinite(descent.step(theta, batch, batch.length, sgd.rate(number)));
    }

    @Override
    public void settle(double[] theta) {
        if (begun) {
            descent.settle(theta);
        }
    }
}
