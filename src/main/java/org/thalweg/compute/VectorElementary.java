package org.thalweg.compute;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.NEG;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.thalweg.compute.Elementary.EXPONENT_52;
import static org.thalweg.compute.Elementary.EXPONENT_ONE;
import static org.thalweg.compute.Elementary.MANTISSA;
import static org.thalweg.compute.Elementary.ROOT_HALF;
import static org.thalweg.compute.Elementary.ROUND;
import static org.thalweg.compute.Elementary.ROUND_BITS;
import static org.thalweg.compute.Elementary.SIGN;
import static org.thalweg.compute.Elementary.TWO_52_AND_BIAS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link Elementary} for the numbers in a vector register: the same operations in the same order. */
final class VectorElementary {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private VectorElementary() {}

    static DoubleVector exp(DoubleVector x) {
        DoubleVector shifted = x.fma(broadcast(Elementary.LOG2_E), broadcast(ROUND));
        LongVector n = shifted.reinterpretAsLongs().sub(ROUND_BITS);
        DoubleVector e = expm1(reduced(x, shifted.sub(ROUND))).add(1.0);
        LongVector half = n.add(2048L).lanewise(LSHR, 1).sub(1024L);
        DoubleVector value = e.mul(power2(half)).mul(power2(n.sub(half)));
        return value.blend(Double.POSITIVE_INFINITY, x.compare(GT, Elementary.LARGEST_EXP))
                .blend(0.0, x.compare(LT, Elementary.SMALLEST_EXP));
    }

    /** x - k ln 2. */
    static DoubleVector reduced(DoubleVector x, DoubleVector k) {
        DoubleVector minus = k.lanewise(NEG);
        return minus.fma(broadcast(Elementary.LN2_LOW), minus.fma(broadcast(Elementary.LN2_HIGH), x));
    }

    static DoubleVector expm1(DoubleVector r) {
        DoubleVector p = broadcast(Elementary.E10).fma(r, broadcast(Elementary.E9));
        p = p.fma(r, broadcast(Elementary.E8));
        p = p.fma(r, broadcast(Elementary.E7));
        p = p.fma(r, broadcast(Elementary.E6));
        p = p.fma(r, broadcast(Elementary.E5));
        p = p.fma(r, broadcast(Elementary.E4));
        p = p.fma(r, broadcast(Elementary.E3));
        p = p.fma(r, broadcast(Elementary.E2));
        p = p.fma(r, broadcast(Elementary.E1));
        p = p.fma(r, broadcast(Elementary.E0));
        return p.fma(r.mul(r), r);
    }

    static DoubleVector power2(LongVector n) {
        return n.add(1023L).lanewise(LSHL, 52).reinterpretAsDoubles();
    }

    static DoubleVector log(DoubleVector x) {
        VectorMask<Double> tiny = x.compare(LT, Double.MIN_NORMAL);
        LongVector k = x.blend(x.mul(0x1p54), tiny).reinterpretAsLongs().add(EXPONENT_ONE - ROOT_HALF);
        DoubleVector e = k.lanewise(LSHR, 52).lanewise(OR, EXPONENT_52).reinterpretAsDoubles().sub(TWO_52_AND_BIAS);
        e = e.blend(e.sub(54.0), tiny);
        DoubleVector f = k.lanewise(AND, MANTISSA).add(ROOT_HALF).reinterpretAsDoubles().sub(1.0);
        DoubleVector value = logNearOne(f, e);
        return value.blend(x, x.compare(LT, Double.POSITIVE_INFINITY).not())
                .blend(Double.NaN, x.compare(GT, 0.0).not())
                .blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0.0));
    }

    /** ln(1 + f) + e ln 2. */
    static DoubleVector logNearOne(DoubleVector f, DoubleVector e) {
        DoubleVector s = f.div(f.add(2.0));
        DoubleVector z = s.mul(s);
        DoubleVector p = broadcast(Elementary.L6).fma(z, broadcast(Elementary.L5));
        p = p.fma(z, broadcast(Elementary.L4));
        p = p.fma(z, broadcast(Elementary.L3));
        p = p.fma(z, broadcast(Elementary.L2));
        p = p.fma(z, broadcast(Elementary.L1));
        p = p.fma(z, broadcast(Elementary.L0));
        DoubleVector h = f.mul(0.5).mul(f);
        DoubleVector rest = h.sub(s.fma(p.fma(z, h), e.mul(Elementary.LN2_LOW)));
        return e.fma(broadcast(Elementary.LN2_HIGH), f.sub(rest));
    }

    static boolean reducible(DoubleVector angle) {
        return angle.lanewise(ABS).compare(LE, Elementary.LARGEST_ANGLE).allTrue();
    }

    static DoubleVector quadrant(DoubleVector x, long ahead) {
        DoubleVector shifted = x.fma(broadcast(Elementary.TWO_OVER_PI), broadcast(ROUND));
        LongVector q = shifted.reinterpretAsLongs().add(ahead);
        DoubleVector r = remainder(x, shifted);
        DoubleVector z = r.mul(r);
        VectorMask<Double> odd = q.lanewise(AND, 1L).compare(NE, 0L).cast(DOUBLES);
        return halfTurns(sinNearZero(r, z).blend(cosNearZero(z), odd), q);
    }

    /** What is left of an angle after its quarter turns. */
    static DoubleVector remainder(DoubleVector x, DoubleVector shifted) {
        DoubleVector k = shifted.sub(ROUND).lanewise(NEG);
        return k.fma(broadcast(Elementary.PI_HALF_3),
                k.fma(broadcast(Elementary.PI_HALF_2), k.fma(broadcast(Elementary.PI_HALF_1), x)));
    }

    /** The sign of the half turn that the quarter turns make. */
    static DoubleVector halfTurns(DoubleVector value, LongVector quarters) {
        return value.reinterpretAsLongs().lanewise(XOR, quarters.lanewise(AND, 2L).lanewise(LSHL, 62))
                .reinterpretAsDoubles();
    }

    static DoubleVector sinNearZero(DoubleVector r, DoubleVector z) {
        DoubleVector p = broadcast(Elementary.S5).fma(z, broadcast(Elementary.S4));
        p = p.fma(z, broadcast(Elementary.S3));
        p = p.fma(z, broadcast(Elementary.S2));
        p = p.fma(z, broadcast(Elementary.S1));
        p = p.fma(z, broadcast(Elementary.S0));
        return p.fma(r.mul(z), r);
    }

    static DoubleVector cosNearZero(DoubleVector z) {
        DoubleVector p = broadcast(Elementary.C5).fma(z, broadcast(Elementary.C4));
        p = p.fma(z, broadcast(Elementary.C3));
        p = p.fma(z, broadcast(Elementary.C2));
        p = p.fma(z, broadcast(Elementary.C1));
        p = p.fma(z, broadcast(Elementary.C0));
        return p.fma(z.mul(z), z.fma(broadcast(-0.5), broadcast(1.0)));
    }

    static DoubleVector tanh(DoubleVector x) {
        DoubleVector size = x.lanewise(ABS);
        DoubleVector twice = size.blend(Elementary.SATURATED, size.compare(GT, Elementary.SATURATED)).mul(2.0);
        DoubleVector shifted = twice.fma(broadcast(Elementary.LOG2_E), broadcast(ROUND));
        DoubleVector scale = power2(shifted.reinterpretAsLongs().sub(ROUND_BITS));
        DoubleVector e = scale.fma(expm1(reduced(twice, shifted.sub(ROUND))), scale.sub(1.0));
        LongVector value = e.div(e.add(2.0)).reinterpretAsLongs();
        return value.lanewise(OR, x.reinterpretAsLongs().lanewise(AND, SIGN)).reinterpretAsDoubles();
    }

    static DoubleVector radius(LongVector bits) {
        DoubleVector u = unit(bits).sub(1.0 - 0x1p-53);
        LongVector k = u.reinterpretAsLongs().add(EXPONENT_ONE - ROOT_HALF);
        DoubleVector e = k.lanewise(LSHR, 52).lanewise(OR, EXPONENT_52).reinterpretAsDoubles().sub(TWO_52_AND_BIAS);
        DoubleVector m = k.lanewise(AND, MANTISSA).add(ROOT_HALF).reinterpretAsDoubles();
        DoubleVector s = m.sub(1.0).div(m.add(1.0));
        DoubleVector z = s.mul(s);
        DoubleVector p = broadcast(Elementary.R4).fma(z, broadcast(Elementary.R3));
        p = p.fma(z, broadcast(Elementary.R2));
        p = p.fma(z, broadcast(Elementary.R1));
        p = p.fma(z, broadcast(Elementary.R0));
        p = p.fma(z, broadcast(2.0));
        return e.fma(broadcast(-2.0 * Elementary.LN2), s.mul(p).mul(-2.0)).lanewise(SQRT);
    }

    /** Numbers in [1, 2) made of the upper 52 bits. */
    static DoubleVector unit(LongVector bits) {
        return bits.lanewise(LSHR, 12).lanewise(OR, EXPONENT_ONE).reinterpretAsDoubles();
    }

    static DoubleVector cosHalfTurn(DoubleVector z) {
        DoubleVector p = broadcast(Elementary.B7).fma(z, broadcast(Elementary.B6));
        p = p.fma(z, broadcast(Elementary.B5));
        p = p.fma(z, broadcast(Elementary.B4));
        p = p.fma(z, broadcast(Elementary.B3));
        p = p.fma(z, broadcast(Elementary.B2));
        p = p.fma(z, broadcast(Elementary.B1));
        return p.fma(z, broadcast(Elementary.B0));
    }

    static DoubleVector sinHalfTurn(DoubleVector t, DoubleVector z) {
        DoubleVector p = broadcast(Elementary.A6).fma(z, broadcast(Elementary.A5));
        p = p.fma(z, broadcast(Elementary.A4));
        p = p.fma(z, broadcast(Elementary.A3));
        p = p.fma(z, broadcast(Elementary.A2));
        p = p.fma(z, broadcast(Elementary.A1));
        p = p.fma(z, broadcast(Elementary.A0));
        return p.mul(t);
    }

    /** 1 + f / 2^21 for the fields of words, moved to where a mantissa begins. */
    static DoubleVector field(LongVector moved) {
        return moved.lanewise(AND, Elementary.FIELD).lanewise(OR, Elementary.EXPONENT_ONE).reinterpretAsDoubles();
    }

    static DoubleVector broadcast(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }
}
