"""Prints the polynomials of normals.hpp: Chebyshev interpolants computed with 40 digits (needs python3-mpmath).

    log:  2 atanh(s) / s as a polynomial of s^2, |s| <= tan(pi/8)^2 = (sqrt 2 - 1) / (sqrt 2 + 1)
    sin:  sin(2 pi w) / w and cos:  cos(2 pi w), polynomials of w^2, |w| <= 1/8
"""
from mpmath import atanh, chebyfit, cos, mp, mpf, nstr, pi, sin, sqrt

mp.dps = 40
tiny = mpf(10) ** -30
edge = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2
tasks = {
    "LOG": (lambda z: 2 * atanh(sqrt(z + tiny)) / sqrt(z + tiny), edge, 6),
    "SIN": (lambda z: sin(2 * pi * sqrt(z + tiny)) / sqrt(z + tiny), mpf(1) / 64, 6),
    "COS": (lambda z: cos(2 * pi * sqrt(z + tiny)), mpf(1) / 64, 6),
}
for name, (function, end, terms) in tasks.items():
    powers, error = chebyfit(function, [0, end], terms, error=True)
    print(f"// error {nstr(error, 2)}")
    print(f"constexpr double {name}[] = {{" + ", ".join(nstr(c, 17) for c in reversed(powers)) + "};")
