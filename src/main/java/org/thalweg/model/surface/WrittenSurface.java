package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.model.space.ByValue;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Substitution;

/**
 * A loss that is said once, as a sum of expressions of its coordinates; value, gradient, Hessian, block kernels and
 * compiled time steps follow from it, exact but for rounding. Where an expression has a kink, derivatives are those of
 * the side it belongs to.
 *
 * <p>Terms that share coordinates are computed together, up to {@value #MOST_TOGETHER} coordinates at once, so that a
 * bowl or a valley of many directions is as many small pieces of code, not one that no processor has room for.
 */
abstract class WrittenSurface extends ByValue implements LossSurface {
    /** As many as a compiled time step takes: with more the rows of a block leave the first-level cache. */
    private static final int MOST_TOGETHER = 8;

    /** What changes no bit of a number that is added to it, not the sign of a zero either. */
    private static final double NOTHING = -0.0;

    private final List<String> coordinates;
    private final List<WrittenPart> parts;

    /**
     * A surface.
     *
     * @param terms of the variables 0, 1, ..., as many as {@code coordinates}; their sum is the loss
     */
    WrittenSurface(List<String> coordinates, List<Expression> terms) {
        this.coordinates = List.copyOf(coordinates);
        List<WrittenPart> grouped = new ArrayList<>();
        Expression sum = Algebra.ZERO;
        TreeSet<Integer> variables = new TreeSet<>();
        Set<Integer> untouched = IntStream.range(0, coordinates.size()).boxed().collect(Collectors.toSet());
        for (Expression term : terms) {
            untouched.removeAll(Substitution.variables(term));
            Set<Integer> union = new TreeSet<>(variables);
            union.addAll(Substitution.variables(term));
            if (union.size() > MOST_TOGETHER) {
                grouped.add(new WrittenPart(sum, List.copyOf(variables)));
                sum = Algebra.ZERO;
                variables.clear();
            }
            sum = Algebra.sum(sum, term);
            variables.addAll(Substitution.variables(term));
        }
        // What no term depends on has the slope 0.
        variables.addAll(untouched);
        grouped.add(new WrittenPart(sum, List.copyOf(variables)));
        this.parts = List.copyOf(grouped);
    }

    /** Another surface times a number: it shares what was derived. */
    WrittenSurface(WrittenSurface other, double factor) {
        this.coordinates = other.coordinates;
        List<WrittenPart> multiplied = new ArrayList<>();
        other.parts.forEach(part -> multiplied.add(part.times(factor)));
        this.parts = multiplied;
    }

    /** x and y, or x, y1, y2, ... where there are more than two. */
    static List<String> names(int dimension) {
        List<String> names = new ArrayList<>(List.of("x"));
        for (int i = 1; i < dimension; i++) {
            names.add(dimension == 2 ? "y" : "y" + i);
        }
        return List.copyOf(names);
    }

    /** c u^2 / 2. */
    static Expression parabola(double c, Expression u) {
        return Algebra.product(new Expression.Constant(0.5 * c), Algebra.power(u, new Expression.Constant(2.0)));
    }

    @Override
    public final List<String> coordinates() {
        return coordinates;
    }

    @Override
    public final int dimension() {
        return coordinates.size();
    }

    @Override
    public final double value(double[] theta) {
        double sum = NOTHING;
        for (WrittenPart part : parts) {
            sum += part.value(theta);
        }
        return sum;
    }

    @Override
    public final void gradient(double[] theta, double[] gradient) {
        Arrays.fill(gradient, 0, dimension(), NOTHING);
        parts.forEach(part -> part.addGradient(theta, gradient));
    }

    @Override
    public final void hessian(double[] theta, double[][] hessian) {
        for (double[] row : hessian) {
            Arrays.fill(row, 0.0);
        }
        parts.forEach(part -> part.addHessian(theta, hessian));
    }

    @Override
    public final Optional<List<Expression>> gradientExpressions() {
        Expression[] gradient = new Expression[dimension()];
        Arrays.fill(gradient, Algebra.ZERO);
        parts.forEach(part -> part.addSlopes(gradient));
        return Optional.of(List.of(gradient));
    }

    /** The second derivatives of two coordinates, as an expression. */
    final Expression curvature(int i, int j) {
        return parts.stream().map(part -> part.curvature(i, j)).reduce(Algebra.ZERO, Algebra::sum);
    }

    @Override
    public final SurfaceKernel bind(int capacity) {
        return new WrittenKernel(parts, dimension(), capacity);
    }
}
