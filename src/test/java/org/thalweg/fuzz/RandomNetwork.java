package org.thalweg.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Small networks in model files, with every key of theirs somewhere, and what can be wrong with those. */
final class RandomNetwork {
    /** Tables that the models name: samples, and parameters to start from. */
    static final String SAMPLES = "samples.csv";
    static final String START = "start.csv";

    private static final String REST = """
            noise: {kind: samples, batch: 3, sampling: reshuffled}
            sgd: {learning-rate: 0.1, momentum: 0.5, weight-decay: 0.001}
            start: {kind: he-normal, seed: 1, alpha: 2}
            train: {time: 10, checkpoints: 5, stop: {train-error: 0, then-epochs: 2}}
            """;

    static final List<String> MODELS = List.of("""
            name: table
            loss:
              kind: network
              data: {table: samples.csv, inputs: [u, v], label: class}
              layers: [2, 3, 2]
              activation: relu
              biases: true
              output: cross-entropy
            """ + REST, """
            name: targets
            loss:
              kind: network
              data: {table: samples.csv, inputs: [u, v], outputs: [t], max: 2, scale: 0.5, shift: 0.1}
              layers: [2, 2, 1]
              activation: tanh
              biases: false
              output: mse
            noise: {kind: samples, batch: 2, sampling: replacement}
            sgd: {learning-rate: 0.1}
            start: {table: start.csv, value: theta}
            """, """
            name: digits
            loss:
              kind: network
              data: {set: digits, inputs: [21, 43], per-class: 2, test-per-class: 1, parity: true, label-noise: 0.2, seed: 3}
              layers: [2, 2]
              activation: softplus
            noise: {kind: samples, batch: 1, sampling: without-replacement}
            sgd: {learning-rate: 0.1, schedule: {kind: cosine, iterations: 20}}
            start: {kind: glorot-normal}
            train: {time: 1}
            """, """
            name: plane
            loss:
              kind: network
              data: {set: digits, classes: [0, 1], inputs: [21, 43], per-class: 3, random-labels: true, seed: 5}
              layers: [2, 1]
              biases: false
              output: mse
            domain:
              x: {from: 0.2, to: 1.8, boundary: reflecting}
              y: {from: -0.8, to: 0.8, boundary: reflecting}
            noise: {kind: samples, batch: 4, sampling: replacement}
            sgd: {learning-rate: 0.05}
            start: {x: 1, y: 0}
            """);

    private static final List<String> KEYS = List.of("set", "table", "images", "labels", "test-images", "test-labels",
            "inputs", "outputs", "label", "per-class", "test-per-class", "classes", "max", "scale", "shift", "parity",
            "label-noise", "random-labels", "seed", "layers", "activation", "biases", "output", "batch-norm", "weights",
            "batch", "sampling", "kind", "value", "checkpoint", "at", "repeat", "alpha", "time", "checkpoints", "stop",
            "train-error", "then-epochs", "test-table");
    private static final List<String> VALUES = List.of("0", "-1", "1.5", "1e300", "1e-300", "2147483648", "[]", "[0]",
            "[1, 1]", "[2]", "[2, 1000000]", "[-1, 2]", "{}", "~", "true", "false", "digits", "fashion", "samples.csv",
            "start.csv", "..", "/dev/null", "no-such-file", "he-normal", "sigmoid", "mse", "replacement", "[u]", "[u, u]",
            "t", "[21, 21]", "[65]", "1", "2", "0.5", "NaN", "\"\\0\"", "last", "W2");

    private RandomNetwork() {}

    /** Writes the tables of the models into a folder. */
    static void tables(Path folder) throws IOException {
        Files.writeString(folder.resolve(SAMPLES), "u,v,class,t\n0.1,0.2,0,0.5\n1,-1,1,1e-3\n0.3,2,0,-1\n-1,0.5,1,2\n");
        Files.writeString(folder.resolve(START), "theta\n0.5\n-1\n0.25\n1\n0.75\n-0.1\n");
    }

    /** A key of networks put in, or the value of one changed. */
    static String spoilt(String text, SplittableRandom random) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        if (random.nextInt(4) == 0) {
            String before = List.of("data: {", "start: {", "train: {", "noise: {", "stop: {").get(random.nextInt(5));
            return text.replace(before, before + key + ": " + value + ", ");
        }
        return text.replaceFirst("(?<=[ {])" + key + ": (\\[[^\\]\n]*\\]|[^,}\n]*)", key + ": "
                + java.util.regex.Matcher.quoteReplacement(value));
    }
}
