package org.thalweg.model.surface;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Landmarks;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;

/**
 * A sharp and a flat valley of equal depth that flatten in the course of training: L = S(t) (x^2 - 1)^2 e^(-b x) with
 * S(t) = S0 e^(-t/tau). The sharp minimum is -1 with curvature 8 S e^b, the flat one +1 with 8 S e^-b.
 *
 * <p>A reconstruction: the two valleys of Yang et al. (arXiv:2601.10962) were not at hand, so loss and parameters are
 * of this project (docs/theory/two-valleys-reconstruction.md). {@link #value} and its derivatives are those of time 0.
 */
public final class TwoValleys extends WrittenSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("two-valleys",
            "one parameter; a sharp valley at -1 and a flat one at +1, L = S (x^2 - 1)^2 e^(-b x), S = S0 e^(-t/tau)",
            List.of(Key.required("tilt", Key.Type.NUMBER, "b >= 0; the curvatures are as e^(2 b) to 1"),
                    Key.required("slow-time", Key.Type.NUMBER, "tau > 0, learning time; inf keeps S = S0"),
                    Key.optional("scale", Key.Type.NUMBER, "S0 > 0, the scale at the beginning; 1 by default")),
            "{kind: two-valleys, tilt: 0.5, slow-time: 20}",
            TwoValleys::read);

    /** e^(-b x) of larger tilts overflows within reach of a walker. */
    private static final double LARGEST_TILT = 20.0;

    private static final Expression X = new Expression.Variable(0);
    private static final Expression TWO = new Expression.Constant(2.0);

    private final WrittenSurface unit;
    private final double tilt;
    private final double slowTime;
    private final double scale;

    /**
     * Two valleys.
     *
     * @param tilt b, from 0 to 20
     * @param slowTime tau &gt; 0, may be infinite
     * @param scale S0 &gt; 0
     */
    public TwoValleys(double tilt, double slowTime, double scale) {
        this(new Unit(checked(tilt, slowTime, scale)), tilt, slowTime, scale);
    }

    /** All of one tilt share what is derived of the loss: their scale changes with every step. */
    private TwoValleys(WrittenSurface unit, double tilt, double slowTime, double scale) {
        super(unit, scale);
        this.unit = unit;
        this.tilt = tilt;
        this.slowTime = slowTime;
        this.scale = scale;
    }

    private static double checked(double tilt, double slowTime, double scale) {
        if (!(tilt >= 0.0 && tilt <= LARGEST_TILT && slowTime > 0.0 && scale > 0.0) || Double.isInfinite(scale)) {
            throw new Refusal("two valleys of tilt " + tilt + ", slow time " + slowTime + ", scale "
                    + scale + ": the tilt must be from 0 to " + LARGEST_TILT + ", slow time and scale positive");
        }
        return tilt;
    }

    /** (x^2 - 1)^2 e^(-b x). */
    private static final class Unit extends WrittenSurface {
        private final double tilt;

        Unit(double tilt) {
            super(names(1), List.of(Algebra.product(
                    Algebra.power(Algebra.difference(Algebra.power(X, TWO), Algebra.ONE), TWO),
                    Algebra.function(Operation.EXP, Algebra.product(new Expression.Constant(-tilt), X)))));
            this.tilt = tilt;
        }

        @Override
        protected Object[] parts() {
            return new Object[] {tilt};
        }
    }

    private static Optional<LossSurface> read(Fields fields) {
        double tilt = fields.number("tilt");
        double slowTime = fields.positiveOrInfinite("slow-time");
        double scale = fields.has("scale") ? fields.positive("scale") : 1.0;
        if (tilt < 0.0 || tilt > LARGEST_TILT) {
            fields.problem("tilt", "tilt is " + tilt, "give a number from 0 to " + LARGEST_TILT);
        }
        return fields.sound() ? Optional.of(new TwoValleys(tilt, slowTime, scale)) : Optional.empty();
    }

    /** b. */
    public double tilt() {
        return tilt;
    }

    /** tau; infinite where the valleys stay as they are. */
    public double slowTime() {
        return slowTime;
    }

    /** S0, the scale at time 0. */
    public double scale() {
        return scale;
    }

    @Override
    public boolean timeDependent() {
        return slowTime < Double.POSITIVE_INFINITY;
    }

    @Override
    public TwoValleys at(double time) {
        return timeDependent()
                // However late, the scale stays a positive number.
                ? new TwoValleys(unit, tilt, Double.POSITIVE_INFINITY,
                        Math.max(Double.MIN_NORMAL, scale * Math.exp(-time / slowTime)))
                : this;
    }

    /** The top of the barrier between the valleys: the root of 4 x = b (x^2 - 1) between them. */
    public double barrier() {
        return -tilt / (2.0 + Math.sqrt(4.0 + tilt * tilt));
    }

    /** Up to the other root of 4 x = b (x^2 - 1): beyond it the tilt wins and the loss falls to 0. */
    @Override
    public Interval basin() {
        return new Interval(Double.NEGATIVE_INFINITY, (2.0 + Math.sqrt(4.0 + tilt * tilt)) / tilt, Boundary.OPEN);
    }

    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[] {-1.0}, new double[] {1.0}), List.of());
    }

    /**
     * {@code flat_fraction}, the share of walkers at x &gt; 0 in the end; {@code switches}, how often a walker changed
     * valleys; {@code last_switch}, the learning time of the last change, of the walkers that made one. A walker has
     * changed when it passes |x| = 0.5 on the other side.
     */
    @Override
    public List<PathQuantity> pathQuantities() {
        return List.of(new FinalSide(Quantity.FLAT_FRACTION), SideQuantity.SWITCHES, SideQuantity.LAST_SWITCH);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {tilt, slowTime, scale};
    }

    /** Tilt and times. */
    @Override
    public String toString() {
        return "two valleys of tilt " + tilt + ", scale " + scale + ", slow time " + slowTime;
    }
}
