"""Solves the regressions of NISTTests in exact rational arithmetic.

Writes expected_coefficients.csv (the data as the decimals they are printed with), expected_as_stored.csv
(the data as the nearest doubles, powers multiplied up in doubles as the tests do) and the synthetic
problems Hilbert.csv and Degree12.csv. Python 3.11, standard library only: python3 reference.py

Rational arithmetic has no rounding, so that the last printed digit is right by construction; square
roots are taken to 60 digits.
"""

import csv
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
getcontext().prec = 60


def powers(degree):
    def row(x, number):
        result, power = [], number("1")
        for _ in range(degree + 1):
            result.append(power)
            power = power * x[0]
        return result

    return row


def with_constant(x, number):
    return [number("1")] + x


def alone(x, number):
    return x


MODELS = {
    "Norris": (with_constant, "B0"),
    "Pontius": (powers(2), "B0"),
    "NoInt1": (alone, "B1"),
    "NoInt2": (alone, "B1"),
    "Filip": (powers(10), "B0"),
    "Longley": (with_constant, "B0"),
    "Wampler1": (powers(5), "B0"),
    "Wampler2": (powers(5), "B0"),
    "Wampler3": (powers(5), "B0"),
    "Wampler4": (powers(5), "B0"),
    "Wampler5": (powers(5), "B0"),
    "Hilbert": (alone, "B1"),
    "Degree12": (powers(12), "B0"),
}


def synthetic():
    """Two designs made to be nearly collinear, with residuals that are not small.

    Hilbert: column j of row i is 1/(i + j), printed to 17 digits, 24 rows and 8 columns.
    Degree12: powers 0 to 12 of x from 0.05 to 2 in steps of 0.05. Both responses are sums of the columns
    plus a residual that walks through thousandths.
    """
    with open(HERE / "Hilbert.csv", "w") as file:
        file.write("y," + ",".join(f"x{j}" for j in range(1, 9)) + "\n")
        for i in range(1, 25):
            row = [1.0 / (i + j) for j in range(1, 9)]
            y = sum(row) + ((7 * i * i + 3 * i) % 23 - 11) / 1000
            file.write(",".join(repr(value) for value in [y, *row]) + "\n")
    with open(HERE / "Degree12.csv", "w") as file:
        file.write("y,x\n")
        for i in range(1, 41):
            x = i / 20
            y = sum(x**k for k in range(13)) + ((5 * i * i + i) % 19 - 9) / 1000
            file.write(f"{y!r},{x!r}\n")


def read(name):
    with open(HERE / f"{name}.csv") as file:
        rows = list(csv.DictReader(file))
    return [row["y"] for row in rows], [[row[k] for k in row if k != "y"] for row in rows]


def solved(rows, response):
    """The coefficients and the squares of their standard errors."""
    p = len(rows[0])
    gram = [[sum(r[j] * r[k] for r in rows) for k in range(p)] for j in range(p)]
    moment = [sum(r[j] * y for r, y in zip(rows, response)) for j in range(p)]
    # Gauss–Jordan on [gram | moment | identity].
    work = [
        gram[j] + [moment[j]] + [Fraction(int(j == k)) for k in range(p)] for j in range(p)
    ]
    for j in range(p):
        pivot = next(k for k in range(j, p) if work[k][j] != 0)
        work[j], work[pivot] = work[pivot], work[j]
        divisor = work[j][j]
        work[j] = [value / divisor for value in work[j]]
        for k in range(p):
            if k != j and work[k][j] != 0:
                factor = work[k][j]
                work[k] = [a - factor * b for a, b in zip(work[k], work[j])]
    beta = [row[p] for row in work]
    inverse = [work[j][p + 1 + j] for j in range(p)]
    squares = sum(
        (y - sum(a * b for a, b in zip(r, beta))) ** 2 for r, y in zip(rows, response)
    )
    variance = squares / (len(rows) - p)
    return beta, [variance * value for value in inverse]


def printed(value):
    if value == 0:
        return "0.00000000000000000000E+0"
    return f"{value:.20E}"


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def answers(name, number):
    model, first = MODELS[name]
    response, regressors = read(name)
    rows = [[Fraction(v) for v in model([number(v) for v in x], number)] for x in regressors]
    beta, squares = solved(rows, [Fraction(number(y)) for y in response])
    for position, (b, square) in enumerate(zip(beta, squares)):
        term = f"B{int(first[1:]) + position}"
        yield name, term, printed(decimal(b)), printed(decimal(square).sqrt())


if __name__ == "__main__":
    synthetic()
    for file_name, number in [
        ("expected_coefficients.csv", Fraction), ("expected_as_stored.csv", float),
    ]:
        with open(HERE / file_name, "w") as file:
            file.write("dataset,parameter,estimate_exact20,se_exact20\n")
            for name in MODELS:
                for answer in answers(name, number):
                    file.write(",".join(answer) + "\n")
