package org.thalweg.data;

import java.util.Optional;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;

/**
 * Samples as a file has them: all of them, and not scaled.
 *
 * @param name of the file, for messages
 * @param count of samples
 * @param width inputs of a sample
 * @param values the inputs
 * @param labels of the samples, whole numbers from 0; null where there are targets only; not to be modified
 * @param targets what the outputs should be, [sample][output]; null where there are labels only; not to be modified
 * @param max by which inputs are divided unless the user says otherwise: the largest of whole numbers, else 1
 */
record RawSamples(String name, int count, int width, Values values, int[] labels, double[][] targets, double max) {
    /** The inputs of samples. */
    @FunctionalInterface
    interface Values {
        double at(int sample, int input);
    }

    /** Labels are small whole numbers: a larger one is something else. */
    static final int MOST_CLASSES = 10_000;

    /** Images and their labels, two IDX files. */
    static RawSamples of(DataFile imagesFile, DataFile labelsFile) {
        IdxFile images = IdxFile.of(imagesFile);
        IdxFile labels = IdxFile.of(labelsFile);
        if (images.rank() < 2) {
            throw new Refusal(images.name() + " holds single numbers and no images; are images and labels exchanged?");
        }
        if (labels.rank() != 1) {
            throw new Refusal(labels.name() + " holds arrays and no labels; are images and labels exchanged?");
        }
        if (images.count() != labels.count()) {
            throw new Refusal(labels.name() + " has " + Counted.of(labels.count(), "label") + ", and "
                    + images.name() + " has " + Counted.of(images.count(), "image")
                    + "; give files that belong together");
        }
        int[] classes = new int[labels.count()];
        for (int n = 0; n < classes.length; n++) {
            classes[n] = label(labels.value(n)).orElse(-1);
            if (classes[n] < 0) {
                throw new Refusal(labels.name() + ": label " + (n + 1) + " is " + labels.value(n)
                        + "; labels are whole numbers from 0 to " + (MOST_CLASSES - 1));
            }
        }
        return new RawSamples(images.name(), images.count(), images.width(),
                (n, j) -> images.value(n * images.width() + j), classes, null, max(images));
    }

    static Optional<Integer> label(double value) {
        return value == Math.rint(value) && value >= 0.0 && value < MOST_CLASSES
                ? Optional.of((int) value) : Optional.empty();
    }

    private static double max(IdxFile images) {
        double most = Double.NEGATIVE_INFINITY;
        int all = images.count() * images.width();
        for (int i = 0; i < all; i++) {
            double value = images.value(i);
            if (!Double.isFinite(value)) {
                throw new Refusal(images.name() + ": value " + (i + 1) + " is " + value + "; give finite numbers");
            }
            most = Math.max(most, value);
        }
        if (!images.whole()) {
            return 1.0;
        }
        if (!(most > 0.0)) {
            throw new Refusal(images.name() + " holds nothing but " + most + " and less; give images that are not"
                    + " blank");
        }
        return most;
    }
}
