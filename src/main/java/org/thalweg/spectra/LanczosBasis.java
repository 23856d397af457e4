package org.thalweg.spectra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.random.RandomStream;

/**
 * The orthonormal basis of Lanczos' method, which grows by a product at a time, and the matrix of three diagonals that
 * the operator is on it. Every vector is made orthogonal to all before it, and once more where that took away so much of
 * it that what rounding has left along them counts: the rule of [DGKS76].
 *
 * <p>Where the basis is closed, it goes on with a random vector orthogonal to it, and the number beside the diagonal is
 * 0.
 */
final class LanczosBasis {
    private static final BlockMath MATH = Backend.current();
    /** What must be left of a vector for once to be enough. */
    private static final double LEFT = Math.sqrt(0.5);

    private final SymmetricOperator operator;
    private final double[][] outside;
    private final RandomStream random;
    private final List<double[]> vectors = new ArrayList<>();
    private double[] diagonal = new double[16];
    private double[] beside = new double[16];
    private double scale;
    private int products;
    /** How many there were when the basis went on with a random vector. */
    private int since;
    /** What the last product has outside of the basis. */
    private double[] next;

    /**
     * Begins with a random vector.
     *
     * @param outside orthonormal vectors that the basis is kept orthogonal to; not modified
     */
    LanczosBasis(SymmetricOperator operator, double[][] outside, RandomStream random) {
        this.operator = operator;
        this.outside = outside;
        this.random = random;
        vectors.add(fresh());
    }

    /** How many products were made. */
    int size() {
        return products;
    }

    /** True where the last product led out of the basis by nothing but rounding. */
    boolean closed() {
        return beside[products - 1] <= 1e-14 * scale;
    }

    /** The size of the number that joins the last vector to the next one. */
    double joint() {
        return products == operator.dimension() - outside.length ? 0.0 : beside[products - 1];
    }

    /** Makes products until there are so many, at most as many as the space that is left has dimensions. */
    void extend(int count) {
        while (products < count) {
            if (products > 0) {
                boolean closed = closed();
                vectors.add(closed ? fresh() : divided(next, beside[products - 1]));
                beside[products - 1] = closed ? 0.0 : beside[products - 1];
                since = closed ? products : since;
            }
            step();
        }
    }

    private void step() {
        int j = products++;
        if (j == diagonal.length) {
            diagonal = Arrays.copyOf(diagonal, 2 * j);
            beside = Arrays.copyOf(beside, 2 * j);
        }
        double[] w = new double[operator.dimension()];
        operator.apply(vectors.get(j), w);
        diagonal[j] = dot(vectors.get(j), w);
        add(-diagonal[j], vectors.get(j), w);
        if (j > 0) {
            add(-beside[j - 1], vectors.get(j - 1), w);
        }
        beside[j] = orthogonalise(w);
        scale = Math.max(scale, Math.abs(diagonal[j]) + beside[j]);
        next = w;
    }

    /** Eigenvalues of the matrix on the first so many vectors, with one component of each eigenvector. */
    Spectrum values(int count, int component) {
        return ImplicitQl.component(Arrays.copyOf(diagonal, count), Arrays.copyOf(beside, count), component);
    }

    /** Eigenvalues of the matrix on the vectors since the basis went on with a random one. */
    Spectrum sinceClosed() {
        return ImplicitQl.of(Arrays.copyOfRange(diagonal, since, products),
                Arrays.copyOfRange(beside, since, products), false);
    }

    /** Eigenvalues of the matrix on all vectors, with the eigenvectors in the basis. */
    Spectrum whole() {
        return ImplicitQl.of(Arrays.copyOf(diagonal, products), Arrays.copyOf(beside, products), true);
    }

    /** The unit vector with these components in the basis. */
    double[] combined(double[] components) {
        double[] sum = new double[operator.dimension()];
        for (int j = 0; j < components.length; j++) {
            add(components[j], vectors.get(j), sum);
        }
        return divided(sum, Math.sqrt(dot(sum, sum)));
    }

    private double[] fresh() {
        double[] v = new double[operator.dimension()];
        random.fillNormal(v, v.length);
        return divided(v, orthogonalise(v));
    }

    /** Returns the norm of what is left. */
    private double orthogonalise(double[] w) {
        double before = Math.sqrt(dot(w, w));
        project(w);
        double after = Math.sqrt(dot(w, w));
        if (after > LEFT * before) {
            return after;
        }
        project(w);
        return Math.sqrt(dot(w, w));
    }

    private void project(double[] w) {
        for (double[] q : outside) {
            add(-dot(q, w), q, w);
        }
        for (double[] q : vectors) {
            add(-dot(q, w), q, w);
        }
    }

    private static void add(double factor, double[] v, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * v[i];
        }
    }

    private static double[] divided(double[] v, double divisor) {
        for (int i = 0; i < v.length; i++) {
            v[i] /= divisor;
        }
        return v;
    }

    /** In interleaved sums: a single one would wait for each addition. */
    private static double dot(double[] a, double[] b) {
        double[] sums = new double[BlockMath.LINE];
        int lines = a.length / BlockMath.LINE;
        MATH.addProducts(a, b, 0, lines, sums, 0);
        double sum = (sums[0] + sums[4] + (sums[1] + sums[5])) + (sums[2] + sums[6] + (sums[3] + sums[7]));
        for (int i = BlockMath.LINE * lines; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
