// The limit: Euler-Maruyama steps of the yardstick valley that one core can take, with everything written by hand.
//
//   L = y^2 / (2 F^2) + a x^2 / 2,  F^2 = 1 + x^2,  dx = -L_x dt + sqrt(2 Delta / kappa) dW1,  dy = -L_y dt + sqrt(2 Delta) dW2
//
// limit MODE [PARTICLES] [STEPS]
//   normal     two float64 normals a step by Box and Muller       two-point  two random signs a step (right in law only)
//   floor      a constant increment: drift, update and sums only  check      accuracy and moments of the normals
//
// Prints one line of "name value" pairs: ns (median block, wall clock), cpu_ns (the whole run, processor time), and the means of x^2
// and y^2 after the last step. The sums of both are taken at every step, so that no step can be left out by the compiler.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

#include "normals.hpp"

namespace {

constexpr double A = .01, DELTA = .05, KAPPA = 10, DT = .01, START_X = 3, START_Y = 0;
// A block stays in the first-level cache: 1 KiB (AVX2) or 2 KiB (AVX-512) for each coordinate.
constexpr int REGISTERS = 32, BLOCK = REGISTERS * LANES;

// Each kind of increment: newStep() once a step, then next() once for each register of particles.
struct Normal {
    Bits bits;
    double x, y;
    void newStep() {}
    void next(Real& dx, Real& dy) {
        Real radius = squareRoot(minusTwoLog(unit(bits.next()))), cosine, sine;
        cosSin(bits.next(), cosine, sine);
        dx = radius * x * cosine;
        dy = radius * y * sine;
    }
};

struct TwoPoint {  // a word has 64 bits, and a step needs 2 x 32 of them
    Bits bits;
    double x, y;
    Word word{};
    void newStep() { word = bits.next(); }
    Real sign(double magnitude) {
        Real signedOne = realOf((word & 0x8000000000000000) | wordOf(all(magnitude)));
        word += word;
        return signedOne;
    }
    void next(Real& dx, Real& dy) {
        dx = sign(x);
        dy = sign(y);
    }
};

struct Constant {
    Bits bits;
    double x, y;
    void newStep() {}
    void next(Real& dx, Real& dy) {
        dx = all(x);
        dy = all(y);
    }
};

struct Block {
    alignas(64) Real x[REGISTERS], y[REGISTERS];
    double x2, y2;

    template <class Increments> void run(Increments& shared, int steps) {
        Increments increments = shared;  // a copy, so that the generator stays in registers
        std::fill_n(x, REGISTERS, all(START_X));
        std::fill_n(y, REGISTERS, all(START_Y));
        for (int step = 0; step < steps; step++) {
            Real sumX{}, sumY{};
            increments.newStep();
#pragma GCC unroll 4
            for (int i = 0; i < REGISTERS; i++) {
                Real dx, dy;
                increments.next(dx, dy);
                Real slope = quotient(y[i], x[i] * x[i] + 1.0);  // L_y, and L_x = (a - slope^2) x
                x[i] += x[i] * (slope * DT * slope - A * DT) + dx;
                y[i] += dy - slope * DT;
                sumX += x[i] * x[i];
                sumY += y[i] * y[i];
            }
            x2 = total(sumX);
            y2 = total(sumY);
            // Every step's sums count as used.
            asm volatile("" : : "x"(x2), "x"(y2));
        }
        shared = increments;
    }
};

double processorSeconds() {
    timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

// The median of blocks of a fraction of a millisecond each forgets the times when the processor was taken away.
template <class Increments> int measure(long particles, int steps) {
    using Clock = std::chrono::steady_clock;
    Increments increments{Bits(20261121), std::sqrt(2 * DELTA / KAPPA * DT), std::sqrt(2 * DELTA * DT)};
    Block block;
    long blocks = std::max(1L, particles / BLOCK);
    std::vector<double> seconds;
    double x2 = 0, y2 = 0, before = processorSeconds();
    for (long b = 0; b < blocks; b++) {
        auto start = Clock::now();
        block.run(increments, steps);
        seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
        x2 += block.x2;
        y2 += block.y2;
    }
    double processor = processorSeconds() - before, count = double(blocks) * BLOCK;
    std::nth_element(seconds.begin(), seconds.begin() + blocks / 2, seconds.end());
    std::printf("ns %.4g cpu_ns %.4g mean_x2 %.5f mean_y2 %.5f particles %ld\n", 1e9 * seconds[blocks / 2] / BLOCK / steps,
                1e9 * processor / count / steps, x2 / count, y2 / count, blocks * BLOCK);
    return 0;
}

// Largest errors against long double functions of the library (radius relative, others absolute), and moments in standard errors.
int check(long registers) {
    Bits bits(1);
    long double radiusError = 0, angleError = 0, circleError = 0, moments[4] = {};
    for (long i = 0; i < registers; i++) {
        Word first = bits.next(), second = bits.next(), extreme = first;
        // Every other register has u close to 0 or close to 1.
        for (int lane = 0; i % 2 && lane < LANES; lane++)
            extreme[lane] = i % 4 == 1 ? first[lane] >> i / 4 % 52 : first[lane] | ~(~0ull >> i / 4 % 52);
        Real u = unit(extreme), extremeRadius = squareRoot(minusTwoLog(u)), radius = squareRoot(minusTwoLog(unit(first)));
        Real cosine, sine;
        cosSin(second, cosine, sine);
        for (int lane = 0; lane < LANES; lane++) {
            long double turn = (second[lane] >> 12) * 0x1p-54l - .125l, c = cosl(2 * M_PIl * turn), s = sinl(2 * M_PIl * turn);
            if (second[lane] & 1) std::swap(c, s);
            if (second[lane] & 2) c = -c, s = -s;
            radiusError = std::max(radiusError, fabsl(extremeRadius[lane] / sqrtl(-2 * logl(u[lane])) - 1));
            angleError = std::max({angleError, fabsl(cosine[lane] - c), fabsl(sine[lane] - s)});
            circleError = std::max(circleError, fabsl((long double)cosine[lane] * cosine[lane]
                                                      + (long double)sine[lane] * sine[lane] - 1));
            for (long double z : {radius[lane] * cosine[lane], radius[lane] * sine[lane]}) {
                long double power = z;
                for (long double& moment : moments) moment += power, power *= z;
            }
        }
    }
    long double n = 2.0l * LANES * registers;
    std::printf("lanes %d radius %.1Le angle %.1Le circle %.1Le moments_in_standard_errors %.2Lf %.2Lf %.2Lf %.2Lf\n", LANES, radiusError,
                angleError, circleError, moments[0] / sqrtl(n), (moments[1] - n) / sqrtl(2 * n), moments[2] / sqrtl(15 * n),
                (moments[3] - 3 * n) / sqrtl(96 * n));
    return radiusError < 1e-13l && angleError < 1e-13l ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    const char* mode = count > 1 ? arguments[1] : "";
    long particles = count > 2 ? std::atol(arguments[2]) : 262144;
    int steps = count > 3 ? std::atoi(arguments[3]) : 1000;
    if (!std::strcmp(mode, "normal")) return measure<Normal>(particles, steps);
    if (!std::strcmp(mode, "two-point")) return measure<TwoPoint>(particles, steps);
    if (!std::strcmp(mode, "floor")) return measure<Constant>(particles, steps);
    if (!std::strcmp(mode, "check")) return check(particles);
    std::fprintf(stderr, "limit: mode '%s' is unknown; give normal, two-point, floor or check\n", mode);
    return 2;
}
