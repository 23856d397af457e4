package org.thalweg.model.surface;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.LossSurface;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.model.ValleyShape;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaProfile;
import org.thalweg.model.formula.Key;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Landmarks;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * A bowl: L(x, y) = (h_xx x^2 + 2 h_xy x y + h_yy y^2) / 2 with a positive definite Hessian. The diffusion on it is an
 * Ornstein-Uhlenbeck process, whose law is Gaussian and known exactly.
 *
 * <p>With h_xy = 0 it is also a valley, of constant flatness 1 / sqrt(h_yy) and floor h_xx x^2 / 2.
 */
public final class Quadratic extends ByValue implements LossSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("quadratic",
            "a bowl (h_xx x^2 + 2 h_xy x y + h_yy y^2) / 2",
            List.of(Key.mapping("hessian", "the constant Hessian, positive definite",
                    Key.required("xx", Key.Type.NUMBER, "curvature along x"),
                    Key.optional("xy", Key.Type.NUMBER, "mixed second derivative; 0 if left out"),
                    Key.required("yy", Key.Type.NUMBER, "curvature along y"))),
            "{kind: quadratic, hessian: {xx: 0.5, xy: 0.2, yy: 2}}",
            Quadratic::read);

    private final double xx;
    private final double xy;
    private final double yy;
    /** Made when first asked for: its floor is a formula to be parsed. */
    private volatile Optional<ValleyShape> valley;

    /**
     * The bowl with the given second derivatives.
     *
     * @throws Refusal where they are not positive definite
     */
    public Quadratic(double xx, double xy, double yy) {
        if (!positiveDefinite(xx, xy, yy)) {
            throw new Refusal("Hessian " + xx + ", " + xy + ", " + yy + ": must be positive definite");
        }
        this.xx = xx;
        this.xy = xy;
        this.yy = yy;
    }

    private static boolean positiveDefinite(double xx, double xy, double yy) {
        return xx > 0.0 && yy > 0.0 && xx * yy - xy * xy > 0.0 && Double.isFinite(xx * yy - xy * xy);
    }

    private static Optional<LossSurface> read(Fields fields) {
        Fields hessian = fields.mapping("hessian");
        double xx = hessian.positive("xx");
        double xy = hessian.number("xy", 0.0);
        double yy = hessian.positive("yy");
        if (!fields.sound()) {
            return Optional.empty();
        }
        if (!positiveDefinite(xx, xy, yy)) {
            fields.problem("hessian", "the Hessian is not positive definite: xx*yy = " + xx * yy + " but xy^2 = "
                    + xy * xy,
                    "make xy smaller than " + Math.sqrt(xx * yy) + " in size");
            return Optional.empty();
        }
        return Optional.of(new Quadratic(xx, xy, yy));
    }

    @Override
    public List<String> coordinates() {
        return List.of("x", "y");
    }

    @Override
    public double value(double[] theta) {
        return value(theta[0], theta[1]);
    }

    private double value(double x, double y) {
        return 0.5 * (xx * x * x + yy * y * y) + xy * x * y;
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        gradient[0] = xx * theta[0] + xy * theta[1];
        gradient[1] = xy * theta[0] + yy * theta[1];
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        hessian[0][0] = xx;
        hessian[0][1] = xy;
        hessian[1][0] = xy;
        hessian[1][1] = yy;
    }

    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[] {0.0, 0.0}), List.of());
    }

    @Override
    public Optional<ValleyShape> valley() {
        Optional<ValleyShape> known = valley;
        if (known == null) {
            known = xy == 0.0 ? Optional.of(shape()) : Optional.empty();
            valley = known;
        }
        return known;
    }

    private ValleyShape shape() {
        Profile floor = FormulaProfile.of(Formula.parse("h*x^2/2", List.of("x"), Map.of("h", xx)));
        return new ValleyShape(floor, List.of(Profile.constant(1.0 / Math.sqrt(yy))));
    }

    @Override
    protected Object[] parts() {
        return new Object[] {xx, xy, yy};
    }

    /** The Hessian. */
    @Override
    public String toString() {
        return "quadratic with Hessian xx = " + xx + ", xy = " + xy + ", yy = " + yy;
    }

    @Override
    public Optional<List<Expression>> gradientExpressions() {
        return Optional.of(List.of(row(xx, xy), row(xy, yy)));
    }

    private static Expression row(double byX, double byY) {
        return Algebra.sum(
                Algebra.product(new Expression.Constant(byX), new Expression.Variable(0)),
                Algebra.product(new Expression.Constant(byY), new Expression.Variable(1)));
    }

    @Override
    public SurfaceKernel bind(int capacity) {
        return new SurfaceKernel() {
            @Override
            public void value(double[][] theta, int count, double[] value) {
                for (int k = 0; k < count; k++) {
                    value[k] = Quadratic.this.value(theta[0][k], theta[1][k]);
                }
            }

            @Override
            public void gradient(double[][] theta, int count, double[][] gradient) {
                for (int k = 0; k < count; k++) {
                    gradient[0][k] = xx * theta[0][k] + xy * theta[1][k];
                    gradient[1][k] = xy * theta[0][k] + yy * theta[1][k];
                }
            }
        };
    }
}
