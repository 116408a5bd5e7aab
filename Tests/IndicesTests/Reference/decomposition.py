"""Parts of changes and gaps of ranks computed a second time, in NumPy, from datasets/ alone.

    python3 decomposition.py    # writes decomposition.csv beside itself

Every coalition is scored afresh by the definition, with every player in the game, and a part is the
weighted mean of what its player adds to each coalition. Written independently of the Swift sources.
"""

import csv
import math
import pathlib
import sys

import numpy as np

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "datasets"
TIE = 1e-6  # scores closer than this share a rank

provinces = [r["name_vi"] for r in csv.DictReader(open(data / "provinces.csv"))]
values = {}
for row in csv.DictReader(open(data / "transparency/data.csv")):
    if row["value"]:
        values[row["province"], int(row["year"]), row["indicator"]] = float(row["value"])


def rule(year, approximate=False):
    """Weight, ends and sign of each indicator; made wrong on purpose where approximate."""
    result = {
        r["indicator"]: [float(r["weight"]), float(r["minimum"]), float(r["maximum"]),
                         1 if r["direction"] == "positive" else -1]
        for r in csv.DictReader(open(data / f"transparency/rules/{year}.csv"))}
    if approximate:
        result["website_score"][0] += 0.05
        result["website_use"][0] -= 0.05
    return result


def column(code, year):
    return np.array([values.get((p, year, code), np.nan) for p in provinces])


def score(components, x):
    """Scores of all provinces; `x` holds a column of values for each indicator."""
    total = np.zeros(len(provinces))
    for code, (weight, low, high, sign) in components.items():
        part = 9 * (x[code] - low) / (high - low) + 1
        total += weight * (part if sign > 0 else 11 - part)
    return total


def rank(own, others):
    return 1 + int(np.sum(others > own + TIE))


def shapley(players, worth):
    """Shapley values of a function of sets that has two outputs."""
    n = len(players)
    v = np.array([worth({p for k, p in enumerate(players) if s >> k & 1}) for s in range(1 << n)])
    sets = np.arange(1 << n)
    size = np.array([bin(s).count("1") for s in sets])
    weight = np.array([math.factorial(k) * math.factorial(n - 1 - k) / math.factorial(n)
                       for k in range(n)])
    result = {}
    for k, p in enumerate(players):
        without = sets[(sets >> k & 1) == 0]
        gain = v[without | 1 << k] - v[without]
        result[p] = (weight[size[without]][:, None] * gain).sum(axis=0)
    return result, v[0], v[-1]


rows = []


def keep(kind, province, other, start, end, result):
    parts, first, last = result
    for part, (points, places) in parts.items():
        rows.append([kind, province, other, start, end, part, repr(float(points)),
                     repr(float(places)), int(first[1]), int(last[1])])


def change(kind, province, start, end, rules, published=False):
    """From one year to the other; `rules` are those of both."""
    here_is = provinces.index(province)
    first, last = rules
    shared = [c for c in last if c in first]
    left = [np.zeros(len(provinces))] * 2
    if published:
        left = [column("transparency", y) - score(r, {c: column(c, y) for c in r})
                for y, r in zip((start, end), rules)]
    columns = {(c, y): column(c, y) for y, r in zip((start, end), rules) for c in r}

    def worth(on):
        chosen, other = (last, first) if "rule" in on else (first, last)
        components = {}
        for code, (weight, low, high, sign) in chosen.items():
            ends = (last if "ranges" in on else first) if code in shared else chosen
            components[code] = (weight, ends[code][1], ends[code][2], sign)
        x = {}
        for code in chosen:
            if code in other:
                x[code] = columns[code, end if "rivals" in on else start].copy()
                x[code][here_is] = columns[code, end if code in on else start][here_is]
            else:
                x[code] = columns[code, end if "rule" in on else start]
        rest = left[1 if "rivals" in on else 0].copy()
        rest[here_is] = left[1 if "unexplained" in on else 0][here_is]
        total = score(components, x) + rest
        return total[here_is], rank(total[here_is], np.delete(total, here_is))

    players = shared + ["rivals", "ranges", "rule"] + (["unexplained"] if published else [])
    keep(kind, province, "", start, end, shapley(players, worth))


def on_shared(province, start, end):
    """Both years by the later rule on the indicators they share, its weights made to add up to one."""
    first, last = rule(start), rule(end)
    ours = {c: [p[0], *p[1:]] for c, p in last.items() if c in first}
    total = sum(p[0] for p in ours.values())
    for part in ours.values():
        part[0] /= total
    change("shared", province, start, end, (ours, ours))


def gap(province, other, year):
    """From a province to another, or to the median of every indicator."""
    components = rule(year)
    all_columns = {c: column(c, year) for c in components}
    standing = score(components, all_columns)
    own = {c: x[provinces.index(province)] for c, x in all_columns.items()}
    goal = {c: np.nanmedian(x) if other == "median" else x[provinces.index(other)]
            for c, x in all_columns.items()}

    def worth(on):
        mixed = {c: np.full(len(provinces), goal[c] if c in on else own[c]) for c in components}
        points = score(components, mixed)[0]
        return points, rank(points, standing)

    keep("median" if other == "median" else "province", province, other, year, year,
         shapley(list(components), worth))


for name, a, b in [("Đắk Nông", 2015, 2016), ("Đắk Nông", 2016, 2017), ("Kon Tum", 2015, 2019),
                   ("Trà Vinh", 2018, 2019), ("Quảng Ngãi", 2013, 2016), ("Bến Tre", 2018, 2019)]:
    change("rules", name, a, b, (rule(a), rule(b)))
for name, a, b in [("Đắk Nông", 2016, 2017), ("Kon Tum", 2015, 2019)]:
    on_shared(name, a, b)
for name, a, b in [("Đắk Nông", 2015, 2016), ("Trà Vinh", 2015, 2017)]:
    change("approximate", name, a, b, (rule(a, approximate=True), rule(b)), published=True)
for name, other, year in [("Đắk Nông", "Quảng Ngãi", 2017), ("Bà Rịa - Vũng Tàu", "Bến Tre", 2019),
                          ("Đắk Nông", "median", 2017), ("An Giang", "median", 2019)]:
    gap(name, other, year)

with open(here / "decomposition.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["kind", "province", "other", "from", "to", "part", "score_change",
                     "rank_change", "rank_from", "rank_to"])
    writer.writerows(rows)
print(f"Python {sys.version.split()[0]}, NumPy {np.__version__}", file=sys.stderr)
