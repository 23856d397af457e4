package org.thalweg.referee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * A valley drawn at random: a ring, a stretch between walls, or an open line; F and L0 as formulas; kappa from 1 to 20,
 * one in eight exactly 1; the temperature over three decades. The floor is a few Delta / kappa high, so that the law
 * is neither flat nor a point.
 *
 * @param setting to be solved, with a flat set where F is at three quarters of its rise
 * @param text the model file
 */
record RandomValley(PlainSetting setting, String text) {
    private static final double LEARNING_RATE = 0.05;

    /** Valley number {@code index} of a seed; the boundaries take turns. */
    static RandomValley of(Seed seed, int index, Path scratch) {
        RandomStream random = seed.child(index).stream(Purpose.OTHER, 0);
        double kappa = index % 8 == 0 ? 1.0 : Math.exp(Math.log(20.0) * random.nextDouble());
        double temperature = 1e-3 * Math.exp(Math.log(1e3) * random.nextDouble());
        String[] shape = switch (index % 3) {
            case 0 -> ring(random, temperature / kappa);
            case 1 -> walls(random, temperature / kappa);
            default -> open(random, temperature / kappa);
        };
        String domain = switch (index % 3) {
            case 0 -> "{from: -pi, to: pi, boundary: periodic}";
            case 1 -> "{from: -3, to: 3, boundary: reflecting}";
            default -> "{boundary: open}";
        };
        String head = String.format(Locale.ROOT, "name: random-%d\nsummary: drawn.\nloss: {kind: valley,"
                + " flatness: \"%s\", floor: \"%s\"}\ndomain: {x: %s}\nnoise: {kind: anisotropic, batch-variance: %s,"
                + " anisotropy: %s}\n"
                + "sgd: {learning-rate: %s}\n", index, shape[0], shape[1], domain, 2.0 * temperature / LEARNING_RATE,
                kappa, LEARNING_RATE);
        // The start is where F is least within reach, the flat set three quarters of the way up.
        PlainSetting plain = read(head + "start: {x: 0.0, y: 0.0}\n", scratch);
        ValleyShape valley = plain.surface().geometry().shape().orElseThrow();
        double reach = index % 3 == 2 ? 1.5 : 2.9;
        double least = 0.0;
        double highest = 0.0;
        for (double x = -reach; x <= reach; x += 0.01) {
            least = valley.flatnessAt(x) < valley.flatnessAt(least) ? x : least;
            highest = valley.flatnessAt(x) > valley.flatnessAt(highest) ? x : highest;
        }
        double level = 0.25 * valley.flatnessAt(least) + 0.75 * valley.flatnessAt(highest);
        String text = head + format("start: {x: %.4f, y: 0.0}\nconverged: {flatness: %.6f}\n", least, level);
        return new RandomValley(read(text, scratch), text);
    }

    private static PlainSetting read(String text, Path scratch) {
        try {
            Path file = Files.writeString(scratch.resolve("valley.yaml"), text);
            return ModelFile.read(file).setting().effective();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ModelFileException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private static double between(RandomStream random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static String format(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }

    private static String[] ring(RandomStream r, double unit) {
        double phase = between(r, -3, 3);
        String flatness = switch ((int) (3 * r.nextDouble())) {
            case 0 -> format("%.3f + %.3f*cos(x - %.3f)", between(r, 0.8, 1.5), between(r, 0.1, 0.6), phase);
            case 1 -> format("exp(%.3f*cos(x - %.3f) + %.3f*sin(2*x))", between(r, -0.7, 0.7), phase,
                    between(r, 0, 0.3));
            default -> format("%.3f/(1.5 + %.3f*cos(x - %.3f))", between(r, 0.8, 2), between(r, 0.2, 0.9), phase);
        };
        double height = unit * between(r, 0, 4);
        String floor = r.nextDouble() < 0.4 ? "0"
                : format("%.6g*cos(x - %.3f) + %.6g*cos(2*x)", height, between(r, -3, 3), 0.4 * height);
        return new String[] {flatness, floor};
    }

    private static String[] walls(RandomStream r, double unit) {
        double middle = between(r, -1.5, 1.5);
        String flatness = switch ((int) (5 * r.nextDouble())) {
            case 0 -> format("%.3f + %.3f*exp(-(x - %.3f)^2/%.3f)", between(r, 0.4, 1), between(r, 0.2, 1), middle,
                    between(r, 0.5, 3));
            case 1 -> format("%.3f*sqrt(1 + (x - %.3f)^2/%.3f)", between(r, 0.4, 1), middle, between(r, 0.5, 4));
            case 2 -> format("%.3f + %.3f*tanh((x - %.3f)/%.3f)^2", between(r, 0.4, 1), between(r, 0.2, 1), middle,
                    between(r, 0.7, 2));
            case 3 -> format("exp(%.3f*x)", between(r, -0.4, 0.4));
            default -> format("1 + %.3f*sin(%.3f*x)", between(r, 0.1, 0.6), between(r, 0.5, 2));
        };
        double height = unit * between(r, 0, 3);
        String floor = switch ((int) (3 * r.nextDouble())) {
            case 0 -> "0";
            case 1 -> format("%.6g*(x - %.3f)^2", height, between(r, -1, 1));
            default -> format("%.6g*(x^2 - %.3f)^2 + %.6g*x", 0.2 * height, between(r, 0.5, 3), 0.2 * height);
        };
        return new String[] {flatness, floor};
    }

    private static String[] open(RandomStream r, double unit) {
        double middle = between(r, -0.7, 0.7);
        String flatness = switch ((int) (4 * r.nextDouble())) {
            case 0 -> format("%.3f*sqrt(1 + (x - %.3f)^2/%.3f)", between(r, 0.4, 1), middle, between(r, 1, 4));
            case 1 -> format("%.3f + %.3f*exp(-(x - %.3f)^2/%.3f)", between(r, 0.4, 1), between(r, 0.2, 1), middle,
                    between(r, 0.5, 3));
            case 2 -> format("1 + %.3f*sin(%.3f*x)", between(r, 0.1, 0.6), between(r, 0.5, 1.5));
            default -> format("exp(%.3f*tanh(x - %.3f))", between(r, -0.7, 0.7), middle);
        };
        double height = unit * between(r, 1, 6);
        String floor = r.nextDouble() < 0.6 ? format("%.6g*(x - %.3f)^2", height, between(r, -0.5, 0.5))
                : format("%.6g*(x^2 + 0.2*x^4)", 0.5 * height);
        return new String[] {flatness, floor};
    }
}
