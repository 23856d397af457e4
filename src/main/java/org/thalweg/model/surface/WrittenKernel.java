package org.thalweg.model.surface;

import java.util.List;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.symbolic.TapeKernel;

/** The parts of a {@link WrittenSurface} over blocks, added up in the same order as at a point. */
final class WrittenKernel implements SurfaceKernel {
    private final int[][] places;
    private final List<WrittenPart> parts;
    private final int capacity;
    /** Made when first asked for: time steps need slopes only. */
    private TapeKernel[] values;
    private final TapeKernel[] slopes;
    private final int dimension;
    /** Rows for slopes by coordinates that a part before has written already. */
    private final double[][] scratch;
    /** The loss of a part that is not the first. */
    private final double[] part;
    private final double[][] row = new double[1][];

    WrittenKernel(List<WrittenPart> parts, int dimension, int capacity) {
        this.places = new int[parts.size()][];
        this.parts = parts;
        this.capacity = capacity;
        this.slopes = new TapeKernel[parts.size()];
        this.dimension = dimension;
        int most = 0;
        for (int p = 0; p < slopes.length; p++) {
            places[p] = parts.get(p).places();
            slopes[p] = parts.get(p).gradients().bind(capacity);
            most = Math.max(most, places[p].length);
        }
        this.scratch = new double[most][parts.size() == 1 ? 0 : capacity];
        this.part = new double[parts.size() == 1 ? 0 : capacity];
    }

    @Override
    public void value(double[][] theta, int count, double[] value) {
        if (values == null) {
            values = parts.stream().map(part -> part.values().bind(capacity)).toArray(TapeKernel[]::new);
        }
        if (values.length == 1 && places[0].length == dimension) {
            row[0] = value;
            values[0].evaluate(theta, count, row);
            return;
        }
        for (int p = 0; p < values.length; p++) {
            int[] place = places[p];
            double[][] from = new double[place.length][];
            for (int i = 0; i < place.length; i++) {
                from[i] = theta[place[i]];
            }
            values[p].evaluate(from, count, new double[][] {p == 0 ? value : part});
            if (p > 0) {
                add(part, value, count);
            }
        }
    }

    @Override
    public void gradient(double[][] theta, int count, double[][] gradient) {
        if (slopes.length == 1 && places[0].length == dimension) {
            slopes[0].evaluate(theta, count, gradient);
            return;
        }
        boolean[] written = new boolean[dimension];
        for (int p = 0; p < slopes.length; p++) {
            int[] place = places[p];
            double[][] from = new double[place.length][];
            double[][] to = new double[place.length][];
            for (int i = 0; i < place.length; i++) {
                from[i] = theta[place[i]];
                to[i] = written[place[i]] ? scratch[i] : gradient[place[i]];
            }
            slopes[p].evaluate(from, count, to);
            for (int i = 0; i < place.length; i++) {
                if (written[place[i]]) {
                    add(to[i], gradient[place[i]], count);
                }
                written[place[i]] = true;
            }
        }
    }

    private static void add(double[] from, double[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] += from[k];
        }
    }
}
