package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.VarianceFlatness;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Landmarks;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Expression;

/**
 * A bowl of many curvatures, equally spaced in their logarithm: L = Lmin + sum_i h_i theta_i^2 / 2, x along the
 * flattest direction and y1, y2, ... along ever sharper ones. Lmin &gt; 0 gives the loss the scale in units of which a
 * direction has a flatness ({@link VarianceFlatness}).
 */
public final class Spectrum extends WrittenSurface {
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
        super(names(curvature.length), terms(curvature, minimum));
        boolean sound = curvature.length > 1 && minimum > 0.0 && Double.isFinite(minimum)
                && Arrays.stream(curvature).allMatch(h -> h > 0.0 && Double.isFinite(h));
        if (!sound) {
            throw new Refusal("spectrum of curvatures " + Arrays.toString(curvature) + ", minimum "
                    + minimum + ": at least two curvatures, and all of them and the minimum positive");
        }
        this.curvature = curvature.clone();
        this.minimum = minimum;
    }

    private static List<Expression> terms(double[] curvature, double minimum) {
        List<Expression> terms = new ArrayList<>();
        for (double h : curvature) {
            terms.add(parabola(h, new Expression.Variable(terms.size())));
        }
        terms.add(0, new Expression.Constant(minimum));
        return terms;
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
    protected Object[] parts() {
        return new Object[] {curvature, minimum};
    }

    /** The curvatures and the minimum. */
    @Override
    public String toString() {
        return "bowl of " + curvature.length + " curvatures from " + curvature[0] + " to "
                + curvature[curvature.length - 1] + ", minimum " + minimum;
    }
}
