// A register of doubles or of 64-bit words: 8 of them with AVX-512, otherwise 4 with AVX2 and FMA.
#pragma once

#include <immintrin.h>

#include <cstdint>

#if defined(__AVX512F__) && defined(__AVX512DQ__)
#define WIDE 1
constexpr int LANES = 8;
#elif defined(__AVX2__) && defined(__FMA__)
#define WIDE 0
constexpr int LANES = 4;
#else
#error "AVX2 and FMA are needed: compile with -march=native on an x86-64 processor of 2013 or later"
#endif

typedef double Real __attribute__((vector_size(8 * LANES)));
typedef uint64_t Word __attribute__((vector_size(8 * LANES)));

inline Real realOf(Word bits) { return reinterpret_cast<Real>(bits); }
inline Word wordOf(Real value) { return reinterpret_cast<Word>(value); }
inline Real all(double value) { return Real{} + value; }

inline double total(Real values) {
    double result = 0;
    for (int lane = 0; lane < LANES; lane++) result += values[lane];
    return result;
}

inline Real squareRoot(Real a) {
#if WIDE
    return _mm512_sqrt_pd(a);
#else
    return _mm256_sqrt_pd(a);
#endif
}

// b / a. With AVX-512 from 14 bits of 1 / a by three terms of the geometric series, which spares the divider.
inline Real quotient(Real b, Real a) {
#if WIDE
    Real r = _mm512_rcp14_pd(a), e = 1.0 - a * r;
    Real inverse = r + r * (e + e * e * (1.0 + e));
    return b * inverse;
#else
    return b / a;
#endif
}

// The first or the second of two, by the highest bit of each lane.
inline Real choose(Word highest, Real ifClear, Real ifSet) {
#if WIDE
    return _mm512_mask_blend_pd(_mm512_movepi64_mask((__m512i)highest), ifClear, ifSet);
#else
    return _mm256_blendv_pd(ifClear, ifSet, (__m256d)highest);
#endif
}
