package org.thalweg.probes.face;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.thalweg.network.Layer;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.refusal.Refusal;

/** How a direction through a point is chosen. All have the length of the vector of parameters that are looked at. */
public enum Direction {
    /** Independent numbers from 0 to 1: sides differ where parameters have a sign in common. */
    UNIFORM {
        @Override
        void draw(ProbePoint point, int number, RandomStream random, double[] direction) {
            Arrays.setAll(direction, i -> random.nextDouble());
        }
    },
    /** Independent normal numbers. */
    GAUSSIAN {
        @Override
        void draw(ProbePoint point, int number, RandomStream random, double[] direction) {
            random.fillNormal(direction, direction.length);
        }
    },
    /** Independent normal numbers, those of each unit's weights made as long as these weights are [LXTSG18]. */
    FILTER_NORMALISED {
        @Override
        void draw(ProbePoint point, int number, RandomStream random, double[] direction) {
            random.fillNormal(direction, direction.length);
            int from = point.plan().from();
            int end = from + direction.length;
            for (Layer layer : point.plan().network().architecture().layers()) {
                for (int unit = 0; unit < layer.outputs(); unit++) {
                    int row = layer.weightsFrom() + unit * layer.inputs();
                    if (row >= from && row + layer.inputs() <= end) {
                        rescale(point.theta(), row, direction, row - from, layer.inputs());
                    }
                }
                for (int i = Math.max(from, layer.biasesFrom()); i < Math.min(end, layer.end()); i++) {
                    direction[i - from] = 0.0;
                }
            }
        }
    },
    /** The sizes of normal numbers with the signs of the parameters. */
    SIGN_CONSISTENT {
        @Override
        void draw(ProbePoint point, int number, RandomStream random, double[] direction) {
            random.fillNormal(direction, direction.length);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = Math.copySign(direction[i], point.theta()[point.plan().from() + i]);
            }
        }
    },
    /** The eigenvectors of the Hessian, that of the largest eigenvalue first, with their largest component positive. */
    EIGENVECTOR {
        @Override
        void draw(ProbePoint point, int number, RandomStream random, double[] direction) {
            double[] vector = point.topPairs(number + 1).vectors()[number];
            int largest = 0;
            for (int i = 0; i < vector.length; i++) {
                largest = Math.abs(vector[i]) > Math.abs(vector[largest]) ? i : largest;
            }
            double sign = Math.signum(vector[largest]);
            Arrays.setAll(direction, i -> sign * vector[i]);
        }
    };

    /** The name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The direction of a name. */
    public static Direction of(String name) {
        return Arrays.stream(values()).filter(d -> d.key().equals(name)).findFirst().orElseThrow(() -> new Refusal(
                "unknown direction '" + name + "'; give one of "
                        + Arrays.stream(values()).map(Direction::key).collect(Collectors.joining(", "))));
    }

    /**
     * Number {@code number}, from 0, at a point.
     *
     * @return of the parameters that are looked at, and as long as their vector
     */
    public double[] at(ProbePoint point, int number) {
        double[] direction = new double[point.plan().dimension()];
        draw(point, number, point.seed().stream(Purpose.START, number), direction);
        double length = Math.sqrt(squares(direction, 0, direction.length));
        double wanted = Math.sqrt(squares(point.theta(), point.plan().from(), direction.length));
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= wanted / length;
        }
        return direction;
    }

    abstract void draw(ProbePoint point, int number, RandomStream random, double[] direction);

    private static void rescale(double[] theta, int row, double[] direction, int at, int count) {
        double factor = Math.sqrt(squares(theta, row, count) / squares(direction, at, count));
        for (int i = 0; i < count; i++) {
            direction[at + i] *= factor;
        }
    }

    private static double squares(double[] v, int from, int count) {
        double sum = 0.0;
        for (int i = from; i < from + count; i++) {
            sum += v[i] * v[i];
        }
        return sum;
    }
}
