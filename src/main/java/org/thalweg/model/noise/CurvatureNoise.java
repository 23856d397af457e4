package org.thalweg.model.noise;

import static org.thalweg.symbolic.Algebra.product;
import static org.thalweg.symbolic.Algebra.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GaussianNoiseKernel;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Domain;
import org.thalweg.model.surface.PublishedTwoValleys;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * Noise that follows the whole Hessian of any surface: C = 2 sigma H+^p + floor, where H+ has the eigenvectors of the
 * Hessian and its eigenvalues, negative ones set to 0. With p = 1 the diffusion tensor is eta sigma H+, that of
 * Yang et al. (arXiv:2601.10962v2); p = 2 is their variant. The floor keeps C positive where H+ is not.
 *
 * <p>Where the gradient of two parameters can be written down, so can the square root of C, and a whole step of SGD is
 * one loop; elsewhere every particle has a decomposition of its own.
 */
public final class CurvatureNoise extends ByValue implements GradientNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("curvature",
            "follows the Hessian H of any surface: C = 2 sigma H+^p + floor, negative eigenvalues of H set to 0",
            List.of(Key.required("strength", Key.Type.NUMBER, "sigma > 0"),
                    Key.required("exponent", Key.Type.NUMBER, "p > 0: 1 or 2 as published"),
                    Key.optional("floor", Key.Type.NUMBER, "variance >= 0 in every direction; 1e-8 by default"),
                    Key.optional("as-published", Key.Type.TEXT, "true, of surface published-two-valleys: H_yy without"
                            + " the second derivative of f, as in the authors' scripts; false by default")),
            "{kind: curvature, strength: 0.5, exponent: 1}",
            PublishedTwoValleys.KIND.example(), CurvatureNoise::read);

    /** The published floor. */
    private static final double FLOOR = 1e-8;

    private final LossSurface surface;
    private final boolean asPublished;
    private final double strength;
    private final double exponent;
    private final double floor;
    private final Optional<Tape> written;

    /**
     * Noise on a surface.
     *
     * @param asPublished the curvature is {@link PublishedTwoValleys#publishedCurvature}
     * @param strength sigma &gt; 0
     * @param exponent p &gt; 0
     * @param floor at least 0
     */
    public CurvatureNoise(
            LossSurface surface, boolean asPublished, double strength, double exponent, double floor) {
        if (!(strength > 0.0 && exponent > 0.0 && floor >= 0.0) || Double.isInfinite(strength + exponent + floor)) {
            throw new Refusal("curvature noise of strength " + strength + ", exponent " + exponent + ", floor " + floor
                    + ": strength and exponent must be positive, the floor not negative, all finite");
        }
        this.surface = surface;
        this.asPublished = asPublished;
        this.strength = strength;
        this.exponent = exponent;
        this.floor = floor;
        this.written = rootExpressions().map(expressions -> Tape.of(dimension(), expressions));
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double strength = fields.positive("strength");
        double exponent = fields.positive("exponent");
        double floor = fields.number("floor", FLOOR);
        boolean asPublished = fields.flag("as-published");
        if (floor < 0.0) {
            fields.problem("floor", "floor is " + floor, "give a variance >= 0");
        }
        if (asPublished && published(surface).isEmpty()) {
            fields.problem("as-published", "this surface has no curvature as published",
                    "remove the key, or use a loss of kind 'published-two-valleys' with x and y");
        }
        return fields.sound() ? Optional.of(new CurvatureNoise(surface, asPublished, strength, exponent, floor))
                : Optional.empty();
    }

    /** sigma. */
    public double strength() {
        return strength;
    }

    /** p. */
    public double exponent() {
        return exponent;
    }

    @Override
    public int dimension() {
        return surface.dimension();
    }

    @Override
    public NoiseStructure structure() {
        return dimension() == 1 ? NoiseStructure.DIAGONAL : NoiseStructure.GENERAL;
    }

    @Override
    public GradientNoise at(double time) {
        return surface.timeDependent()
                ? new CurvatureNoise(surface.at(time), asPublished, strength, exponent, floor) : this;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        root(theta, covariance);
        double[][] root = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < root.length; i++) {
            for (int j = i; j < root.length; j++) {
                double sum = 0.0;
                for (int k = 0; k < root.length; k++) {
                    sum += root[i][k] * root[j][k];
                }
                covariance[i][j] = sum;
                covariance[j][i] = sum;
            }
        }
    }

    /** The symmetric square root of C. */
    private void root(double[] theta, double[][] root) {
        if (written.isPresent()) {
            double[] entries = new double[2 * root.length - 1];
            written.get().evaluate(theta, entries);
            for (int i = 0; i < root.length; i++) {
                for (int j = 0; j < root.length; j++) {
                    root[i][j] = entries[i + j];
                }
            }
            return;
        }
        surface.hessian(theta, root);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(root));
        double[][] vectors = eigen.getV().getData();
        for (int i = 0; i < root.length; i++) {
            for (int j = i; j < root.length; j++) {
                double sum = 0.0;
                for (int k = 0; k < root.length; k++) {
                    sum += deviation(eigen.getEigenvalue(k)) * vectors[i][k] * vectors[j][k];
                }
                root[i][j] = sum;
                root[j][i] = sum;
            }
        }
    }

    /** The standard deviation of the noise along an eigenvector of the Hessian. */
    private double deviation(double eigenvalue) {
        return Math.sqrt(2.0 * strength * Math.pow(Math.max(0.0, eigenvalue), exponent) + floor);
    }

    private static Optional<List<Expression>> published(LossSurface surface) {
        return surface instanceof PublishedTwoValleys valleys ? valleys.publishedCurvature() : Optional.empty();
    }

    @Override
    public Optional<List<Expression>> colour(List<Expression> white) {
        return rootExpressions().map(r -> r.size() == 1
                ? List.of(product(r.get(0), white.get(0)))
                : List.of(sum(product(r.get(0), white.get(0)), product(r.get(1), white.get(1))),
                        sum(product(r.get(1), white.get(0)), product(r.get(2), white.get(1)))));
    }

    /** The upper triangle of the root, for one or two parameters whose gradient can be written down. */
    private Optional<List<Expression>> rootExpressions() {
        CurvatureRoot root = new CurvatureRoot(2.0 * strength, exponent, floor);
        if (dimension() == 1) {
            return surface.gradientExpressions().map(slope -> List.of(root.of(Derivative.of(slope.get(0), 0))));
        }
        if (dimension() != 2) {
            return Optional.empty();
        }
        Optional<List<Expression>> hessian = asPublished ? published(surface)
                : surface.gradientExpressions().map(slope -> List.of(Derivative.of(slope.get(0), 0),
                        Derivative.of(slope.get(0), 1), Derivative.of(slope.get(1), 1)));
        return hessian.map(root::of);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        int dimension = dimension();
        List<Expression> white = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            white.add(new Expression.Variable(dimension + i));
        }
        return colour(white).<NoiseKernel>map(expressions -> written(expressions, capacity))
                .orElseGet(() -> pointwise(capacity));
    }

    private NoiseKernel written(List<Expression> expressions, int capacity) {
        int dimension = dimension();
        TapeKernel kernel = Tape.of(2 * dimension, expressions).bind(capacity);
        double[][] inputs = new double[2 * dimension][];
        return new GaussianNoiseKernel(dimension, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                System.arraycopy(theta, 0, inputs, 0, dimension);
                System.arraycopy(white, 0, inputs, dimension, dimension);
                kernel.evaluate(inputs, count, coloured);
            }
        };
    }

    private NoiseKernel pointwise(int capacity) {
        int dimension = dimension();
        double[] point = new double[dimension];
        double[][] root = new double[dimension][dimension];
        return new GaussianNoiseKernel(dimension, capacity) {
            @Override
            public void colour(double[][] theta, int count, double[][] white, double[][] coloured) {
                for (int k = 0; k < count; k++) {
                    for (int i = 0; i < dimension; i++) {
                        point[i] = theta[i][k];
                    }
                    root(point, root);
                    for (int i = 0; i < dimension; i++) {
                        double sum = 0.0;
                        for (int j = 0; j < dimension; j++) {
                            sum += root[i][j] * white[j][k];
                        }
                        coloured[i][k] = sum;
                    }
                }
            }
        };
    }

    /** sigma. */
    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(strength);
    }

    /** The floor changes with the strength. */
    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return new CurvatureNoise(surface, asPublished, batchVariance, exponent, floor * (batchVariance / strength));
    }

    @Override
    protected Object[] parts() {
        return new Object[] {surface, asPublished, strength, exponent, floor};
    }

    /** The law and its numbers. */
    @Override
    public String toString() {
        return "noise C = 2 * " + strength + " H+^" + exponent + " + " + floor
                + (asPublished ? ", H_yy without f''" : "");
    }
}
