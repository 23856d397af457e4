// Uniform bits by xoshiro256++ (Blackman and Vigna 2021), one generator for each lane, and pairs of normals by Box and
// Muller (1958) with polynomials instead of library functions. The coefficients come from coefficients.py.
#pragma once

#include "lanes.hpp"

class Bits {
public:
    explicit Bits(uint64_t seed) {
        for (int lane = 0; lane < LANES; lane++)
            for (Word& word : state) word[lane] = hashed(seed += 0x9e3779b97f4a7c15);
    }

    Word next() {
        Word result = rotated<23>(state[0] + state[3]) + state[0];
        Word shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = rotated<45>(state[3]);
        return result;
    }

private:
    Word state[4];

    template <int K> static Word rotated(Word a) { return a << K | a >> (64 - K); }

    static uint64_t hashed(uint64_t z) {  // the finaliser of SplitMix64
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
};

template <int N> inline Real polynomial(const double (&coefficients)[N], Real z) {
    Real value = all(coefficients[N - 1]);
    for (int i = N - 2; i >= 0; i--) value = value * z + coefficients[i];
    return value;
}

// A number in [1, 2) from the 52 highest bits.
inline Real oneToTwo(Word bits) { return realOf(bits >> 12 | 0x3ff0000000000000); }

// The middle of a cell of width 2^-52: never 0 and never 1.
inline Real unit(Word bits) { return oneToTwo(bits) - (1 - 0x1p-53); }

// -2 ln u for u in (0, 1): u = 2^k m with m in [sqrt 1/2, sqrt 2), and ln m = 2 atanh((m - 1) / (m + 1)).
inline Real minusTwoLog(Real u) {
    constexpr double ATANH[] = {
        1.9999999999999472, 0.66666666679579252, 0.39999994891832383,
        0.28572166145875725, 0.2217424991007749, 0.19608095639753053};
    constexpr uint64_t ROOT_HALF = 0x3fe6a09e667f3bcd, EXPONENT = 0xfff0000000000000;
    // The exponent of u / sqrt(1/2), 1022 or less, is read off through the mantissa of 2^52.
    Word distance = wordOf(u) - ROOT_HALF + 0x3ff0000000000000;
    Real k = realOf(distance >> 52 | 0x4330000000000000) - (0x1p52 + 1023);
    Real m = realOf(wordOf(u) - (distance & EXPONENT) + 0x3ff0000000000000);
    Real s = quotient(m - 1.0, m + 1.0);
    return k * -1.3862943611198906 - 2.0 * s * polynomial(ATANH, s * s);
}

// cos and sin of a uniform angle. An eighth of a turn to either side of 0 by polynomials; the two lowest bits, which that
// angle does not use, choose the quarter: an exchange of cos and sin, and the sign of both.
inline void cosSin(Word bits, Real& cosine, Real& sine) {
    constexpr double SINE[] = {
        6.2831853071795596, -41.34170224027578, 81.60524918348394,
        -76.705834458451285, 42.055569255944987, -14.916565118819118};
    constexpr double COSINE[] = {
        0.99999999999994441, -19.739208801922548, 64.939393831348305,
        -85.456764937194064, 60.238183593014542, -26.058123753882792};
    Real w = oneToTwo(bits) * 0.25 - 0.375;
    Real z = w * w, c = polynomial(COSINE, z), s = w * polynomial(SINE, z);
    Word exchange = bits << 63, sign = bits << 62 & 0x8000000000000000;
    cosine = realOf(wordOf(choose(exchange, c, s)) ^ sign);
    sine = realOf(wordOf(choose(exchange, s, c)) ^ sign);
}
