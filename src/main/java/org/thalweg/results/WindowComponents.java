package org.thalweg.results;

import java.util.List;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.VarianceFlatness;
import org.thalweg.model.paths.PrincipalComponents;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.watch.Path;

/**
 * The principal components of literal SGD over a window: the covariance of each path about its own mean, averaged over
 * the paths. One path alone has the axes of a random walk wherever its window is shorter than its relaxation times.
 */
public final class WindowComponents {
    /** Parts of the ensemble whose scatter tells the standard error. */
    private static final int GROUPS = 32;

    private final VarianceFlatness relation;
    /** [group][coordinate][coordinate], means over the paths of a group. */
    private final double[][][] covariances;
    private final double[] mean;

    private WindowComponents(VarianceFlatness relation, double[][][] covariances, double[] mean) {
        this.relation = relation;
        this.covariances = covariances;
        this.mean = mean;
    }

    /**
     * Runs literal SGD and records the window of each path.
     *
     * @param about how many paths; at least 32 are taken
     */
    public static WindowComponents of(Laboratory laboratory, PlainSetting setting, TimeGrid window, int about) {
        int paths = Math.max(GROUPS, about / GROUPS * GROUPS);
        Protocol protocol = Protocol.atTime(window.to()).recordPaths(paths, window);
        return of(new VarianceFlatness(setting.surface()), laboratory.sgd(setting, protocol, paths).paths());
    }

    /** The components of given paths, at least 32 of them and all of the same length. */
    static WindowComponents of(VarianceFlatness relation, List<Path> paths) {
        int n = relation.surface().dimension();
        int inGroup = paths.size() / GROUPS;
        double[][][] covariances = new double[GROUPS][n][n];
        double[] mean = new double[n];
        for (int p = 0; p < inGroup * GROUPS; p++) {
            add(paths.get(p).theta(), covariances[p / inGroup], mean, inGroup);
        }
        for (int i = 0; i < n; i++) {
            mean[i] /= GROUPS;
        }
        return new WindowComponents(relation, covariances, mean);
    }

    private static void add(double[][] theta, double[][] covariance, double[] mean, int weight) {
        int points = theta[0].length;
        double[] own = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            for (double value : theta[i]) {
                own[i] += value / points;
            }
            mean[i] += own[i] / weight;
            for (int j = 0; j <= i; j++) {
                double sum = 0.0;
                for (int k = 0; k < points; k++) {
                    sum += (theta[i][k] - own[i]) * (theta[j][k] - own[j]);
                }
                covariance[i][j] += sum / ((double) points * weight);
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    /** The components of all paths. */
    public PrincipalComponents components() {
        return without(-1);
    }

    /** psi, with the standard error of the jackknife over groups of paths. */
    public Measurement exponent() {
        double all = relation.exponent(components());
        double squares = 0.0;
        double sum = 0.0;
        for (int g = 0; g < GROUPS; g++) {
            double d = relation.exponent(without(g)) - all;
            sum += d;
            squares += d * d;
        }
        double variance = (GROUPS - 1.0) / GROUPS * (squares - sum * sum / GROUPS);
        return new Measurement(all, Math.sqrt(variance), GROUPS);
    }

    private PrincipalComponents without(int left) {
        int n = mean.length;
        double[][] average = new double[n][n];
        int groups = left < 0 ? GROUPS : GROUPS - 1;
        for (int g = 0; g < GROUPS; g++) {
            for (int i = 0; g != left && i < n; i++) {
                for (int j = 0; j < n; j++) {
                    average[i][j] += covariances[g][i][j] / groups;
                }
            }
        }
        return PrincipalComponents.of(mean, average);
    }
}
