package org.thalweg.compute;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.thalweg.compute.Elementary.EXPONENT_ONE;
import static org.thalweg.compute.Elementary.FIRST_FIELD;
import static org.thalweg.compute.Elementary.ROUND;
import static org.thalweg.compute.Elementary.SECOND_FIELD;
import static org.thalweg.compute.Elementary.SIGN;
import static org.thalweg.compute.Elementary.THIRD_FIELD;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many numbers at once as fit into a vector register, the rest one by one.
 *
 * <p>The launcher keeps the just-in-time compiler from inlining these loops into their callers: in a long method it
 * stops inlining vector operations, and then allocates every intermediate vector.
 */
final class VectorMath implements BlockMath {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    static final int LANES = DOUBLES.length();

    @Override
    public String key() {
        return "vector";
    }

    @Override
    public String description() {
        return "vector, " + LANES + " doubles at once";
    }

    @Override
    public void exp(double[] x, double[] result, int count) {
        int whole = DOUBLES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            VectorElementary.exp(DoubleVector.fromArray(DOUBLES, x, i)).intoArray(result, i);
        }
        for (int i = whole; i < count; i++) {
            result[i] = Elementary.exp(x[i]);
        }
    }

    @Override
    public void log(double[] x, double[] result, int count) {
        int whole = DOUBLES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            VectorElementary.log(DoubleVector.fromArray(DOUBLES, x, i)).intoArray(result, i);
        }
        for (int i = whole; i < count; i++) {
            result[i] = Elementary.log(x[i]);
        }
    }

    @Override
    public void sin(double[] x, double[] result, int count) {
        int whole = DOUBLES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector angle = DoubleVector.fromArray(DOUBLES, x, i);
            if (VectorElementary.reducible(angle)) {
                VectorElementary.quadrant(angle, 0L).intoArray(result, i);
            } else {
                for (int j = i; j < i + LANES; j++) {
                    result[j] = Elementary.sin(x[j]);
                }
            }
        }
        for (int i = whole; i < count; i++) {
            result[i] = Elementary.sin(x[i]);
        }
    }

    @Override
    public void cos(double[] x, double[] result, int count) {
        int whole = DOUBLES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector angle = DoubleVector.fromArray(DOUBLES, x, i);
            if (VectorElementary.reducible(angle)) {
                VectorElementary.quadrant(angle, 1L).intoArray(result, i);
            } else {
                for (int j = i; j < i + LANES; j++) {
                    result[j] = Elementary.cos(x[j]);
                }
            }
        }
        for (int i = whole; i < count; i++) {
            result[i] = Elementary.cos(x[i]);
        }
    }

    @Override
    public void sinCos(double[] x, double[] sine, double[] cosine, int count) {
        int whole = DOUBLES.loopBound(count);
        if (!quarterTurns(x, sine, cosine, whole)) {
            whole = 0;
        }
        fromQuarterTurns(sine, cosine, whole);
        for (int i = whole; i < count; i++) {
            sine[i] = Elementary.sin(x[i]);
            cosine[i] = Elementary.cos(x[i]);
        }
    }

    /** Splits angles into quarter turns, kept as shifted numbers, and remainders; false where some are too large. */
    private static boolean quarterTurns(double[] x, double[] remainder, double[] shifted, int whole) {
        boolean all = true;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector angle = DoubleVector.fromArray(DOUBLES, x, i);
            all &= VectorElementary.reducible(angle);
            DoubleVector turns = angle.fma(
                    VectorElementary.broadcast(Elementary.TWO_OVER_PI), VectorElementary.broadcast(ROUND));
            VectorElementary.remainder(angle, turns).intoArray(remainder, i);
            turns.intoArray(shifted, i);
        }
        return all;
    }

    private static void fromQuarterTurns(double[] sine, double[] cosine, int whole) {
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector r = DoubleVector.fromArray(DOUBLES, sine, i);
            LongVector q = DoubleVector.fromArray(DOUBLES, cosine, i).reinterpretAsLongs();
            DoubleVector z = r.mul(r);
            DoubleVector s = VectorElementary.sinNearZero(r, z);
            DoubleVector c = VectorElementary.cosNearZero(z);
            VectorMask<Double> odd = q.lanewise(AND, 1L).compare(NE, 0L).cast(DOUBLES);
            VectorElementary.halfTurns(s.blend(c, odd), q).intoArray(sine, i);
            VectorElementary.halfTurns(c.blend(s, odd), q.add(1L)).intoArray(cosine, i);
        }
    }

    @Override
    public void tanh(double[] x, double[] result, int count) {
        int whole = DOUBLES.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            VectorElementary.tanh(DoubleVector.fromArray(DOUBLES, x, i)).intoArray(result, i);
        }
        for (int i = whole; i < count; i++) {
            result[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void normalRadius(long[] bits, double[] radius, int count) {
        int whole = LONGS.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            VectorElementary.radius(LongVector.fromArray(LONGS, bits, i)).intoArray(radius, i);
        }
        for (int i = whole; i < count; i++) {
            radius[i] = Elementary.radius(bits[i]);
        }
    }

    @Override
    public void turn(long[] bits, double[] radius, int count, double[] first, int firstFrom, double[] second,
            int secondFrom) {
        int whole = LONGS.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            LongVector word = LongVector.fromArray(LONGS, bits, i);
            DoubleVector t = VectorElementary.unit(word).sub(1.5);
            DoubleVector r = DoubleVector.fromArray(DOUBLES, radius, i).reinterpretAsLongs()
                    .lanewise(XOR, word.lanewise(LSHL, 63)).reinterpretAsDoubles();
            DoubleVector z = t.mul(t);
            VectorElementary.cosHalfTurn(z).mul(r).intoArray(first, firstFrom + i);
            VectorElementary.sinHalfTurn(t, z).mul(r).intoArray(second, secondFrom + i);
        }
        for (int i = whole; i < count; i++) {
            double t = Elementary.halfTurn(bits[i]);
            double r = Elementary.signed(radius[i], bits[i]);
            first[firstFrom + i] = Elementary.cosHalfTurn(t) * r;
            second[secondFrom + i] = Elementary.sinHalfTurn(t) * r;
        }
    }

    @Override
    public void signs(long[] bits, int words, double[] values, int from, int count) {
        int k = 0;
        for (int j = 0; k < count; j++) {
            int end = Math.min(words, count - k);
            int whole = LONGS.loopBound(end);
            for (int i = 0; i < whole; i += LANES) {
                LongVector.fromArray(LONGS, bits, i).lanewise(LSHL, 63 - j).lanewise(AND, SIGN)
                        .lanewise(OR, EXPONENT_ONE).reinterpretAsDoubles().intoArray(values, from + k + i);
            }
            for (int i = whole; i < end; i++) {
                values[from + k + i] = Double.longBitsToDouble(((bits[i] << (63 - j)) & SIGN) | EXPONENT_ONE);
            }
            k += end;
        }
    }

    @Override
    public int notBetween(double[] lower, double[] x, double[] upper, int count, int[] slots) {
        int whole = DOUBLES.loopBound(count);
        int found = 0;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector here = DoubleVector.fromArray(DOUBLES, x, i);
            VectorMask<Double> below = here.compare(LE, DoubleVector.fromArray(DOUBLES, lower, i));
            VectorMask<Double> above = here.compare(GE, DoubleVector.fromArray(DOUBLES, upper, i));
            if (below.or(above).anyTrue()) {
                found = notBetween(lower, x, upper, i, i + LANES, slots, found);
            }
        }
        return notBetween(lower, x, upper, whole, count, slots, found);
    }

    private static int notBetween(
            double[] lower, double[] x, double[] upper, int from, int to, int[] slots, int alreadyFound) {
        int found = alreadyFound;
        for (int i = from; i < to; i++) {
            if (x[i] <= lower[i] || x[i] >= upper[i]) {
                slots[found++] = i;
            }
        }
        return found;
    }

    @Override
    public boolean allWithin(double[] x, double from, double to, int count) {
        int whole = DOUBLES.loopBound(count);
        DoubleVector outside = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector here = DoubleVector.fromArray(DOUBLES, x, i);
            VectorMask<Double> within = here.compare(GE, from).and(here.compare(LT, to));
            outside = outside.blend(1.0, within.not());
        }
        boolean all = outside.compare(EQ, 0.0).allTrue();
        for (int i = whole; i < count; i++) {
            all &= x[i] >= from && x[i] < to;
        }
        return all;
    }

    @Override
    public void lessFields(
            long[] words, int from, int lines, double[] unit, double[][] minuend, int at, double[][] result, int to) {
        for (int k = 0; k < LINE; k += LANES) {
            lessFields(words, from + k, from + LINE * lines, unit, minuend, at + k, result[0], result[1], result[2],
                    to - from);
        }
    }

    private static void lessFields(long[] words, int from, int end, double[] unit, double[][] minuend, int at,
            double[] first, double[] second, double[] third, int further) {
        DoubleVector firstUnit = VectorElementary.broadcast(-unit[0]);
        DoubleVector secondUnit = VectorElementary.broadcast(-unit[1]);
        DoubleVector thirdUnit = VectorElementary.broadcast(-unit[2]);
        DoubleVector firstMinuend = DoubleVector.fromArray(DOUBLES, minuend[0], at);
        DoubleVector secondMinuend = DoubleVector.fromArray(DOUBLES, minuend[1], at);
        DoubleVector thirdMinuend = DoubleVector.fromArray(DOUBLES, minuend[2], at);
        for (int i = from; i < end; i += LINE) {
            LongVector word = LongVector.fromArray(LONGS, words, i);
            VectorElementary.field(word.lanewise(LSHL, FIRST_FIELD)).fma(firstUnit, firstMinuend)
                    .intoArray(first, i + further);
            VectorElementary.field(word.lanewise(LSHL, SECOND_FIELD)).fma(secondUnit, secondMinuend)
                    .intoArray(second, i + further);
            VectorElementary.field(word.lanewise(LSHR, THIRD_FIELD)).fma(thirdUnit, thirdMinuend)
                    .intoArray(third, i + further);
        }
    }

    @Override
    public void addProducts(double[] a, double[] b, int from, int lines, double[] sums, int at) {
        int end = from + LINE * (lines & ~1);
        for (int k = 0; k < LINE; k += LANES) {
            addPairs(a, b, from + k, end, sums, at + k);
        }
        for (int k = 0; k < LINE * (lines & 1); k++) {
            sums[at + k] += a[end + k] * b[end + k];
        }
    }

    /** Two sums side by side, since each addition waits for the one before. */
    private static void addPairs(double[] a, double[] b, int from, int end, double[] sums, int at) {
        DoubleVector even = DoubleVector.zero(DOUBLES);
        DoubleVector odd = DoubleVector.zero(DOUBLES);
        for (int i = from; i < end; i += 2 * LINE) {
            even = even.add(DoubleVector.fromArray(DOUBLES, a, i).mul(DoubleVector.fromArray(DOUBLES, b, i)));
            odd = odd.add(DoubleVector.fromArray(DOUBLES, a, i + LINE)
                    .mul(DoubleVector.fromArray(DOUBLES, b, i + LINE)));
        }
        DoubleVector.fromArray(DOUBLES, sums, at).add(even.add(odd)).intoArray(sums, at);
    }

    @Override
    public void addMoments(double[] weight, double[] value, int from, int lines, double[][] sums, int at) {
        for (int k = 0; k < LINE; k += LANES) {
            addMoments(weight, value, from + k, from + LINE * lines, sums[0], sums[1], sums[2], at + k);
        }
    }

    private static void addMoments(double[] weight, double[] value, int from, int end, double[] zeroths,
            double[] firsts, double[] seconds, int at) {
        DoubleVector zeroth = DoubleVector.fromArray(DOUBLES, zeroths, at);
        DoubleVector first = DoubleVector.fromArray(DOUBLES, firsts, at);
        DoubleVector second = DoubleVector.fromArray(DOUBLES, seconds, at);
        for (int i = from; i < end; i += LINE) {
            DoubleVector w = DoubleVector.fromArray(DOUBLES, weight, i);
            DoubleVector v = DoubleVector.fromArray(DOUBLES, value, i);
            DoubleVector once = w.mul(v);
            zeroth = zeroth.add(w);
            first = first.add(once);
            second = second.add(once.mul(v));
        }
        zeroth.intoArray(zeroths, at);
        first.intoArray(firsts, at);
        second.intoArray(seconds, at);
    }

    @Override
    public void product(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] s, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        VectorProduct.product(rows, inner, columns, a, aFrom, aRow, aColumn, b, bFrom, bRow, s, sFrom, sRow, c, cFrom,
                cRow);
    }

    @Override
    public void raise(double[] x, int from, double bound, int count) {
        int whole = from + DOUBLES.loopBound(count);
        for (int i = from; i < whole; i += LANES) {
            DoubleVector here = DoubleVector.fromArray(DOUBLES, x, i);
            here.blend(bound, here.compare(LE, bound)).intoArray(x, i);
        }
        for (int i = whole; i < from + count; i++) {
            x[i] = x[i] <= bound ? bound : x[i];
        }
    }

    @Override
    public void pass(double[] x, double bound, double[] q, double[] result, int count) {
        int whole = DOUBLES.loopBound(count);
        DoubleVector none = DoubleVector.zero(DOUBLES);
        for (int i = 0; i < whole; i += LANES) {
            VectorMask<Double> above = DoubleVector.fromArray(DOUBLES, x, i).compare(GT, bound);
            none.blend(DoubleVector.fromArray(DOUBLES, q, i), above).intoArray(result, i);
        }
        for (int i = whole; i < count; i++) {
            result[i] = x[i] > bound ? q[i] : 0.0;
        }
    }

    @Override
    public void softmax(double[] z, int rows, int columns, double[] p, double[] most, double[] logSum) {
        for (int j = 0; j < columns; j += LANES) {
            VectorSoftmax.lessLargest(z, rows, columns, j, p, most);
        }
        exp(p, p, rows * columns);
        for (int j = 0; j < columns; j += LANES) {
            VectorSoftmax.shares(p, rows, columns, j, logSum);
        }
        log(logSum, logSum, columns);
    }

    @Override
    public void softmaxTangent(double[] p, int rows, int columns, double[] x) {
        for (int j = 0; j < columns; j += LANES) {
            VectorSoftmax.tangent(p, rows, columns, j, x);
        }
    }
}
