package org.thalweg.model.noise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GaussianNoiseKernel;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Domain;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Operation;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * Any covariance of x and y that can be written down. Samples are Gaussian, coloured by the Cholesky factor of C.
 *
 * <p>Edge cases: a singular C is fine; where C is not positive semi-definite the noise is NaN, so that a particle that
 * gets there counts as lost rather than wrong.
 */
public final class FormulaNoise extends ByValue implements GradientNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("formula",
            "any covariance C(x, y), positive semi-definite",
            List.of(Key.mapping("covariance", "the covariance of one mini-batch gradient",
                    Key.required("xx", Key.Type.FORMULA_OF_X_AND_Y, "C_xx >= 0"),
                    Key.optional("xy", Key.Type.FORMULA_OF_X_AND_Y, "C_xy; 0 if left out"),
                    Key.required("yy", Key.Type.FORMULA_OF_X_AND_Y, "C_yy >= 0"))),
            "{kind: formula, covariance: {xx: \"1 + x^2\", xy: \"0.5*x\", yy: \"2 + sin(y)\"}}",
            FormulaNoise::read);

    /** C_xy^2 may exceed C_xx C_yy by the rounding of some dozens of operations. */
    static final double ROUNDING = 64.0 * Math.ulp(1.0);

    private static final List<String> COORDINATES = List.of("x", "y");

    private final List<Formula> formulas;
    private final Tape entries;
    private final NoiseStructure structure;

    private FormulaNoise(List<Formula> formulas, Tape entries, NoiseStructure structure) {
        this.formulas = formulas;
        this.entries = entries;
        this.structure = structure;
    }

    /** The noise with the given entries of C, each a formula of x and y. */
    public static FormulaNoise of(Formula xx, Formula xy, Formula yy) {
        List<Formula> formulas = List.of(xx, xy, yy);
        Tape tape = Tape.of(2, formulas.stream().map(Formula::expression).collect(Collectors.toList()));
        boolean diagonal = xy.constant().equals(OptionalDouble.of(0.0));
        return new FormulaNoise(formulas, tape, diagonal ? NoiseStructure.DIAGONAL : NoiseStructure.GENERAL);
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        Fields covariance = fields.mapping("covariance");
        Formula xx = covariance.formula("xx", COORDINATES);
        Formula xy = covariance.formula("xy", COORDINATES, "0");
        Formula yy = covariance.formula("yy", COORDINATES);
        if (!surface.geometry().planar()) {
            fields.problem("kind", "noise 'formula' is for surfaces of x and y, and this one has "
                    + surface.coordinates(),
                    surface.geometry() == Geometry.LINE
                            ? "use the noise kind 'isotropic' or 'bounded-uniform'"
                            : "use the noise kind 'anisotropic' or 'power' with several sharp directions");
        }
        if (!fields.sound()) {
            return Optional.empty();
        }
        FormulaNoise noise = of(xx, xy, yy);
        Optional<String> failure = Definiteness.failure(noise, domain);
        failure.ifPresent(what -> fields.problem("covariance", what,
                "make C_xx >= 0, C_yy >= 0 and C_xy^2 <= C_xx*C_yy there"));
        return failure.isEmpty() ? Optional.of(noise) : Optional.empty();
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public NoiseStructure structure() {
        return structure;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        double[] c = new double[3];
        entries.evaluate(theta, c);
        covariance[0][0] = c[0];
        covariance[0][1] = c[1];
        covariance[1][0] = c[1];
        covariance[1][1] = c[2];
    }

    @Override
    protected Object[] parts() {
        return new Object[] {formulas};
    }

    /** The formulas. */
    @Override
    public String toString() {
        return "noise C_xx = " + formulas.get(0) + ", C_xy = " + formulas.get(1) + ", C_yy = " + formulas.get(2);
    }

    /** Where C is diagonal: its Cholesky factor has a case distinction otherwise. */
    @Override
    public Optional<List<Expression>> colour(List<Expression> white) {
        if (structure != NoiseStructure.DIAGONAL) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                Algebra.product(Algebra.function(Operation.SQRT, formulas.get(0).expression()), white.get(0)),
                Algebra.product(Algebra.function(Operation.SQRT, formulas.get(2).expression()), white.get(1))));
    }

    @Override
    public NoiseKernel bind(int capacity) {
        TapeKernel kernel = entries.bind(capacity);
        double[][] c = new double[3][capacity];
        return new GaussianNoiseKernel(2, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                kernel.evaluate(theta, count, c);
                for (int k = 0; k < count; k++) {
                    double xx = Math.sqrt(c[0][k]);
                    double xy = c[1][k] == 0.0 ? 0.0 : c[1][k] / xx;
                    coloured[0][k] = xx * white[0][k];
                    coloured[1][k] = xy * white[0][k] + rest(c[2][k], xy * xy) * white[1][k];
                }
            }
        };
    }

    /** sqrt(total - explained), where the difference of a singular C may be negative by rounding. */
    private static double rest(double total, double explained) {
        double difference = total - explained;
        return difference < 0.0 && difference >= -ROUNDING * total ? 0.0 : Math.sqrt(difference);
    }
}
