"""numba as an expert writes it: the limit's arithmetic (normals.hpp) in one loop without a call or a branch, for LLVM to vectorise.

What it takes: an unsigned loop variable, error_model="numpy" (no test of divisors), one generator for each particle of the block,
a raised limit of run-time checks that arrays do not overlap. Sums may be reordered, the normals may not: fast-math multiplies
differences of nearly equal numbers out, which loses every digit of a logarithm.
"""
import llvmlite.binding as llvm

llvm.set_option("yardstick", "-runtime-memory-check-threshold=64")  # the default, 8, gives up on six arrays

import numpy as np
from numba import njit, types, uint64
from numba.extending import intrinsic

from yardstick import A, AMPLITUDE_X, AMPLITUDE_Y, DT, measure

BLOCK = 256
careful = njit(fastmath={"contract"}, error_model="numpy")


@intrinsic
def real_of(typing, word):
    def code(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], context.get_value_type(types.float64))
    return types.float64(types.uint64), code


@intrinsic
def word_of(typing, value):
    def code(context, builder, signature, arguments):
        return builder.bitcast(arguments[0], context.get_value_type(types.uint64))
    return types.uint64(types.float64), code


@careful
def unit(bits):
    return real_of((bits >> uint64(12)) | uint64(0x3ff0000000000000)) - (1 - 2. ** -53)


@careful
def eighth(bits):
    return (real_of((bits >> uint64(12)) | uint64(0x3ff0000000000000)) - 1.5) * .25


@careful
def minus_two_log_of_power(word):
    return (real_of((word >> uint64(52)) | uint64(0x4330000000000000)) - (2. ** 52 + 1023)) * -1.3862943611198906


@careful
def rotated(a, k):
    return (a << uint64(k)) | (a >> uint64(64 - k))


@careful
def minus_two_log(u):
    distance = word_of(u) - uint64(0x3fe6a09e667f3bcd) + uint64(0x3ff0000000000000)
    m = real_of(word_of(u) - (distance & uint64(0xfff0000000000000)) + uint64(0x3ff0000000000000))
    s = (m - 1) / (m + 1)
    z = s * s
    p = 1.9999999999999472 + z * (0.66666666679579252 + z * (0.39999994891832383 + z * (
        0.28572166145875725 + z * (0.2217424991007749 + z * 0.19608095639753053))))
    return minus_two_log_of_power(distance) - 2 * s * p


@careful
def sine(w, z):
    return w * (6.2831853071795596 + z * (-41.34170224027578 + z * (81.60524918348394 + z * (
        -76.705834458451285 + z * (42.055569255944987 - z * 14.916565118819118)))))


@careful
def cosine(z):
    return 0.99999999999994441 + z * (-19.739208801922548 + z * (64.939393831348305 + z * (
        -85.456764937194064 + z * (60.238183593014542 - z * 26.058123753882792))))


@njit(fastmath={"contract", "reassoc", "nsz"}, error_model="numpy")
def move(x, y, sums, s0, s1, s2, s3):
    for step in range(len(sums)):
        x2, y2 = 0., 0.
        for i in range(uint64(len(x))):
            a, b, c, d = s0[i], s1[i], s2[i], s3[i]
            first = rotated(a + d, 23) + a
            t = b << uint64(17)
            c ^= a
            d ^= b
            b ^= c
            a ^= d
            c ^= t
            d = rotated(d, 45)
            second = rotated(a + d, 23) + a
            t = b << uint64(17)
            c ^= a
            d ^= b
            b ^= c
            a ^= d
            c ^= t
            d = rotated(d, 45)
            s0[i], s1[i], s2[i], s3[i] = a, b, c, d

            radius = np.sqrt(minus_two_log(unit(first)))
            w = eighth(second)
            z = w * w
            cos, sin = cosine(z), sine(w, z)
            exchange = (second & uint64(1)) != uint64(0)
            sign = (second << uint64(62)) & uint64(0x8000000000000000)
            radius = real_of(word_of(radius) ^ sign)
            nx = sin if exchange else cos
            ny = cos if exchange else sin

            slope = y[i] / (1 + x[i] * x[i])
            x[i] += (slope * slope - A) * x[i] * DT + AMPLITUDE_X * radius * nx
            y[i] += -slope * DT + AMPLITUDE_Y * radius * ny
            x2 += x[i] * x[i]
            y2 += y[i] * y[i]
        sums[step, 0] += x2
        sums[step, 1] += y2


state = np.random.SeedSequence(20261121).generate_state(4 * BLOCK, np.uint64).reshape(4, BLOCK)
measure(lambda x, y, sums: move(x, y, sums, *state), BLOCK, 500)
