package org.thalweg.model.loss;

import java.util.Optional;
import org.thalweg.data.DataSet;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;

/**
 * A loss that is the mean over samples of what a network makes of each: what is learned, and from what.
 *
 * @param train the network over the samples to train on, whose mean loss is the surface
 * @param test the same layers over the samples to test on; empty where there are none
 * @param data where the samples come from
 */
public record LearningTask(Network train, Optional<Network> test, DataSet data) {
    /** A network on a data set; refuses data that do not fit its layers. */
    public static LearningTask of(Architecture architecture, DataSet data) {
        Network train = new Network(architecture, data.train());
        return new LearningTask(train, data.test().map(train::testedOn), data);
    }

    /** The number of samples to train on. */
    public int samples() {
        return data.train().count();
    }
}
