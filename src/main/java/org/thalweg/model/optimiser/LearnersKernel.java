package org.thalweg.model.optimiser;

import java.util.Arrays;

/** Moves the learners of {@link Decentralised}. Bound to one thread. */
final class LearnersKernel implements OptimiserKernel {
    private final Decentralised definition;
    private final Layout layout;
    private final OptimiserKernel base;
    private final int ofBase;
    private final double[][] place;
    /** [learner][row][column] */
    private final double[][][] directions;
    private final double[] before;
    private final int[][] partner;
    private final int[] order;

    LearnersKernel(Decentralised definition, Layout layout) {
        int n = definition.learners();
        this.definition = definition;
        this.layout = layout;
        this.base = definition.base().bind(layout);
        this.ofBase = definition.base().memory(layout.rows());
        this.place = layout.scratch();
        this.directions = new double[n][][];
        Arrays.setAll(directions, j -> layout.scratch());
        this.before = new double[n];
        this.partner = new int[definition.mixing().random() ? layout.points() : 0][n];
        this.order = new int[n];
    }

    @Override
    public void direction(Iteration iteration, int learner, double[][] theta, double[][] memory, double[][] direction) {
        int n = definition.learners();
        int rows = layout.rows();
        int count = iteration.count();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < rows; i++) {
                for (int c = 0; c < count; c++) {
                    place[i][c] = theta[i][c] + memory[j * rows + i][c];
                }
            }
            int from = n * rows + j * ofBase;
            base.direction(iteration, j, place, Arrays.copyOfRange(memory, from, from + ofBase), directions[j]);
        }
        for (int p = 0; p < Math.min(partner.length, layout.points(count)); p++) {
            Mixing.draw(iteration.random(), order, partner[p]);
        }
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < count; c++) {
                direction[i][c] = mix(i, c, iteration.rate(), memory);
            }
        }
    }

    /** Mixes the deviations of one number and lets them step; returns the mean direction. */
    private double mix(int i, int c, double rate, double[][] memory) {
        int n = directions.length;
        int rows = layout.rows();
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
            sum += directions[j][i][c];
            before[j] = memory[j * rows + i][c];
        }
        double mean = sum / n;
        for (int j = 0; j < n; j++) {
            memory[j * rows + i][c] = definition.mixing() == Mixing.SYNCHRONOUS ? 0.0
                    : mixed(j, c) - rate * (directions[j][i][c] - mean);
        }
        return mean;
    }

    private double mixed(int j, int c) {
        int n = before.length;
        return switch (definition.mixing()) {
            case RING -> (before[(j + n - 1) % n] + before[j] + before[(j + 1) % n]) / 3.0;
            case RANDOM_PAIR -> 0.5 * (before[j] + before[partner[layout.point(c)][j]]);
            // The deviations of all add up to nothing.
            case COMPLETE, SYNCHRONOUS -> 0.0;
        };
    }
}
