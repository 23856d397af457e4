package org.thalweg.data;

import java.util.Optional;
import org.thalweg.network.Samples;
import org.thalweg.quantity.Counted;

/**
 * Samples to train on and samples to test on.
 *
 * @param name of the set, or of its first file
 * @param test empty where there are none
 * @param max what raw inputs were divided by
 * @param sha256 of all files, one after the other
 */
public record DataSet(String name, Samples train, Optional<Samples> test, double max, String sha256) {
    static DataSet of(DataSource source, Samples train, Samples test, double max) {
        return new DataSet(source.name(), train, Optional.of(test), max, source.sha256());
    }

    static DataSet of(DataSource source, Samples train, double max) {
        return new DataSet(source.name(), train, Optional.empty(), max, source.sha256());
    }

    /** As it is described: "digits, 1000 samples of 64 inputs, 200 to test on". */
    @Override
    public String toString() {
        return name + ", " + Counted.of(train.count(), "sample") + " of " + Counted.of(train.features(), "input")
                + test.map(t -> ", " + t.count() + " to test on").orElse("");
    }
}
