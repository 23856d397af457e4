package org.thalweg.model.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * Diagonal noise that varies along a valley in a way of its own: C_xx(x) and C_yiyi(x) are formulas or measured tables,
 * all times one strength.
 */
public final class VaryingNoise extends DiagonalNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("varying",
            "diagonal, varying along the valley: C_xx = s along(x), C_yiyi = s across_i(x)",
            List.of(Key.required("along", Key.Type.FORMULA_OF_X,
                            "C_xx(x) > 0, a formula or {table: FILE.csv, x: COLUMN, value: COLUMN}"),
                    Key.required("across", Key.Type.FORMULAS_OF_X,
                            "C_yy(x) > 0, likewise; a list with one for each sharp direction"),
                    Key.optional("strength", Key.Type.NUMBER,
                            "s > 0, a factor of all of them; 1 if left out. 1 / B where they are of a single sample")),
            "{kind: varying, along: \"0.5\", across: \"2 + cos(x)\", strength: 0.5}",
            VaryingNoise::read);

    /** Places of the domain where variances must be positive. */
    private static final int PLACES = 257;

    private final List<Profile> variances;
    private final double strength;

    /**
     * Noise.
     *
     * @param variances along the valley first; positive
     * @param strength a factor of all, positive and finite
     */
    public VaryingNoise(List<Profile> variances, double strength) {
        super(expressions(variances, strength));
        if (!(strength > 0.0) || Double.isInfinite(strength)) {
            throw new Refusal("strength " + strength + " of the noise: must be positive and finite");
        }
        this.variances = List.copyOf(variances);
        this.strength = strength;
    }

    private static List<Expression> expressions(List<Profile> variances, double strength) {
        List<Expression> expressions = new ArrayList<>();
        variances.forEach(v -> expressions.add(
                Algebra.product(new Expression.Constant(strength), v.expression())));
        return expressions;
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        List<Profile> variances = new ArrayList<>(fields.profiles("along", true));
        List<Profile> across = fields.profiles("across", true);
        double strength = fields.has("strength") ? fields.positive("strength") : 1.0;
        if (!surface.geometry().valley()) {
            fields.problem("kind", "noise 'varying' varies along a valley, and this surface is not a valley",
                    "use the noise kind 'formula', or a loss of kind 'valley'");
            return Optional.empty();
        }
        if (variances.size() != 1) {
            fields.problem("along", variances.size() + " functions for one direction", "give one");
        }
        if (across.size() != surface.dimension() - 1) {
            fields.problem("across", across.size() + " functions for " + (surface.dimension() - 1)
                    + " sharp directions", "give one for each");
        }
        if (!fields.sound()) {
            return Optional.empty();
        }
        variances.addAll(across);
        for (int i = 0; i < variances.size(); i++) {
            check(fields, i == 0 ? "along" : "across", variances.get(i), domain.along());
        }
        return fields.sound() ? Optional.of(new VaryingNoise(variances, strength)) : Optional.empty();
    }

    /** Known and positive on the whole domain. */
    private static void check(Fields fields, String key, Profile variance, Interval domain) {
        Interval known = variance.support();
        if (domain.from() < known.from() || domain.to() > known.to()) {
            fields.problem(key, variance + " is measured from x = " + known.from() + " to " + known.to()
                    + " and not beyond, and the domain is from " + domain.from() + " to " + domain.to(),
                    "choose a domain inside it, with walls, or measure farther");
            return;
        }
        Interval window = domain.window();
        for (int i = 0; i < PLACES; i++) {
            double x = window.from() + (window.to() - window.from()) * i / (PLACES - 1);
            double value = variance.value(x);
            if (!(value > 0.0) || Double.isInfinite(value)) {
                fields.problem(key, "the variance " + variance + " is " + value + " at x = " + x,
                        "give a function that is positive and finite on the whole domain");
                return;
            }
        }
    }

    /** The strength. */
    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(strength);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return new VaryingNoise(variances, batchVariance);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {variances, strength};
    }

    /** The law and its strength. */
    @Override
    public String toString() {
        return "noise of variances " + strength + " times " + variances.get(0) + " along and "
                + variances.subList(1, variances.size()) + " across";
    }
}
