"""Ranks of 2019 under 400 methods, and the best and worst rank by weights within ±25 %, a second time.

    python3 robustness.py        writes robustness_2019.csv and extremes_2019.csv beside this file

Made with Python 3.11, NumPy 2.4.6 and SciPy 1.17.1 (HiGHS). Uniform numbers are the fractional parts of
(k + 1) √p, k the draw and p the j-th prime: the test makes the same. Choices in the order of the draw:
a factor for each element below the index, the way to score, the way to put together, equal weights or
not, the indicator left out.
"""
import csv
import pathlib
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.stats import rankdata

HERE = pathlib.Path(__file__).parent
DATA = HERE.parents[2] / "datasets" / "transparency"
DRAWS, RANGE, TOLERANCE = 400, 0.25, 1e-6

rule = list(csv.DictReader(open(DATA / "rules" / "2019.csv", encoding="utf-8")))
codes = [row["indicator"] for row in rule]
cells, order = {}, []
for row in csv.DictReader(open(DATA / "data.csv", encoding="utf-8")):
    if row["year"] == "2019" and row["indicator"] in codes and row["value"]:
        cells[row["province"], row["indicator"]] = float(row["value"])
        if row["province"] not in order:
            order.append(row["province"])
X = np.array([[cells[p, c] for c in codes] for p in order])
low = np.array([float(row["minimum"]) for row in rule])
high = np.array([float(row["maximum"]) for row in rule])
falls = np.array([row["direction"] != "positive" for row in rule])
given = np.array([float(row["weight"]) for row in rule])
dimension = [row["dimension"] for row in rule]
dimensions = list(dict.fromkeys(dimension))
group = np.array([dimensions.index(d) for d in dimension])
n, p = X.shape


def turned(rising, mirror):
    return np.where(falls, mirror - rising, rising)


normalised = [
    turned(9 * (X - low) / (high - low) + 1, 11),
    turned(9 * (X - X.min(0)) / (X.max(0) - X.min(0)) + 1, 11),
    turned(10 + 2 * (X - X.mean(0)) / X.std(0, ddof=1), 20),
    1 + 9 * (rankdata(np.where(falls, -X, X), method="min", axis=0) - 1) / (n - 1),
]


def ranks(scores):
    return 1 + (scores[None, :] > scores[:, None] + TOLERANCE).sum(1)


def index(scores, w, d, geometric):
    """w: weights of the indicators, d: of the dimensions, in any unit."""
    parts, kept = [], []
    for g in range(len(dimensions)):
        v = np.where(group == g, w, 0)
        if v.sum() > 0:
            v = v / v.sum()
            parts.append(np.exp(np.log(scores) @ v) if geometric else scores @ v)
            kept.append(d[g])
    parts, kept = np.array(parts), np.array(kept) / sum(kept)
    return np.exp(kept @ np.log(parts)) if geometric else kept @ parts


shares = np.array([given[j] / given[group == group[j]].sum() for j in range(p)])
totals = np.array([given[group == g].sum() for g in range(len(dimensions))])
elements = p + len(dimensions)
primes = [q for q in range(2, 200) if all(q % r for r in range(2, q))][: elements + 4]
table = []
for k in range(DRAWS):
    u = np.array([np.modf((k + 1) * np.sqrt(float(q)))[0] for q in primes])
    factor = 1 + RANGE * (2 * u[:elements] - 1)
    way, geometric, equal = int(4 * u[elements]), u[elements + 1] >= 0.5, u[elements + 2] >= 0.5
    out = int((p + 1) * u[elements + 3]) - 1
    w = (np.ones(p) if equal else shares) * factor[:p]
    d = (np.ones(len(dimensions)) if equal else totals) * factor[p:]
    if out >= 0:
        w[out] = 0
    table.append(ranks(index(normalised[way], w, d, geometric)))
R = np.array(table)
with open(HERE / "robustness_2019.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["province", "mean", "sd", "q05", "median", "q95", "top10"])
    for i, name in enumerate(order):
        r = R[:, i]
        q = np.quantile(r, [0.05, 0.5, 0.95])
        out.writerow([name, *map(repr, map(float, [r.mean(), r.std(), *q, (r <= 10).mean()]))])

S, weight = normalised[0], shares * totals[group]
weight = weight / weight.sum()
lower, upper = weight * (1 - RANGE), weight * (1 + RANGE)


def greatest(c):
    w, left = lower.copy(), 1 - lower.sum()
    for j in np.argsort(-c):
        step = min(upper[j] - lower[j], left)
        w[j] += step
        left -= step
    return c @ w


def extreme(i, worst):
    always, rows = 0, []
    for j in range(n):
        lead = S[j] - S[i]
        most, least = greatest(lead), -greatest(-lead)
        if least > TOLERANCE:
            always += 1
        elif j != i and most > TOLERANCE:
            rows.append((lead, most, least))
    k = len(rows)
    if k == 0:
        return 1 + always
    A, lo, hi = np.zeros((k + 1, p + k)), np.full(k + 1, -np.inf), np.full(k + 1, np.inf)
    for r, (lead, most, least) in enumerate(rows):
        A[r, :p] = lead
        if worst:
            A[r, p + r], lo[r] = -(TOLERANCE - least), least
        else:
            A[r, p + r], hi[r] = -(most - TOLERANCE), TOLERANCE
    A[k, :p], lo[k], hi[k] = 1, 1, 1
    found = milp(
        np.r_[np.zeros(p), np.full(k, -1.0 if worst else 1.0)],
        constraints=LinearConstraint(A, lo, hi), integrality=np.r_[np.zeros(p), np.ones(k)],
        bounds=Bounds(np.r_[lower, np.zeros(k)], np.r_[upper, np.ones(k)]),
        options={"mip_rel_gap": 0})
    assert found.status == 0, found.message
    return 1 + always + abs(round(found.fun))


with open(HERE / "extremes_2019.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["province", "best", "worst"])
    for i, name in enumerate(order):
        out.writerow([name, extreme(i, False), extreme(i, True)])
