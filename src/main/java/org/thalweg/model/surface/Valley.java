package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.model.LossSurface;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.model.ValleyShape;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.FormulaProfile;
import org.thalweg.model.formula.Key;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.profile.ProfileKernel;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Landmarks;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Positive;

/**
 * A valley of (near-)degenerate minima: L(x, y) = L0(x) + sum_i y_i^2 / (2 F_i(x)^2).
 *
 * <p>The geometry of Yang, Tang and Tu (PRL 130, 237101) as reconstructed in docs/theory: F is the flatness, the
 * inverse square root of the curvature across the valley; L0 = 0 makes a continuum of minima.
 */
public final class Valley extends ByValue implements LossSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("valley",
            "a valley L0(x) + sum of y_i^2 / (2 F_i(x)^2), degenerate where the floor L0 is constant",
            List.of(Key.required("flatness", Key.Type.FORMULAS_OF_X,
                            "F(x) > 0, the inverse square root of the curvature across; a list makes several sharp"
                                    + " directions; measured: {table: FILE.csv, x: COLUMN, value: COLUMN}"),
                    Key.optional("floor", Key.Type.FORMULA_OF_X,
                            "L0(x), the loss along the floor, a formula or a table; 0 if left out")),
            "{kind: valley, flatness: \"1 + 0.5*cos(x)\", floor: \"0.01*x^2\"}",
            Valley::read);

    private static final List<String> X = List.of("x");

    private final ValleyShape shape;
    private final List<String> coordinates;

    /** A valley of the given geometry. */
    public Valley(ValleyShape shape) {
        this.shape = shape;
        this.coordinates = coordinates(shape.sharpDirections());
    }

    /** A valley with one sharp direction. */
    public static Valley of(Profile floor, Profile flatness) {
        return new Valley(new ValleyShape(floor, List.of(flatness)));
    }

    private static Optional<LossSurface> read(Fields fields) {
        List<Profile> flatness = fields.isMapping("flatness")
                ? List.of(fields.table("flatness", true))
                : fields.formulas("flatness", X).stream().map(FormulaProfile::of)
                        .collect(Collectors.toUnmodifiableList());
        Profile floor = fields.isMapping("floor")
                ? fields.table("floor", false) : FormulaProfile.of(fields.formula("floor", X, "0"));
        return fields.sound() ? Optional.of(new Valley(new ValleyShape(floor, flatness))) : Optional.empty();
    }

    /** x and y, or x, y1, y2, ... where there are several sharp directions. */
    private static List<String> coordinates(int sharpDirections) {
        if (sharpDirections == 1) {
            return List.of("x", "y");
        }
        List<String> names = new ArrayList<>(List.of("x"));
        for (int i = 1; i <= sharpDirections; i++) {
            names.add("y" + i);
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> coordinates() {
        return coordinates;
    }

    @Override
    public Optional<ValleyShape> valley() {
        return Optional.of(shape);
    }

    /** The kinks of the floor and of the flatness; minima are not searched for. */
    @Override
    public Landmarks landmarks() {
        TreeSet<Double> kinks = new TreeSet<>(shape.floor().kinks());
        shape.flatness().forEach(f -> kinks.addAll(f.kinks()));
        return new Landmarks(List.of(), List.copyOf(kinks));
    }

    /** Along the valley the units of its formulas. */
    @Override
    public Frame frame(int i) {
        return i > 0 ? Frame.PLAIN : Frame.around(Stream.concat(Stream.of(shape.floor()), shape.flatness().stream())
                .flatMap(profile -> profile.frames().stream()).toList());
    }

    @Override
    public double value(double[] theta) {
        double loss = shape.floor().value(theta[0]);
        for (int i = 1; i < theta.length; i++) {
            double scaled = theta[i] / flatness(i).value(theta[0]);
            loss += 0.5 * scaled * scaled;
        }
        return loss;
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        double x = theta[0];
        double along = shape.floor().slope(x);
        for (int i = 1; i < theta.length; i++) {
            double inverse = 1.0 / flatness(i).value(x);
            double across = theta[i] * inverse * inverse;
            gradient[i] = across;
            along -= across * theta[i] * flatness(i).slope(x) * inverse;
        }
        gradient[0] = along;
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        double x = theta[0];
        for (double[] row : hessian) {
            Arrays.fill(row, 0.0);
        }
        double along = shape.floor().curvature(x);
        for (int i = 1; i < theta.length; i++) {
            double f = flatness(i).value(x);
            double logSlope = flatness(i).slope(x) / f;
            double logCurvature = flatness(i).curvature(x) / f;
            double across = theta[i] / (f * f);
            along += across * theta[i] * (3.0 * logSlope * logSlope - logCurvature);
            hessian[i][i] = 1.0 / (f * f);
            hessian[0][i] = -2.0 * across * logSlope;
            hessian[i][0] = hessian[0][i];
        }
        hessian[0][0] = along;
    }

    /** Where floor and flatnesses are formulas. */
    @Override
    public Optional<List<Expression>> gradientExpressions() {
        if (shape.floor().expression().isEmpty()
                || shape.flatness().stream().anyMatch(f -> f.expression().isEmpty())) {
            return Optional.empty();
        }
        Expression along = Derivative.of(shape.floor().expression().get(), 0);
        List<Expression> gradient = new ArrayList<>();
        for (int i = 1; i <= shape.sharpDirections(); i++) {
            Expression flatness = flatness(i).expression().get();
            Expression y = new Expression.Variable(i);
            Expression across = Algebra.quotient(y, Positive.square(flatness));
            along = Algebra.difference(along, Algebra.product(
                    Algebra.product(across, y), Positive.logarithmicDerivative(flatness, 0)));
            gradient.add(across);
        }
        gradient.add(0, along);
        return Optional.of(gradient);
    }

    @Override
    public SurfaceKernel bind(int capacity) {
        return new Kernel(shape, capacity);
    }

    private Profile flatness(int coordinate) {
        return shape.flatness().get(coordinate - 1);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {shape};
    }

    /** The formulas. */
    @Override
    public String toString() {
        String across = shape.flatness().stream().map(Profile::toString).collect(Collectors.joining(" and "));
        return "valley with flatness " + across + " and floor " + shape.floor();
    }

    /** Evaluates each profile once for the whole block. */
    private static final class Kernel implements SurfaceKernel {
        private final ProfileKernel floor;
        private final ProfileKernel[] flatness;
        private final double[] f;
        private final double[] slope;

        Kernel(ValleyShape shape, int capacity) {
            this.floor = shape.floor().bind(capacity);
            this.flatness = shape.flatness().stream().map(p -> p.bind(capacity)).toArray(ProfileKernel[]::new);
            this.f = new double[capacity];
            this.slope = new double[capacity];
        }

        @Override
        public void value(double[][] theta, int count, double[] value) {
            floor.evaluate(theta[0], count, value, slope);
            for (int i = 0; i < flatness.length; i++) {
                flatness[i].evaluate(theta[0], count, f, slope);
                double[] y = theta[i + 1];
                for (int k = 0; k < count; k++) {
                    double scaled = y[k] / f[k];
                    value[k] += 0.5 * scaled * scaled;
                }
            }
        }

        @Override
        public void gradient(double[][] theta, int count, double[][] gradient) {
            double[] along = gradient[0];
            floor.evaluate(theta[0], count, f, along);
            for (int i = 0; i < flatness.length; i++) {
                flatness[i].evaluate(theta[0], count, f, slope);
                double[] y = theta[i + 1];
                double[] across = gradient[i + 1];
                for (int k = 0; k < count; k++) {
                    double inverse = 1.0 / f[k];
                    double push = y[k] * inverse * inverse;
                    across[k] = push;
                    along[k] -= push * y[k] * slope[k] * inverse;
                }
            }
        }
    }
}
