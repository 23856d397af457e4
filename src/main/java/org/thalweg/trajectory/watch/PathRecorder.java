package org.thalweg.trajectory.watch;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.util.ResizableDoubleArray;

/** Collects the path of one particle. */
public final class PathRecorder {
    private final long particle;
    private final ResizableDoubleArray[] coordinates;
    private final ResizableDoubleArray steps = new ResizableDoubleArray();

    public PathRecorder(long particle, int dimension) {
        this.particle = particle;
        this.coordinates = new ResizableDoubleArray[dimension];
        Arrays.setAll(coordinates, i -> new ResizableDoubleArray());
    }

    public void add(long step, double[] point) {
        steps.addElement((double) step);
        for (int i = 0; i < point.length; i++) {
            coordinates[i].addElement(point[i]);
        }
    }

    public Path path() {
        // Steps are whole numbers far below 2^53, so a double holds them exactly.
        long[] exactSteps = DoubleStream.of(steps.getElements()).mapToLong(step -> (long) step).toArray();
        return new Path(particle, exactSteps,
                Arrays.stream(coordinates).map(ResizableDoubleArray::getElements).toArray(double[][]::new));
    }
}
