"""Writes Sources/CKernels/ziggurat.h: the 1024 layers of equal area under exp(-x²/2), in 50 digits.

    python3 tables.py > ../../../../Sources/CKernels/ziggurat.h

The lowest layer is the rectangle up to R with the tail beyond it; R is solved so that the topmost ends at
1. Marsaglia & Tsang (2000), doi:10.18637/jss.v005.i08. The standard library alone.
"""

from decimal import Decimal, getcontext

getcontext().prec = 50
layers = 1024


def density(x):
    return (-x * x / 2).exp()


def tail(x):
    """The integral of the density beyond x, by its continued fraction (Laplace)."""
    fraction = Decimal(0)
    for k in range(1200, 0, -1):
        fraction = k / (x + fraction)
    return density(x) / (x + fraction)


def edges(r):
    """The right edges from the lowest layer up, and by how much the topmost ends above 1."""
    area = r * density(r) + tail(r)
    x, height = [area / density(r), r], density(r)
    while len(x) < layers:
        height += area / x[-1]
        if height >= 1:
            return x, Decimal(1)
        x.append((-2 * height.ln()).sqrt())
    return x, height + area / x[-1] - 1


low, high = Decimal("3.9"), Decimal("4.2")
for _ in range(150):
    middle = (low + high) / 2
    # A larger R makes smaller layers, which end lower.
    if edges(middle)[1] > 0:
        low = middle
    else:
        high = middle
x, excess = edges(high)
assert abs(excess) < Decimal("1e-30"), excess
x.append(Decimal(0))


def table(name, comment, numbers):
    print(f"/// {comment}\nstatic const double {name}[{len(numbers)}] = {{")
    for start in range(0, len(numbers), 8):
        print("  " + " ".join(f"{float(number).hex()}," for number in numbers[start:start + 8]))
    print("};")


print("// Written by Tests/StatisticsTests/Reference/ziggurat/tables.py; not to be edited.")
print("#pragma once\n")
table("ziggurat_edges", "Where the layers end, from the lowest up; the lowest as wide as its area asks for.", x)
print()
table("ziggurat_heights", "exp(-x²/2) at the edges; that of the lowest layer is not used.", [density(v) for v in x])
