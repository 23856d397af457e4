package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.LossSurface;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.model.VarianceFlatness;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Landmarks;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * A bowl of many curvatures, equally spaced in their logarithm: L = Lmin + sum_i h_i theta_i^2 / 2, x along the
 * flattest direction and y1, y2, ... along ever sharper ones. Lmin &gt; 0 gives the loss the scale in units of which a
 * direction has a flatness ({@link VarianceFlatness}).
 */
public final class Spectrum extends ByValue implements LossSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("spectrum",
            "a bowl of many curvatures, equally spaced in their logarithm: Lmin + sum h_i theta_i^2 / 2",
            List.of(Key.required("least", Key.Type.NUMBER, "the smallest curvature, > 0"),
                    Key.required("largest", Key.Type.NUMBER, "the largest curvature"),
                    Key.required("directions", Key.Type.NUMBER, "how many, from 2 to 64"),
                    Key.required("minimum", Key.Type.NUMBER, "Lmin > 0, the loss at the minimum")),
            "{kind: spectrum, least: 0.3, largest: 3, directions: 4, minimum: 1}",
            Spectrum::read);

    /** A covariance of more is a matter of its own. */
    private static final int MOST = 64;

    private final double[] curvature;
    private final double minimum;

    /**
     * The bowl with the given curvatures.
     *
     * @param curvature h_i &gt; 0, at least two, the flattest first; not modified
     * @param minimum Lmin &gt; 0
     */
    public Spectrum(double[] curvature, double minimum) {
        boolean sound = curvature.length > 1 && minimum > 0.0 && Double.isFinite(minimum)
                && Arrays.stream(curvature).allMatch(h -> h > 0.0 && Double.isFinite(h));
        if (!sound) {
            throw new Refusal("spectrum of curvatures " + Arrays.toString(curvature) + ", minimum "
                    + minimum + ": at least two curvatures, and all of them and the minimum positive");
        }
        this.curvature = curvature.clone();
        this.minimum = minimum;
    }

    /** Curvatures from {@code least} to {@code largest}, equally spaced in their logarithm. */
    public static Spectrum logarithmic(double least, double largest, int directions, double minimum) {
        double[] curvature = new double[directions];
        Arrays.setAll(curvature, i -> least * Math.pow(largest / least, i / (directions - 1.0)));
        return new Spectrum(curvature, minimum);
    }

    private static Optional<LossSurface> read(Fields fields) {
        double least = fields.positive("least");
        double largest = fields.positive("largest");
        double directions = fields.number("directions");
        double minimum = fields.positive("minimum");
        if (directions != Math.rint(directions) || directions < 2.0 || directions > MOST) {
            fields.problem("directions", "directions is " + directions, "give a whole number from 2 to " + MOST);
        }
        if (largest <= least) {
            fields.problem("largest", "the largest curvature " + largest + " is not above the least, " + least,
                    "give a larger one");
        }
        return fields.sound()
                ? Optional.of(logarithmic(least, largest, (int) directions, minimum)) : Optional.empty();
    }

    /** h_i, the flattest first; a copy. */
    public double[] curvatures() {
        return curvature.clone();
    }

    /** x, y1, y2, ...; of two x, y. */
    @Override
    public List<String> coordinates() {
        List<String> names = new ArrayList<>(List.of("x"));
        for (int i = 1; i < curvature.length; i++) {
            names.add(curvature.length == 2 ? "y" : "y" + i);
        }
        return names;
    }

    @Override
    public int dimension() {
        return curvature.length;
    }

    @Override
    public double value(double[] theta) {
        double sum = 0.0;
        for (int i = 0; i < curvature.length; i++) {
            sum += curvature[i] * theta[i] * theta[i];
        }
        return minimum + 0.5 * sum;
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        for (int i = 0; i < curvature.length; i++) {
            gradient[i] = curvature[i] * theta[i];
        }
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        for (int i = 0; i < curvature.length; i++) {
            Arrays.fill(hessian[i], 0.0);
            hessian[i][i] = curvature[i];
        }
    }

    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[curvature.length]), List.of());
    }

    /** {@code variance_flatness_exponent}, from the principal components of each path. */
    @Override
    public List<PathQuantity> pathQuantities() {
        return List.of(new VarianceFlatness(this));
    }

    @Override
    public Optional<List<Expression>> gradientExpressions() {
        List<Expression> slopes = new ArrayList<>();
        for (int i = 0; i < curvature.length; i++) {
            slopes.add(Algebra.product(new Expression.Constant(curvature[i]), new Expression.Variable(i)));
        }
        return Optional.of(slopes);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {curvature, minimum};
    }

    /** The curvatures and the minimum. */
    @Override
    public String toString() {
        return "bowl of " + curvature.length + " curvatures from " + curvature[0] + " to "
                + curvature[curvature.length - 1] + ", minimum " + minimum;
    }

    @Override
    public SurfaceKernel bind(int capacity) {
        return new SurfaceKernel() {
            @Override
            public void value(double[][] theta, int count, double[] value) {
                Arrays.fill(value, 0, count, 0.0);
                for (int i = 0; i < curvature.length; i++) {
                    for (int k = 0; k < count; k++) {
                        value[k] += curvature[i] * theta[i][k] * theta[i][k];
                    }
                }
                for (int k = 0; k < count; k++) {
                    value[k] = minimum + 0.5 * value[k];
                }
            }

            @Override
            public void gradient(double[][] theta, int count, double[][] gradient) {
                for (int i = 0; i < curvature.length; i++) {
                    for (int k = 0; k < count; k++) {
                        gradient[i][k] = curvature[i] * theta[i][k];
                    }
                }
            }
        };
    }
}
