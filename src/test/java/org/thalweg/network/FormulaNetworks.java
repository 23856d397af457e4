package org.thalweg.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** Networks that need no file of numbers: parameters and samples are formulas, or the handwritten digits. */
public final class FormulaNetworks {
    private FormulaNetworks() {}

    /** theta_k = scale sqrt(2 / inputs) sin(12.9898 (k + 1)) for weights, .1 sin(78.233 (k + 1)) for biases. */
    public static double[] parameters(Architecture architecture, double scale) {
        double[] theta = new double[architecture.parameters()];
        for (Layer layer : architecture.layers()) {
            for (int k = layer.weightsFrom(); k < layer.biasesFrom(); k++) {
                theta[k] = scale * Math.sqrt(2.0 / layer.inputs()) * Math.sin(12.9898 * (k + 1));
            }
            for (int k = layer.biasesFrom(); k < layer.end(); k++) {
                theta[k] = 0.1 * Math.sin(78.233 * (k + 1));
            }
        }
        return theta;
    }

    /** x_nj = cos(.9 n + 1.3 j) + twist sin(2.1 n j + .5 n), sample after sample. */
    public static double[] inputs(int count, int features, double twist) {
        double[] rows = new double[count * features];
        for (int n = 0; n < count; n++) {
            for (int j = 0; j < features; j++) {
                rows[n * features + j] = Math.cos(0.9 * n + 1.3 * j) + twist * Math.sin(2.1 * n * j + 0.5 * n);
            }
        }
        return rows;
    }

    /** {@link #inputs} without twist, with labels n mod classes. */
    public static Samples classes(int count, int features, int classes) {
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = n % classes;
        }
        return Samples.ofClasses(features, inputs(count, features, 0.0), labels, classes);
    }

    /** The 1797 digits, 8 x 8, grey values divided by 16. */
    public static Samples digits() {
        byte[] images = idx("digits-images.idx3.gz", 16);
        byte[] labels = idx("digits-labels.idx1.gz", 8);
        double[] rows = new double[images.length];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = (images[k] & 0xFF) / 16.0;
        }
        int[] classes = new int[labels.length];
        for (int n = 0; n < classes.length; n++) {
            classes[n] = labels[n];
        }
        return Samples.ofClasses(64, rows, classes, 10);
    }

    private static byte[] idx(String name, int header) {
        try (InputStream file = FormulaNetworks.class.getResourceAsStream("/org/thalweg/data/" + name);
                DataInputStream data = new DataInputStream(new GZIPInputStream(file))) {
            data.readNBytes(header);
            return data.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
