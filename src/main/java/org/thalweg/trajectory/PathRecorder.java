package org.thalweg.trajectory;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.util.ResizableDoubleArray;

/** Collects the path of one particle. */
final class PathRecorder {
    private final long particle;
    private final ResizableDoubleArray[] coordinates;
    private final ResizableDoubleArray steps = new ResizableDoubleArray();

    PathRecorder(long particle, int dimension) {
        this.particle = particle;
        this.coordinates = new ResizableDoubleArray[dimension];
        Arrays.setAll(coordinates, i -> new ResizableDoubleArray());
    }

    void add(long step, double[] point) {
        steps.addElement((double) step);
        for (int i = 0; i < point.length; i++) {
            coordinates[i].addElement(point[i]);
        }
    }

    Path path() {
        // Steps are whole numbers far below 2^53, so a double holds them exactly.
        long[] exactSteps = DoubleStream.of(steps.getElements()).mapToLong(step -> (long) step).toArray();
        return new Path(particle, exactSteps,
                Arrays.stream(coordinates).map(ResizableDoubleArray::getElements).toArray(double[][]::new));
    }
}
