package org.thalweg.results;

import org.thalweg.model.Setting;
import org.thalweg.random.Seed;

/**
 * What was asked: the setting, the witness with its scheme and increments, and its step. The random numbers follow
 * from the numbers alone.
 */
record Address(double learningRate, double temperature, double anisotropy, SettingKey setting,
        String witness, double step) {
    static Address of(Setting setting, SettingKey key, String witness, double step) {
        return new Address(
                setting.sgd().learningRate(),
                setting.temperatureAt(setting.start()),
                setting.noise().anisotropy().orElse(0.0),
                key,
                witness,
                step);
    }

    Seed seed(Seed root) {
        return root.child(Double.doubleToLongBits(learningRate))
                .child(Double.doubleToLongBits(temperature))
                .child(Double.doubleToLongBits(anisotropy))
                .child(Double.doubleToLongBits(step));
    }
}
