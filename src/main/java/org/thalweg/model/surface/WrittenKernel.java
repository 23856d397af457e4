package org.thalweg.model.surface;

import java.util.List;
import java.util.function.Function;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/** The parts of a {@link WrittenSurface} over blocks, added up in the same order as at a point. */
final class WrittenKernel implements SurfaceKernel {
    private final int dimension;
    private final int capacity;
    private final List<WrittenPart> parts;
    private TapeKernel[] values;
    private TapeKernel[] gradients;
    /** Rows for slopes by coordinates that a part before has written already. */
    private double[][] scratch;
    private double[][] one;

    WrittenKernel(List<WrittenPart> parts, int dimension, int capacity) {
        this.parts = parts;
        this.dimension = dimension;
        this.capacity = capacity;
    }

    private TapeKernel[] bind(Function<WrittenPart, Tape> tape) {
        return parts.stream().map(part -> tape.apply(part).bind(capacity)).toArray(TapeKernel[]::new);
    }

    @Override
    public void value(double[][] theta, int count, double[] value) {
        if (values == null) {
            values = bind(WrittenPart::values);
            one = new double[1][parts.size() == 1 ? 0 : capacity];
        }
        for (int p = 0; p < values.length; p++) {
            if (p == 0) {
                values[p].evaluate(rows(theta, parts.get(p).places()), count, new double[][] {value});
            } else {
                values[p].evaluate(rows(theta, parts.get(p).places()), count, one);
                add(one[0], value, count);
            }
        }
    }

    @Override
    public void gradient(double[][] theta, int count, double[][] gradient) {
        if (gradients == null) {
            gradients = bind(WrittenPart::gradients);
            int most = parts.stream().mapToInt(part -> part.places().length).max().orElse(0);
            scratch = new double[most][parts.size() == 1 ? 0 : capacity];
        }
        boolean[] written = new boolean[dimension];
        for (int p = 0; p < gradients.length; p++) {
            int[] place = parts.get(p).places();
            double[][] to = new double[place.length][];
            for (int i = 0; i < place.length; i++) {
                to[i] = written[place[i]] ? scratch[i] : gradient[place[i]];
            }
            gradients[p].evaluate(rows(theta, place), count, to);
            for (int i = 0; i < place.length; i++) {
                if (written[place[i]]) {
                    add(to[i], gradient[place[i]], count);
                }
                written[place[i]] = true;
            }
        }
    }

    private static double[][] rows(double[][] theta, int[] place) {
        double[][] rows = new double[place.length][];
        for (int i = 0; i < place.length; i++) {
            rows[i] = theta[place[i]];
        }
        return rows;
    }

    private static void add(double[] from, double[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] += from[k];
        }
    }
}
