"""LMG shares of Longley's data in exact rational arithmetic (Python 3, standard library only).

    python3 longley_shares.py > longley_shares.csv
"""
import csv
import os
from fractions import Fraction
from itertools import combinations
from math import comb

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "Longley.csv")) as file:
    rows = list(csv.DictReader(file))
names = ["x1", "x2", "x3", "x4", "x5", "x6"]
columns = [[Fraction(row[name]) for row in rows] for name in names + ["y"]]
columns = [[value - sum(column) / len(column) for value in column] for column in columns]
products = [[sum(a * b for a, b in zip(one, two)) for two in columns] for one in columns]


def explained(chosen):
    """R² of the regressors chosen, by elimination without rounding."""
    places = list(chosen) + [6]
    matrix = [[products[a][b] for b in places] for a in places]
    for pivot in range(len(chosen)):
        for row in range(pivot + 1, len(places)):
            factor = matrix[row][pivot] / matrix[pivot][pivot]
            matrix[row] = [x - factor * y for x, y in zip(matrix[row], matrix[pivot])]
    return 1 - matrix[-1][-1] / products[6][6]


worth = {chosen: explained(chosen) for size in range(7) for chosen in combinations(range(6), size)}
print("quantity,value")
print(f"R2,{float(worth[tuple(range(6))])!r}")
for player, name in enumerate(names):
    share = sum(
        (worth[tuple(sorted(chosen + (player,)))] - gain) / (6 * comb(5, len(chosen)))
        for chosen, gain in worth.items() if player not in chosen)
    last = worth[tuple(range(6))] - worth[tuple(i for i in range(6) if i != player)]
    print(f"lmg_{name},{float(share)!r}\nlast_{name},{float(last)!r}")
