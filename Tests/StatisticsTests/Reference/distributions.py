"""Probabilities, densities and quantiles to 40 digits, written with 25: distributions.csv.

    python3 distributions.py > distributions.csv        (mpmath 1.3 or 1.4)

The arguments are the doubles that their shortest digits stand for. Columns: distribution, degrees of freedom
(inf for infinite), function, argument, value. A value below the smallest normal double is left out.
"""
import sys
from mpmath import mp, mpf, erfc, betainc, gammainc, gamma, beta, sqrt, pi, exp, log, inf, findroot, nstr

mp.dps = 60
HALF = mpf(1) / 2


def normal_upper(x):
    # mpmath has no exponents for what lies further out than any probability asked for here.
    return mpf(0) if x > 1000 else mpf(1) if x < -1000 else erfc(x / sqrt(2)) / 2


def t_upper(df, x):
    if df == inf:
        return normal_upper(x)
    tail = betainc(df / 2, HALF, 0, df / (df + x * x), regularized=True) / 2
    return tail if x >= 0 else 1 - tail


def chi_upper(df, x):
    return mpf(0) if x > 1000000 else gammainc(df / 2, x / 2, inf, regularized=True)


def chi_lower(df, x):
    return mpf(1) if x > 1000000 else gammainc(df / 2, 0, x / 2, regularized=True)


def f_upper(a, b, x):
    if b == inf:
        return chi_upper(a, a * x)
    return betainc(b / 2, a / 2, 0, b / (b + a * x), regularized=True)


def f_lower(a, b, x):
    if b == inf:
        return chi_lower(a, a * x)
    return betainc(a / 2, b / 2, 0, a * x / (b + a * x), regularized=True)


def normal_density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def t_density(df, x):
    if df == inf:
        return normal_density(x)
    return (1 + x * x / df) ** (-(df + 1) / 2) / (sqrt(df) * beta(df / 2, HALF))


def chi_density(df, x):
    return x ** (df / 2 - 1) * exp(-x / 2) / (2 ** (df / 2) * gamma(df / 2))


def f_density(a, b, x):
    if b == inf:
        return a * chi_density(a, a * x)
    return (a / b) ** (a / 2) * x ** (a / 2 - 1) * (1 + a * x / b) ** (-(a + b) / 2) / beta(a / 2, b / 2)


DISTRIBUTIONS = {
    "normal": (lambda x: normal_upper(-x), normal_upper, normal_density, True),
    "t": (lambda d, x: t_upper(d, -x), t_upper, t_density, True),
    "chi_squared": (chi_lower, chi_upper, chi_density, False),
    "f": (f_lower, f_upper, f_density, False),
}


def number(text):
    return inf if text == "inf" else mpf(float(text))


def write(name, freedoms, function, argument, value):
    if value == 0 or abs(value) > mpf("3e-308"):
        print(",".join([name, " ".join(freedoms), function, argument, nstr(value, 25, min_fixed=0, max_fixed=1)]))


def invert(tail, p, symmetric, rising):
    """The x where the tail is p: bisection over the logarithm of x, then the secant rule on the tail's logarithm."""
    if symmetric and (tail(mpf(0)) > p) == rising:
        return -invert(lambda x: tail(-x), p, False, not rising)
    low, high = mpf(-3000), mpf(3000)
    while high - low > mpf("1e-4"):
        middle = (low + high) / 2
        low, high = (middle, high) if (tail(exp(middle)) < p) == rising else (low, middle)
    return exp(findroot(lambda u: log(tail(exp(u))) - log(p), (low, high), solver="secant", tol=mpf("1e-90")))


POINTS = {
    "normal": ["0", "1e-12", "0.1", "0.674489750196082", "1.959963984540054", "2.7", "5.1", "8.3", "20", "37"],
    "t": ["0", "1e-9", "0.3", "1", "1.998971517033376", "2.7", "6.5", "40", "1e3", "1e8"],
    "chi_squared": ["1e-9", "0.01", "0.5", "1", "3.84", "13", "26.5", "61", "250", "1380"],
    "f": ["1e-9", "0.01", "0.5", "1", "1.85", "2.8", "7", "55", "1e4", "1e9"],
}
FREEDOMS = {
    "normal": [[]],
    "t": [["0.5"], ["1"], ["2"], ["3.7"], ["12.25"], ["62"], ["1133"], ["inf"]],
    "chi_squared": [["0.5"], ["1"], ["2"], ["3.7"], ["13"], ["62"], ["1133"]],
    "f": [["1", "62"], ["2", "3"], ["0.5", "4.5"], ["13", "62"], ["13", "48.75"], ["62", "1043"], ["13", "inf"]],
}
PROBABILITIES = ["1e-300", "1e-100", "1e-20", "1e-9", "0.001", "0.025", "0.1", "0.5", "0.9", "0.975", "0.999"]

print("distribution,degrees,function,argument,value")
for name, (lower, upper, density, symmetric) in DISTRIBUTIONS.items():
    for freedoms in FREEDOMS[name]:
        d = [number(word) for word in freedoms]
        points = POINTS[name] + (["-" + p for p in POINTS[name] if p != "0"] if symmetric else [])
        for point in points:
            x = number(point)
            write(name, freedoms, "cumulative", point, lower(*d, x))
            write(name, freedoms, "upperTail", point, upper(*d, x))
            write(name, freedoms, "density", point, density(*d, x))
        for text in PROBABILITIES:
            p = number(text)
            # The median of a symmetric distribution is zero; a root in logarithms does not reach it.
            if not (symmetric and text == "0.5"):
                write(name, freedoms, "quantile", text, invert(lambda x: lower(*d, x), p, symmetric, True))
                write(name, freedoms, "upperQuantile", text, invert(lambda x: upper(*d, x), p, symmetric, False))
        sys.stdout.flush()
