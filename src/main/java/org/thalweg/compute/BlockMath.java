package org.thalweg.compute;

/**
 * Arithmetic over arrays for which a plain loop is not enough, because the just-in-time compiler does not turn it into
 * vector instructions: whatever looks into the bits of a number.
 *
 * <p>Every implementation gives the bits of {@link Elementary}, whatever the width of its vectors. A result may be
 * written over its argument. Immutable and shared between threads.
 */
public interface BlockMath {
    /** Numbers in a line of {@link #lessFields} and {@link #addProducts}: whole vectors of every width. */
    int LINE = 8;

    /** Bits of a field, a whole number from 0 on; three of them, and a bit that nobody looks at, make a word. */
    int FIELD_BITS = 21;

    /** The name used in options and reports: "scalar" or "vector". */
    String key();

    /** The name, and how many numbers are handled at once. */
    String description();

    /** The exponential of the first {@code count} numbers. */
    void exp(double[] x, double[] result, int count);

    /** The natural logarithm of the first {@code count} numbers. */
    void log(double[] x, double[] result, int count);

    /** The sine of the first {@code count} numbers. */
    void sin(double[] x, double[] result, int count);

    /** The cosine of the first {@code count} numbers. */
    void cos(double[] x, double[] result, int count);

    /**
     * Sine and cosine of the first {@code count} numbers, cheaper than one after the other.
     *
     * @param x not modified; must not be one of the results
     */
    void sinCos(double[] x, double[] sine, double[] cosine, int count);

    /** The hyperbolic tangent of the first {@code count} numbers. */
    void tanh(double[] x, double[] result, int count);

    /**
     * The distances from the origin of normally distributed points in the plane.
     *
     * @param bits uniform bits, one word for each point; not modified
     * @param radius modified: the first {@code count} entries
     */
    void normalRadius(long[] bits, double[] radius, int count);

    /**
     * Points at given distances from the origin in directions distributed uniformly; with {@link #normalRadius} the
     * transform of Box and Muller (1958).
     *
     * @param bits uniform bits, one word for each point; not modified
     * @param radius not modified, unless it is one of the results
     * @param first modified: one coordinate, from position {@code firstFrom} on
     * @param second modified: the other coordinate, from position {@code secondFrom} on
     */
    void turn(long[] bits, double[] radius, int count, double[] first, int firstFrom, double[] second, int secondFrom);

    /**
     * -1 or 1 by single bits: {@code values[from + i + words j]} is negative where bit j of word i is set.
     *
     * @param bits the first {@code words} are used; not modified
     * @param values modified: {@code count} entries from position {@code from} on, at most 64 for each word
     */
    void signs(long[] bits, int words, double[] values, int from, int count);

    /**
     * Which of the first {@code count} numbers are not strictly between their bounds; NaN and numbers without bounds
     * (infinities) are never among them.
     *
     * @param slots modified: their positions in increasing order; length at least {@code count}
     * @return how many there are
     */
    int notBetween(double[] lower, double[] x, double[] upper, int count, int[] slots);

    /** True where each of the first {@code count} numbers is at least {@code from} and below {@code to}; NaN is not. */
    boolean allWithin(double[] x, double from, double to, int count);

    /**
     * Numbers less those packed in words, in lines of {@link #LINE}: three results for each word, from its three fields
     * f beginning with the lowest, {@code result = minuend - unit (1 + f / 2^21)}, rounded once.
     *
     * @param words {@code lines} lines from position {@code from} on; not modified
     * @param minuend three lines, the same for all words, from position {@code at} on; not modified
     * @param result three rows, modified: {@code lines} lines from position {@code to} on
     */
    void lessFields(long[] words, int from, int lines, double[] unit, double[][] minuend, int at, double[][] result,
            int to);

    /**
     * Adds products up, in lines of {@link #LINE}: those of even lines and of odd ones, and then both to {@code sums};
     * the last of an odd number of lines comes after all others.
     *
     * @param a {@code lines} lines from position {@code from} on, as {@code b}; not modified
     * @param sums modified: one line from position {@code at} on
     */
    void addProducts(double[] a, double[] b, int from, int lines, double[] sums, int at);

    /**
     * Adds weights w, products w v and w v^2 up, in lines of {@link #LINE}, one line after the other.
     *
     * @param weight {@code lines} lines from position {@code from} on, as {@code value}; not modified
     * @param sums three lines from position {@code at} on, modified
     */
    void addMoments(double[] weight, double[] value, int from, int lines, double[][] sums, int at);

    /**
     * A product of matrices and what it is added to: {@code c[i][j] = s[i][j] + sum over k of a[i][k] b[k][j]}. Each
     * element of c is one chain of fused multiply-adds that begins with that of s and takes k in increasing order; so a
     * sum over k may be cut into several calls.
     *
     * @param inner how many k there are
     * @param a element (i, k) is at {@code aFrom + i aRow + k aColumn}, one of the steps being 1; not modified
     * @param b element (k, j) is at {@code bFrom + k bRow + j}; not modified
     * @param s element (i, j) is at {@code sFrom + i sRow + j}; not modified, unless it is c itself; one row serves for
     *     all where {@code sRow} is 0
     * @param c element (i, j) is at {@code cFrom + i cRow + j}; modified
     */
    void product(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, double[] s, int sFrom, int sRow, double[] c, int cFrom, int cRow);

    /**
     * Replaces numbers by the larger of them and a bound; NaN stays.
     *
     * @param x modified: {@code count} entries from position {@code from} on
     */
    void raise(double[] x, int from, double bound, int count);

    /**
     * Lets through what belongs to numbers above a bound; the rest becomes 0, where the number is NaN too.
     *
     * @param x the first {@code count} are used; not modified, unless it is the result
     * @param q not modified, unless it is the result
     * @param result modified: the first {@code count} entries
     */
    void pass(double[] x, double bound, double[] q, double[] result, int count);

    /**
     * The exponentials of numbers over their sums down columns, p = e^(z - m) / s with m the largest of a column and s
     * the sum of e^(z - m) in the order of rows.
     *
     * @param z row after row of {@code columns} numbers, a multiple of {@link #LINE}; not modified
     * @param p modified, of the same shape
     * @param most modified: m, one for each column
     * @param logSum modified: ln s, one for each column
     */
    void softmax(double[] z, int rows, int columns, double[] p, double[] most, double[] logSum);

    /**
     * Derivatives of the shares of {@link #softmax} along tangents of z: x becomes p (x - s), with s the sum of p x
     * down a column in the order of rows.
     *
     * @param p row after row of {@code columns} numbers, a multiple of {@link #LINE}; not modified
     * @param x modified, of the same shape
     */
    void softmaxTangent(double[] p, int rows, int columns, double[] x);
}
