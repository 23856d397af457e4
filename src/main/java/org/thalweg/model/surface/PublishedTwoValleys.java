package org.thalweg.model.surface;

import static org.thalweg.symbolic.Algebra.difference;
import static org.thalweg.symbolic.Algebra.function;
import static org.thalweg.symbolic.Algebra.negation;
import static org.thalweg.symbolic.Algebra.power;
import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.quotient;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Landmarks;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Operation;

/**
 * The two valleys of Yang, Zhang, Ouyang, Tang and Tu (arXiv:2601.10962v2), as in the authors' scripts: a flat valley
 * at x &gt; 0 and a sharp one at x &lt; 0, of equal depth at every y, between which the ridge x = 0 rises along y.
 *
 * <p>L = L0(y) + x (x - g1) / f1 for x &gt;= 0 and L0(y) + x (x + g2) / f2 for x &lt; 0, with L0 = L_d exp(-y / y_d) +
 * x0^2 / f0, g_i = 2 x_i y / (y + y_b) and f_i = f0 (x_i / x0)^2 ((y + y_f) / (y + y_b))^2. Minima lie at g1 / 2 and
 * -g2 / 2, a depth of (x0^2 / f0) y^2 / (y + y_f)^2 below the ridge. In terms of q = (x0^2 / f0) ((y + y_b) / (y +
 * y_f))^2 and r = y / (y + y_b) both sides are L0 + q (x^2 / x_i^2 -+ 2 r x / x_i), which is how it is computed.
 *
 * <p>At the ridge L has a kink; x = 0 belongs to the flat side.
 */
public final class PublishedTwoValleys extends WrittenSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("published-two-valleys",
            "x and y; a flat valley at x > 0, a sharp one at x < 0, of equal depth, with a ridge that rises along y",
            List.of(Key.optional("flat", Key.Type.NUMBER, "x1 > 0, width of the flat valley; 0.8 by default"),
                    Key.optional("sharp", Key.Type.NUMBER, "x2 > 0, width of the sharp valley; 0.65 by default"),
                    Key.optional("width", Key.Type.NUMBER, "x0 > 0, unit of the widths; 1 by default"),
                    Key.optional("flatness", Key.Type.NUMBER, "f0 > 0, x0^2 over the scale of the loss; 1 by default"),
                    Key.optional("parting", Key.Type.NUMBER, "y_b > 0, over which the valleys part; 30 by default"),
                    Key.optional("rise", Key.Type.NUMBER, "y_f > 0, over which the ridge rises; 20 by default"),
                    Key.optional("decay", Key.Type.NUMBER, "y_d > 0, over which the floor falls; 100 by default"),
                    Key.optional("drop", Key.Type.NUMBER, "L_d > 0, by how much the floor falls; 1 by default"),
                    Key.optional("at", Key.Type.NUMBER, "y > 0 held fixed: then x is the only parameter")),
            "{kind: published-two-valleys, flat: 0.8, sharp: 0.65}",
            PublishedTwoValleys::read);

    private static final Expression X = new Expression.Variable(0);
    private static final Expression Y = new Expression.Variable(1);

    private final Numbers numbers;
    private final OptionalDouble at;
    private final Optional<List<Expression>> publishedCurvature;

    /**
     * The numbers of the surface, all positive.
     *
     * @param flat x1
     * @param sharp x2
     * @param width x0
     * @param flatness f0
     * @param parting y_b
     * @param rise y_f
     * @param decay y_d
     * @param drop L_d
     */
    public record Numbers(double flat, double sharp, double width, double flatness, double parting, double rise,
            double decay, double drop) {
        /** The numbers of the paper. */
        public static final Numbers PUBLISHED = new Numbers(0.8, 0.65, 1.0, 1.0, 30.0, 20.0, 100.0, 1.0);

        /** Refuses numbers that are not positive and finite. */
        public Numbers {
            for (double number : new double[] {flat, sharp, width, flatness, parting, rise, decay, drop}) {
                if (!(number > 0.0) || Double.isInfinite(number)) {
                    throw new Refusal("two valleys with the number " + number + ": all must be positive and finite");
                }
            }
        }

        /** By their keys in model files. */
        @Override
        public String toString() {
            return "flat " + flat + ", sharp " + sharp + ", width " + width + ", flatness " + flatness + ", parting "
                    + parting + ", rise " + rise + ", decay " + decay + ", drop " + drop;
        }
    }

    /** The surface of x and y. */
    public PublishedTwoValleys(Numbers numbers) {
        this(numbers, OptionalDouble.empty(), new Form(numbers, Y));
    }

    /** The surface of x alone, across the valleys at one place along them. */
    public static PublishedTwoValleys across(Numbers numbers, double y) {
        if (!(y > 0.0) || Double.isInfinite(y)) {
            throw new Refusal("two valleys across at y = " + y + ": give a y > 0, where there are two");
        }
        return new PublishedTwoValleys(numbers, OptionalDouble.of(y), new Form(numbers, number(y)));
    }

    private PublishedTwoValleys(Numbers numbers, OptionalDouble at, Form form) {
        super(names(at.isPresent() ? 1 : 2), List.of(sum(form.floor, product(form.q, form.across))));
        this.numbers = numbers;
        this.at = at;
        this.publishedCurvature = at.isPresent() ? Optional.empty() : Optional.of(List.of(
                curvature(0, 0), curvature(0, 1), difference(curvature(1, 1), form.omitted())));
    }

    /** The loss, floor + q across, at a place along the valleys. */
    private static final class Form {
        private final Expression floor;
        private final Expression q;
        private final Expression across;

        Form(Numbers numbers, Expression along) {
            // 1 at x >= 0, -1 at x < 0.
            Expression side = function(Operation.SIGN, sum(function(Operation.SIGN, X), number(0.5)));
            double flat = 1.0 / numbers.flat;
            double sharp = 1.0 / numbers.sharp;
            Expression inverseSquare = sum(number(0.5 * (flat * flat + sharp * sharp)),
                    product(number(0.5 * (flat * flat - sharp * sharp)), side));
            Expression inverse = sum(number(0.5 * (flat - sharp)), product(number(0.5 * (flat + sharp)), side));
            Expression apart = sum(along, number(numbers.parting));
            Expression scale = number(numbers.width * numbers.width / numbers.flatness);
            Expression r = quotient(along, apart);
            this.q = product(scale, power(quotient(apart, sum(along, number(numbers.rise))), number(2.0)));
            this.across = difference(product(inverseSquare, product(X, X)),
                    product(number(2.0), product(r, product(inverse, X))));
            this.floor = sum(product(number(numbers.drop),
                    function(Operation.EXP, negation(quotient(along, number(numbers.decay))))), scale);
        }

        /**
         * What the second derivative of f_i is of H_yy: 1 / f_i = c q has the second derivative c q'', of which 2 c
         * q'^2 / q does not come from f_i''.
         */
        Expression omitted() {
            Expression slope = Derivative.of(q, 1);
            Expression left = quotient(product(number(2.0), product(slope, slope)), q);
            return product(difference(Derivative.of(slope, 1), left), across);
        }
    }

    private static Expression number(double value) {
        return new Constant(value);
    }

    private static Optional<LossSurface> read(Fields fields) {
        Numbers of = Numbers.PUBLISHED;
        double[] values = {
            positive(fields, "flat", of.flat), positive(fields, "sharp", of.sharp), positive(fields, "width", of.width),
            positive(fields, "flatness", of.flatness), positive(fields, "parting", of.parting),
            positive(fields, "rise", of.rise), positive(fields, "decay", of.decay), positive(fields, "drop", of.drop)
        };
        double at = positive(fields, "at", Double.NaN);
        if (!fields.sound()) {
            return Optional.empty();
        }
        Numbers numbers = new Numbers(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
        return Optional.of(fields.has("at") ? across(numbers, at) : new PublishedTwoValleys(numbers));
    }

    private static double positive(Fields fields, String key, double otherwise) {
        return fields.has(key) ? fields.positive(key) : otherwise;
    }

    /** The numbers. */
    public Numbers numbers() {
        return numbers;
    }

    /** y where it is held fixed; empty for the surface of x and y. */
    public OptionalDouble at() {
        return at;
    }

    /** The minimum of the flat valley at a place along the valleys, g1 / 2. */
    public double flatMinimum(double y) {
        return numbers.flat * y / (y + numbers.parting);
    }

    /** The minimum of the sharp valley at a place along the valleys, -g2 / 2. */
    public double sharpMinimum(double y) {
        return -numbers.sharp * y / (y + numbers.parting);
    }

    /**
     * H_xx, H_xy, H_yy as in the authors' scripts, which leave out the second derivative of f_i in H_yy; empty where y
     * is held fixed.
     */
    public Optional<List<Expression>> publishedCurvature() {
        return publishedCurvature;
    }

    @Override
    public Landmarks landmarks() {
        List<double[]> minima = at.isEmpty() ? List.of() : List.of(
                new double[] {sharpMinimum(at.getAsDouble())}, new double[] {flatMinimum(at.getAsDouble())});
        return new Landmarks(minima, List.of(0.0));
    }

    /**
     * {@code flat_fraction}, the share of walkers at x &gt; 0 in the end, and what {@link SideQuantity} tells of their
     * changes of side; of x alone, the share of time at x &gt; 0.
     */
    @Override
    public List<PathQuantity> pathQuantities() {
        return at.isPresent()
                ? List.of(PathQuantity.average(Quantity.FLAT_FRACTION, 0.1, PublishedTwoValleys::onTheFlatSide))
                : List.of(new FinalSide(Quantity.FLAT_FRACTION),
                        SideQuantity.FREEZING_TIME, SideQuantity.FREEZING_PLACE, SideQuantity.CROSSINGS);
    }

    private static void onTheFlatSide(double[][] theta, int count, double[] value) {
        for (int k = 0; k < count; k++) {
            value[k] = theta[0][k] > 0.0 ? 1.0 : 0.0;
        }
    }

    @Override
    protected Object[] parts() {
        return new Object[] {numbers, at};
    }

    /** The numbers. */
    @Override
    public String toString() {
        return "two valleys as published, " + numbers + (at.isPresent() ? ", at y = " + at.getAsDouble() : "");
    }
}
