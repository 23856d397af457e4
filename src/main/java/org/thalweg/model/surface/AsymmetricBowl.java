package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.model.LossSurface;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Landmarks;
import org.thalweg.quantity.Quantity;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Substitution;

/**
 * Asymmetric in every direction on its own: the sum over the coordinates x, y1, y2, ... of one {@link
 * AsymmetricValley} each.
 */
public final class AsymmetricBowl extends ByValue implements LossSurface {
    /** Model files name it as a valley of several directions. */
    public static final SurfaceKind KIND = AsymmetricValley.KIND;

    private final List<AsymmetricValley> valleys;

    /** The bowl of two valleys or more. */
    public AsymmetricBowl(List<AsymmetricValley> valleys) {
        this.valleys = List.copyOf(valleys);
    }

    @Override
    public List<String> coordinates() {
        return IntStream.range(0, valleys.size()).mapToObj(i -> i == 0 ? "x" : valleys.size() == 2 ? "y" : "y" + i)
                .collect(Collectors.toList());
    }

    @Override
    public int dimension() {
        return valleys.size();
    }

    @Override
    public double value(double[] theta) {
        double sum = 0.0;
        for (int i = 0; i < theta.length; i++) {
            sum += valleys.get(i).value(theta[i]);
        }
        return sum;
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        for (int i = 0; i < theta.length; i++) {
            gradient[i] = valleys.get(i).gradient(theta[i]);
        }
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        double[][] one = new double[1][1];
        for (int i = 0; i < theta.length; i++) {
            Arrays.fill(hessian[i], 0.0);
            valleys.get(i).hessian(new double[] {theta[i]}, one);
            hessian[i][i] = one[0][0];
        }
    }

    /** The minimum at the origin. */
    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[valleys.size()]), valleys.get(0).landmarks().kinks());
    }

    /**
     * {@code averaged_x}, {@code averaged_y...}: the averaged iterate, over the steps after the first tenth of
     * a run.
     */
    @Override
    public List<PathQuantity> pathQuantities() {
        List<PathQuantity> averages = new ArrayList<>();
        for (int i = 0; i < valleys.size(); i++) {
            int coordinate = i;
            averages.add(PathQuantity.average(Quantity.averaged(coordinates().get(i)), AsymmetricValley.BEGINNING,
                    (theta, count, value) -> System.arraycopy(theta[coordinate], 0, value, 0, count)));
        }
        return averages;
    }

    @Override
    public Optional<List<Expression>> gradientExpressions() {
        List<Expression> gradient = new ArrayList<>();
        for (int i = 0; i < valleys.size(); i++) {
            Expression ofX = valleys.get(i).gradientExpressions().orElseThrow().get(0);
            gradient.add(Substitution.of(ofX, List.of(new Expression.Variable(i))));
        }
        return Optional.of(gradient);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {valleys};
    }

    /** The valleys. */
    @Override
    public String toString() {
        return "sum of " + valleys.stream().map(AsymmetricValley::toString).collect(Collectors.joining(", "));
    }

    @Override
    public SurfaceKernel bind(int capacity) {
        return new SurfaceKernel() {
            @Override
            public void value(double[][] theta, int count, double[] value) {
                Arrays.fill(value, 0, count, 0.0);
                for (int i = 0; i < theta.length; i++) {
                    for (int k = 0; k < count; k++) {
                        value[k] += valleys.get(i).value(theta[i][k]);
                    }
                }
            }

            @Override
            public void gradient(double[][] theta, int count, double[][] gradient) {
                for (int i = 0; i < theta.length; i++) {
                    for (int k = 0; k < count; k++) {
                        gradient[i][k] = valleys.get(i).gradient(theta[i][k]);
                    }
                }
            }
        };
    }
}
