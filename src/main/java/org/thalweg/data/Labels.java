package org.thalweg.data;

import java.util.List;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * What is made of the labels of a file. Labels to train on may be changed at random, one draw a sample in the order of
 * the samples, from the seed of the data; those to test on never are.
 *
 * @param parity whether labels become 0 (even) and 1 (odd), after classes were selected by the labels of the file
 * @param noise the probability of a label to become another one, each of the others as likely
 * @param random whether labels are drawn, each class as likely, and have nothing to do with the inputs
 * @param seed of the draws
 */
public record Labels(boolean parity, double noise, boolean random, long seed) {
    /** As the file has them. */
    public static final Labels TRUE = new Labels(false, 0.0, false, 0L);

    /** Streams of the seed of a data set: which labels change and to what, and labels that are drawn. */
    private static final long CHANGED = 0;
    private static final long DRAWN = 1;

    /** True where any label may become another one. */
    boolean change() {
        return parity || random || noise > 0.0;
    }

    /**
     * The labels of samples.
     *
     * @param file as they are in the file; not modified
     * @param classes those that were selected; all where empty
     * @param count of classes there are
     * @param train whether these are samples to train on
     */
    int[] of(int[] file, List<Integer> classes, int count, boolean train) {
        int among = parity ? 2 : count;
        int[] labels = new int[file.length];
        for (int n = 0; n < labels.length; n++) {
            labels[n] = parity ? file[n] % 2 : classes.isEmpty() ? file[n] : classes.indexOf(file[n]);
        }
        if (train && random) {
            RandomStream stream = new Seed(seed).stream(Purpose.DATA, DRAWN);
            for (int n = 0; n < labels.length; n++) {
                labels[n] = (int) (stream.nextDouble() * among);
            }
        }
        if (train && noise > 0.0 && among > 1) {
            RandomStream stream = new Seed(seed).stream(Purpose.DATA, CHANGED);
            for (int n = 0; n < labels.length; n++) {
                double change = stream.nextDouble();
                int step = 1 + (int) (stream.nextDouble() * (among - 1));
                labels[n] = change < noise ? (labels[n] + step) % among : labels[n];
            }
        }
        return labels;
    }
}
