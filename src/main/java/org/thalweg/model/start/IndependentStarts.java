package org.thalweg.model.start;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.random.RandomStream;

/**
 * Independent coordinates, each with a law of its own.
 *
 * @param laws in the order of the coordinates
 */
public record IndependentStarts(List<StartLaw> laws) implements StartDistribution {
    /** Points of the finer rule along the valley, where a time depends on the start most; the coarser has 2/3. */
    private static final int ALONG = 12;
    /** Points in other coordinates: a time depends on them through their squares, mostly. */
    private static final int ACROSS = 3;

    /** An immutable copy. */
    public IndependentStarts {
        laws = List.copyOf(laws);
    }

    @Override
    public double[] mean() {
        return laws.stream().mapToDouble(StartLaw::mean).toArray();
    }

    @Override
    public boolean point() {
        return laws.stream().allMatch(StartLaw.Point.class::isInstance);
    }

    @Override
    public void draw(RandomStream random, double[][] theta, int count, long firstParticle) {
        for (int i = 0; i < theta.length; i++) {
            laws.get(i).draw(random, theta[i], count);
        }
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part(laws, 1.0));
    }

    /** A rule of Gauss. */
    @Override
    public List<Node> nodes() {
        return nodes(ALONG);
    }

    @Override
    public List<Node> coarseNodes() {
        return nodes(2 * ALONG / 3);
    }

    private List<Node> nodes(int along) {
        List<Node> nodes = List.of(new Node(new double[laws.size()], 1.0));
        for (int i = 0; i < laws.size(); i++) {
            StartLaw.Nodes rule = laws.get(i).nodes(i == 0 ? along : ACROSS);
            List<Node> product = new ArrayList<>();
            for (Node node : nodes) {
                for (int k = 0; k < rule.at().length; k++) {
                    double[] at = node.at().clone();
                    at[i] = rule.at()[k];
                    product.add(new Node(at, node.weight() * rule.weight()[k]));
                }
            }
            nodes = product;
        }
        return nodes;
    }

    /** The laws, as in a model file. */
    @Override
    public String toString() {
        return laws.stream().map(StartLaw::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
