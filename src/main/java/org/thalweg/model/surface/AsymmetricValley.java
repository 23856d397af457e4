package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Landmarks;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Variable;
import org.thalweg.symbolic.Operation;

/**
 * An asymmetric valley of one parameter: slope a to the right of its minimum at 0 and -c a to the left, so that the
 * right side is the flat one for c &gt; 1 (He, Huang, Yuan, NeurIPS 2019, arXiv:1902.00744).
 *
 * <p>With a rounding z &gt; 0 it is the hyperbola L' = a [(1 - c)/2 + (1 + c)/2 u / sqrt(u^2 + z^2)], u = x + x0,
 * infinitely smooth, with the same slopes far out and x0 such that the minimum stays at 0. The paper gives no formula:
 * the two slopes are those of its theorems, the rounding is of this project.
 *
 * <ul>
 *   <li>rounding 0: a kink at 0, where the gradient is a, that of the right side; the Hessian is 0.
 *   <li>ratio 1: the symmetric control |x| (or its hyperbola). Ratios below 1 make the left side the flat one.
 * </ul>
 */
public final class AsymmetricValley extends WrittenSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("asymmetric",
            "one parameter, or several; slope a to the right of the minimum at 0 and -c a to the left",
            List.of(Key.required("slope", Key.Type.NUMBERS, "a > 0, the slope of the right side; or one a direction"),
                    Key.required("ratio", Key.Type.NUMBERS,
                            "c > 0, how much steeper the left side is; or one a direction"),
                    Key.optional("rounding", Key.Type.NUMBER,
                            "width over which the slopes meet; 0, the default, is a kink")),
            "{kind: asymmetric, slope: 0.5, ratio: 5, rounding: 0.3}",
            AsymmetricValley::read);

    /** The share of a run that counts as its beginning. */
    static final double BEGINNING = 0.1;

    private final double slope;
    private final double ratio;
    private final double rounding;

    /**
     * A valley.
     *
     * @param slope a &gt; 0
     * @param ratio c &gt; 0
     * @param rounding z &gt;= 0
     */
    public AsymmetricValley(double slope, double ratio, double rounding) {
        super(List.of("x"), List.of(loss(slope, ratio, rounding, new Variable(0))));
        this.slope = slope;
        this.ratio = ratio;
        this.rounding = rounding;
    }

    private static Expression loss(double slope, double ratio, double rounding, Expression x) {
        if (!(slope > 0.0 && ratio > 0.0 && rounding >= 0.0) || Double.isInfinite(slope + ratio + rounding)) {
            throw new Refusal("asymmetric valley of slope " + slope + ", ratio " + ratio
                    + ", rounding " + rounding + ": slope and ratio must be positive, the rounding not negative");
        }
        Constant half = new Constant(0.5 * slope * (1.0 + ratio));
        if (rounding == 0.0) {
            // a [1 + (1 + c)/2 s (1 - s)] x with s = sign x, whose slope is a at 0 too.
            Expression sign = Algebra.function(Operation.SIGN, x);
            Expression step = Algebra.product(sign, Algebra.difference(Algebra.ONE, sign));
            return Algebra.product(Algebra.sum(new Constant(slope), Algebra.product(half, step)), x);
        }
        double offset = rounding * (ratio - 1.0) / (2.0 * Math.sqrt(ratio));
        double radius = rounding * (ratio + 1.0) / (2.0 * Math.sqrt(ratio));
        Expression u = Algebra.sum(x, new Constant(offset));
        Expression root = Algebra.function(Operation.SQRT, Algebra.sum(
                Algebra.power(u, new Constant(2.0)), new Constant(rounding * rounding)));
        return Algebra.sum(Algebra.product(new Constant(0.5 * slope * (1.0 - ratio)), x),
                Algebra.product(half, Algebra.difference(root, new Constant(radius))));
    }

    /** The loss of this valley along another coordinate. */
    Expression along(int coordinate) {
        return loss(slope, ratio, rounding, new Variable(coordinate));
    }

    private static Optional<LossSurface> read(Fields fields) {
        List<Double> slopes = fields.positives("slope");
        List<Double> ratios = fields.positives("ratio");
        double rounding = fields.number("rounding", 0.0);
        if (rounding < 0.0) {
            fields.problem("rounding", "rounding is " + rounding, "give a width > 0, or 0 for a kink");
        }
        int directions = Math.max(slopes.size(), ratios.size());
        if (Math.min(slopes.size(), ratios.size()) != directions && Math.min(slopes.size(), ratios.size()) > 1) {
            fields.problem("ratio", ratios.size() + " ratios for " + slopes.size() + " slopes",
                    "give one for each direction, or one for all");
        }
        if (!fields.sound()) {
            return Optional.empty();
        }
        List<AsymmetricValley> valleys = IntStream.range(0, directions).mapToObj(i -> new AsymmetricValley(
                slopes.get(i % slopes.size()), ratios.get(i % ratios.size()), rounding)).toList();
        return Optional.of(directions == 1 ? valleys.get(0) : new AsymmetricBowl(valleys));
    }

    /** a, the slope of the right side far out. */
    public double slope() {
        return slope;
    }

    /** c, how much steeper the left side is. */
    public double ratio() {
        return ratio;
    }

    /** z; 0 for a kink. */
    public double rounding() {
        return rounding;
    }

    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[] {0.0}), rounding == 0.0 ? List.of(0.0) : List.of());
    }

    /**
     * {@code negative_fraction}, the share of visited x &lt; 0, {@code averaged_x}, the averaged iterate, and {@code
     * averaged_loss}, the mean loss of the iterates, all over the steps after the first tenth of a run.
     */
    @Override
    public List<PathQuantity> pathQuantities() {
        return List.of(
                PathQuantity.average(Quantity.NEGATIVE_FRACTION, BEGINNING, (theta, count, value) -> {
                    for (int k = 0; k < count; k++) {
                        value[k] = theta[0][k] < 0.0 ? 1.0 : 0.0;
                    }
                }),
                PathQuantity.average(Quantity.AVERAGED_X, BEGINNING,
                        (theta, count, value) -> System.arraycopy(theta[0], 0, value, 0, count)),
                PathQuantity.averageBound(
                        Quantity.AVERAGED_LOSS, BEGINNING, capacity -> bind(capacity)::value));
    }

    @Override
    protected Object[] parts() {
        return new Object[] {slope, ratio, rounding};
    }

    /** The two slopes. */
    @Override
    public String toString() {
        return "asymmetric valley with slopes " + slope + " and " + -ratio * slope + ", rounding " + rounding;
    }
}
