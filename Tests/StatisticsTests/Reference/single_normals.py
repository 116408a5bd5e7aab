"""The polynomials of Sources/CKernels/single_normals.h, rounded to single precision, and what they leave.

    python3 single_normals.py        (Debian: python3-mpmath)

Each function is met at the Chebyshev nodes of its interval, in 40 digits. The relative errors printed are those of the
rounded coefficients; half a unit in the last place of single precision is 6e-8.
"""

import struct

from mpmath import cos, log1p, lu_solve, matrix, mp, mpf, pi, polyval, sin, sqrt

mp.dps = 40


def single(x):
    """The number of single precision next to one."""
    return mpf(struct.unpack("f", struct.pack("f", float(x)))[0])


def polynomial(function, low, high, degree):
    """Coefficients, the constant one first, of single precision."""
    count = degree + 1
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * count)) for k in range(count)]
    powers, values = matrix(count, count), matrix(count, 1)
    for i, x in enumerate(nodes):
        values[i] = function(x)
        for j in range(count):
            powers[i, j] = x**j
    return [single(c) for c in lu_solve(powers, values)]


def report(name, function, low, high, degree, factor=1):
    """Prints coefficients from the highest power down, times a power of two, and the largest relative error."""
    coefficients = polynomial(function, low, high, degree)
    worst = max(
        abs(polyval(coefficients[::-1], x) / function(x) - 1)
        for x in (low + (high - low) * mpf(k) / 2000 for k in range(2001)))
    print(f"{name}: largest relative error {float(worst):.1e}")
    for c in reversed(coefficients):
        print(f"  {float(factor * c).hex()}")


quarter = pi / 4
report("-2 ln(1 + t) / t", lambda t: log1p(t) / t if t else mpf(1), sqrt(mpf(1) / 2) - 1, sqrt(mpf(2)) - 1, 8, -2)
report("sin(x pi/4) / x, in x²", lambda z: sin(sqrt(z) * quarter) / sqrt(z) if z else quarter, mpf(0), mpf(1), 3)
report("cos(x pi/4), in x²", lambda z: cos(sqrt(z) * quarter), mpf(0), mpf(1), 3)
