package org.thalweg.model.start;

import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.random.RandomStream;

/**
 * Particles 0, 1, 2, ... start at the points of a list in turns, so that each has its share to within one particle.
 * Nothing is drawn.
 *
 * @param points of equal dimension, at least one
 */
public record StartsInTurn(List<List<Double>> points) implements StartDistribution {
    /** An immutable copy. */
    public StartsInTurn {
        points = points.stream().map(List::copyOf).toList();
    }

    @Override
    public double[] mean() {
        double[] mean = new double[points.get(0).size()];
        for (int i = 0; i < mean.length; i++) {
            for (List<Double> point : points) {
                mean[i] += point.get(i) / points.size();
            }
        }
        return mean;
    }

    @Override
    public boolean point() {
        return points.stream().distinct().count() == 1;
    }

    @Override
    public void draw(RandomStream random, double[][] theta, int count, long firstParticle) {
        for (int k = 0; k < count; k++) {
            List<Double> point = points.get((int) ((firstParticle + k) % points.size()));
            for (int i = 0; i < theta.length; i++) {
                theta[i][k] = point.get(i);
            }
        }
    }

    @Override
    public List<Part> parts() {
        return points.stream().map(point -> new Part(
                point.stream().<StartLaw>map(StartLaw.Point::new).toList(), 1.0 / points.size())).toList();
    }

    /** The points themselves. */
    @Override
    public List<Node> nodes() {
        return points.stream().map(point -> new Node(
                point.stream().mapToDouble(Double::doubleValue).toArray(), 1.0 / points.size())).toList();
    }

    /** The same: nothing is left out. */
    @Override
    public List<Node> coarseNodes() {
        return nodes();
    }

    /** The points. */
    @Override
    public String toString() {
        return points.stream().map(p -> p.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", ", "in turns ", ""));
    }
}
