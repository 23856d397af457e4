package org.thalweg.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.random.RandomStream;

/**
 * Where particles start: independent coordinates, each with a law of its own. What a wall does to a step that ends
 * beyond it, it does to a start beyond it.
 *
 * @param laws in the order of the coordinates
 */
public record StartDistribution(List<StartLaw> laws) {
    /** Points of the finer rule along the valley, where a time depends on the start most; the coarser has 2/3. */
    private static final int ALONG = 12;
    /** Points in other coordinates: a time depends on them through their squares, mostly. */
    private static final int ACROSS = 3;

    /** An immutable copy. */
    public StartDistribution {
        laws = List.copyOf(laws);
    }

    /** The mean of each coordinate. */
    public double[] mean() {
        return laws.stream().mapToDouble(StartLaw::mean).toArray();
    }

    /** True where everybody starts at one place. */
    public boolean point() {
        return laws.stream().allMatch(StartLaw.Point.class::isInstance);
    }

    /**
     * Independent starts.
     *
     * @param theta modified: shape [dimension][at least {@code count}]
     */
    public void draw(RandomStream random, double[][] theta, int count) {
        for (int i = 0; i < theta.length; i++) {
            laws.get(i).draw(random, theta[i], count);
        }
    }

    /**
     * A start of a rule for means over the distribution.
     *
     * @param at the point; not to be modified
     * @param weight weights sum to 1
     */
    public record Node(double[] at, double weight) {}

    /** A rule of Gauss for means over the distribution. */
    public List<Node> nodes() {
        return nodes(ALONG);
    }

    /** A coarser rule: the difference tells the error of {@link #nodes()}. */
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
