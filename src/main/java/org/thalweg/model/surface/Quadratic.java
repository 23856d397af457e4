package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
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
public final class Quadratic extends WrittenSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("quadratic",
            "a bowl (h_xx x^2 + 2 h_xy x y + h_yy y^2) / 2",
            List.of(Key.mapping("hessian", "the constant Hessian, positive definite",
                    Key.required("xx", Key.Type.NUMBER, "curvature along x"),
                    Key.optional("xy", Key.Type.NUMBER, "mixed second derivative; 0 if left out"),
                    Key.required("yy", Key.Type.NUMBER, "curvature along y"))),
            "{kind: quadratic, hessian: {xx: 0.5, xy: 0.2, yy: 2}}",
            Quadratic::read);

    private static final Expression X = new Expression.Variable(0);
    private static final Expression Y = new Expression.Variable(1);

    private final double xx;
    private final double xy;
    private final double yy;
    private final Geometry geometry;

    /**
     * The bowl with the given second derivatives.
     *
     * @throws Refusal where they are not positive definite
     */
    public Quadratic(double xx, double xy, double yy) {
        super(names(2), List.of(parabola(xx, X), Algebra.product(new Expression.Constant(xy), Algebra.product(X, Y)),
                parabola(yy, Y)));
        if (!positiveDefinite(xx, xy, yy)) {
            throw new Refusal("Hessian " + xx + ", " + xy + ", " + yy + ": must be positive definite");
        }
        this.geometry = xy == 0.0 ? new Geometry.Valley(shape(xx, yy)) : Geometry.open(2);
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
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[] {0.0, 0.0}), List.of());
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    private static ValleyShape shape(double xx, double yy) {
        Profile floor = new Profile("h*x^2/2", parabola(xx, X), Profile.Traits.PLAIN);
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
}
