package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.FormulaProfile;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Landmarks;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Positive;

/**
 * A valley of (near-)degenerate minima: L(x, y) = L0(x) + sum_i y_i^2 / (2 F_i(x)^2).
 *
 * <p>The geometry of Yang, Tang and Tu (PRL 130, 237101) as reconstructed in docs/theory: F is the flatness, the
 * inverse square root of the curvature across the valley; L0 = 0 makes a continuum of minima.
 */
public final class Valley extends WrittenSurface {
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

    /** A valley of the given geometry. */
    public Valley(ValleyShape shape) {
        super(names(shape.sharpDirections() + 1), terms(shape));
        this.shape = shape;
    }

    private static List<Expression> terms(ValleyShape shape) {
        List<Expression> terms = new ArrayList<>(List.of(shape.floor().expression()));
        for (Profile flatness : shape.flatness()) {
            Expression square = Algebra.power(new Expression.Variable(terms.size()), new Expression.Constant(2.0));
            terms.add(Algebra.product(new Expression.Constant(0.5),
                    Algebra.quotient(square, Positive.square(flatness.expression()))));
        }
        return terms;
    }

    private static Optional<LossSurface> read(Fields fields) {
        List<Profile> flatness = fields.profiles("flatness", true);
        Profile floor = fields.isMapping("floor")
                ? fields.table("floor", false) : FormulaProfile.of(fields.formula("floor", X, "0"));
        return fields.sound() ? Optional.of(new Valley(new ValleyShape(floor, flatness))) : Optional.empty();
    }

    @Override
    public Geometry geometry() {
        return new Geometry.Valley(shape);
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
    protected Object[] parts() {
        return new Object[] {shape};
    }

    /** The formulas. */
    @Override
    public String toString() {
        String across = shape.flatness().stream().map(Profile::toString).collect(Collectors.joining(" and "));
        return "valley with flatness " + across + " and floor " + shape.floor();
    }
}
