package org.thalweg.compute;

/**
 * Begins with one back-end and goes on with another one, which is faster but has to be compiled first: until enough
 * numbers have gone by to pay for that. Whichever does the work gives the same bits.
 *
 * <p>The count is not synchronised. What threads lose of it only makes the first back-end go on a little longer.
 */
final class PatientMath implements BlockMath {
    /**
     * Numbers that cost the scalar back-end about as much as the compiler spends on vectors, 2 seconds of a core (ring
     * of degenerate minima, Euler-Maruyama, 4096 particles for 6000 steps).
     */
    static final long PATIENCE = 1L << 28;

    private final BlockMath first;
    private final BlockMath then;
    private final long patience;
    private long gone;

    /**
     * Changes from {@code first} to {@code then} once {@code patience} numbers have gone by.
     */
    PatientMath(BlockMath first, BlockMath then, long patience) {
        this.first = first;
        this.then = then;
        this.patience = patience;
    }

    private BlockMath next(int count) {
        if (gone > patience) {
            return then;
        }
        gone += count;
        return first;
    }

    @Override
    public String key() {
        return then.key();
    }

    @Override
    public String description() {
        return then.description();
    }

    @Override
    public void exp(double[] x, double[] result, int count) {
        next(count).exp(x, result, count);
    }

    @Override
    public void log(double[] x, double[] result, int count) {
        next(count).log(x, result, count);
    }

    @Override
    public void sin(double[] x, double[] result, int count) {
        next(count).sin(x, result, count);
    }

    @Override
    public void cos(double[] x, double[] result, int count) {
        next(count).cos(x, result, count);
    }

    @Override
    public void sinCos(double[] x, double[] sine, double[] cosine, int count) {
        next(count).sinCos(x, sine, cosine, count);
    }

    @Override
    public void tanh(double[] x, double[] result, int count) {
        next(count).tanh(x, result, count);
    }

    @Override
    public void normalRadius(long[] bits, double[] radius, int count) {
        next(count).normalRadius(bits, radius, count);
    }

    @Override
    public void turn(long[] bits, double[] radius, int count, double[] first, int firstFrom, double[] second,
            int secondFrom) {
        next(count).turn(bits, radius, count, first, firstFrom, second, secondFrom);
    }

    @Override
    public void signs(long[] bits, int words, double[] values, int from, int count) {
        next(words).signs(bits, words, values, from, count);
    }

    @Override
    public int notBetween(double[] lower, double[] x, double[] upper, int count, int[] slots) {
        return next(0).notBetween(lower, x, upper, count, slots);
    }

    @Override
    public boolean allWithin(double[] x, double from, double to, int count) {
        return next(0).allWithin(x, from, to, count);
    }

    @Override
    public void lessFields(long[] words, int from, int lines, double[] unit, double[][] minuend, int at,
            double[][] result, int to) {
        next(lines * LINE).lessFields(words, from, lines, unit, minuend, at, result, to);
    }

    @Override
    public void addProducts(double[] a, double[] b, int from, int lines, double[] sums, int at) {
        next(lines * LINE).addProducts(a, b, from, lines, sums, at);
    }

    @Override
    public void addMoments(double[] weight, double[] value, int from, int lines, double[][] sums, int at) {
        next(lines * LINE).addMoments(weight, value, from, lines, sums, at);
    }

    @Override
    public void product(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] s, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        next((int) Math.min(Integer.MAX_VALUE, (long) rows * inner * columns / LINE)).product(rows, inner, columns, a,
                aFrom, aRow, aColumn, b, bFrom, bRow, s, sFrom, sRow, c, cFrom, cRow);
    }

    @Override
    public void raise(double[] x, int from, double bound, int count) {
        next(count).raise(x, from, bound, count);
    }

    @Override
    public void pass(double[] x, double bound, double[] q, double[] result, int count) {
        next(count).pass(x, bound, q, result, count);
    }

    @Override
    public void softmax(double[] z, int rows, int columns, double[] p, double[] most, double[] logSum) {
        next(rows * columns).softmax(z, rows, columns, p, most, logSum);
    }

    @Override
    public void softmaxTangent(double[] p, int rows, int columns, double[] x) {
        next(rows * columns).softmaxTangent(p, rows, columns, x);
    }
}
