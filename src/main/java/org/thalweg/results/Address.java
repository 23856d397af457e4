package org.thalweg.results;

import org.thalweg.model.PlainSetting;
import org.thalweg.random.Seed;

/**
 * What was asked: the setting, by value; the witness with its scheme and increments; and its step. The random numbers
 * follow from a few of its numbers alone.
 */
record Address(PlainSetting setting, String witness, double step) {
    Seed seed(Seed root) {
        return root.child(Double.doubleToLongBits(setting.sgd().learningRate()))
                .child(Double.doubleToLongBits(setting.temperatureAt(setting.start())))
                .child(Double.doubleToLongBits(setting.noise().anisotropy().orElse(0.0)))
                .child(Double.doubleToLongBits(step));
    }
}
