package org.thalweg.theory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.surface.AsymmetricValley;
import org.thalweg.refusal.Refusal;

/** A sum of asymmetric valleys, one along each of several orthonormal directions. */
record SlopedValleys(List<AsymmetricValley> valleys, double[][] directions) implements LossSurface {
    /** Valleys along the axes. */
    static SlopedValleys alongAxes(AsymmetricValley... valleys) {
        double[][] axes = new double[valleys.length][valleys.length];
        for (int i = 0; i < axes.length; i++) {
            axes[i][i] = 1.0;
        }
        return new SlopedValleys(List.of(valleys), axes);
    }

    @Override
    public List<String> coordinates() {
        return IntStream.range(0, valleys.size()).mapToObj(i -> "x" + i).toList();
    }

    private double along(int i, double[] theta) {
        double sum = 0.0;
        for (int j = 0; j < theta.length; j++) {
            sum += directions[i][j] * theta[j];
        }
        return sum;
    }

    @Override
    public double value(double[] theta) {
        double sum = 0.0;
        for (int i = 0; i < valleys.size(); i++) {
            sum += valleys.get(i).value(new double[] {along(i, theta)});
        }
        return sum;
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        Arrays.fill(gradient, 0.0);
        double[] slope = new double[1];
        for (int i = 0; i < valleys.size(); i++) {
            valleys.get(i).gradient(new double[] {along(i, theta)}, slope);
            for (int j = 0; j < theta.length; j++) {
                gradient[j] += slope[0] * directions[i][j];
            }
        }
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        throw new Refusal("nobody asks");
    }
}
