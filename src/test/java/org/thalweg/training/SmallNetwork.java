package org.thalweg.training;

import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;

/** A network of 35 parameters on 20 digits. */
final class SmallNetwork {
    private SmallNetwork() {}

    static Setting with(String sampling, String sgd, String start) {
        return ModelText.sound("""
                name: small
                loss: {kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 29, 36, 43], per-class: 10,
                  test-per-class: 5}, layers: [4, 5, 2]}
                noise: {kind: samples, batch: 6, sampling: %s}
                sgd: %s
                start: %s
                """.formatted(sampling, sgd, start)).setting();
    }

    static Setting plain() {
        return with("reshuffled", "{learning-rate: 0.5}", "{kind: he-normal, seed: 3}");
    }

    /** Of one hidden layer of tanh units, so that every optimiser serves it. */
    static Setting withOptimiser(String sgd, String optimiser) {
        return ModelText.sound("""
                name: small
                loss: {kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 29, 36, 43], per-class: 10,
                  test-per-class: 5}, layers: [4, 5, 2], activation: tanh}
                noise: {kind: samples, batch: 6, sampling: reshuffled}
                sgd: %s
                optimiser: %s
                start: {kind: he-normal, seed: 3}
                """.formatted(sgd, optimiser)).setting();
    }
}
