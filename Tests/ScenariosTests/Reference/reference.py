"""Sensitivity and targets computed a second time, in NumPy and SciPy, from datasets/ alone.

    python3 reference.py    # writes the tables beside itself: sensitivity, moved, feasible,
                            # correlation and targets

The linear programs go to SciPy's HiGHS. Written independently of the Swift sources.
"""

import csv
import pathlib
import sys

import numpy as np
import scipy
from scipy.optimize import linprog
from scipy.stats import spearmanr

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "datasets"
TIE = 1e-6  # scores closer than this share a rank

provinces = [r["name_vi"] for r in csv.DictReader(open(data / "provinces.csv")) if r["last_year"] != "2008"]
values = {}
for row in csv.DictReader(open(data / "transparency/data.csv")):
    if int(row["year"]) < 2013:  # no rule is known before
        continue
    values[row["province"], int(row["year"]), row["indicator"]] = float(row["value"])
years = sorted({year for _, year, _ in values})


def rule(year):
    return list(csv.DictReader(open(data / f"transparency/rules/{year}.csv")))


def column(code, year):
    return np.array([values.get((p, year, code), np.nan) for p in provinces])


def setup(year):
    """Slopes, ranges, values and scores of one year."""
    components = rule(year)
    sign = np.array([1 if c["direction"] == "positive" else -1 for c in components])
    low = np.array([float(c["minimum"]) for c in components])
    high = np.array([float(c["maximum"]) for c in components])
    weight = np.array([float(c["weight"]) for c in components])
    x = np.column_stack([column(c["indicator"], year) for c in components])
    slope = sign * 9 * weight / (high - low)
    start = np.where(sign > 0, low, high)
    score = (x - start) @ slope + weight.sum()
    return [c["indicator"] for c in components], sign, low, high, slope, x, score


def variation(year):
    """Standard deviation and 90th percentile of net yearly improvements, years up to `year`."""
    codes, sign, *_ = setup(year)
    sd, fast = np.full(len(codes), np.nan), np.full(len(codes), np.nan)
    for j, code in enumerate(codes):
        net = []
        for before in years:
            if before + 1 > year:
                continue
            change = sign[j] * (column(code, before + 1) - column(code, before))
            change = change[~np.isnan(change)]
            if len(change):
                net.extend(change - np.median(change))
        if net:
            sd[j], fast[j] = np.std(net, ddof=1), max(0, np.quantile(net, 0.9))
    spread = np.array([np.std(column(c, year), ddof=1) for c in codes])
    own = ~np.isnan(sd)
    sd[~own] = np.median((sd / spread)[own]) * spread[~own]
    fast[~own] = np.median((fast / spread)[own]) * spread[~own]
    return sd, fast


def rank(score, others):
    return 1 + int(np.sum(others > score + TIE))


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


rows = []
for year in (2014, 2017, 2019):
    codes, sign, low, high, slope, x, score = setup(year)
    sd, _ = variation(year)
    for i, province in enumerate(provinces):
        others = np.delete(score, i)
        now = rank(score[i], others)
        above = others[others > score[i] + TIE]
        for j, code in enumerate(codes):
            end = high[j] if sign[j] > 0 else low[j]
            step = x[i, j] + sign[j] * sd[j]
            step = min(step, end) if sign[j] > 0 else max(step, end)
            best = max(x[:, j]) if sign[j] > 0 else min(x[:, j])
            next_value, next_places = "", ""
            if len(above):
                # A tie gains the place, and those who tie there go together.
                top = above[above <= above.min() + TIE].max()
                need = x[i, j] + (top - TIE - score[i]) / slope[j]
                if (end - need) * sign[j] >= 0:
                    next_value = repr(float(need))
                    next_places = now - rank(top, others)
            rows.append([
                province, year, code, next_value, next_places, repr(float(sd[j])),
                now - rank(score[i] + slope[j] * (step - x[i, j]), others),
                now - rank(score[i] + slope[j] * (best - x[i, j]), others),
            ])
write("sensitivity.csv", [
    "province", "year", "indicator", "next_value", "next_places", "variation",
    "variation_places", "best_places"], rows)

# The rank where one value alone is moved to some way through the range and beyond, ranges held and moving.
rows = []
for year in (2014, 2017, 2019):
    codes, sign, low, high, slope, x, score = setup(year)
    components = rule(year)
    weight = np.array([float(c["weight"]) for c in components])
    for i in range(0, 63, 4):
        for j, code in enumerate(codes):
            for share in (-0.3, -0.05, 0.1, 0.37, 0.62, 0.93, 1.02, 1.2, 1.7):
                value = low[j] + share * (high[j] - low[j])
                moved = x.copy()
                moved[i, j] = value
                ranks = []
                for lo, hi in ((low, high), (np.minimum(low, moved[i]), np.maximum(high, moved[i]))):
                    part = (moved - lo) / (hi - lo)
                    part = 9 * np.where(sign > 0, part, 1 - part) + 1
                    every = part @ weight
                    ranks.append(rank(every[i], np.delete(every, i)))
                rows.append([provinces[i], year, code, repr(float(value)), *ranks])
write("moved.csv", ["province", "year", "indicator", "value", "held", "moving"], rows)


def positions(code, sign, year):
    """The share of the other provinces each one is better than, ties counting half."""
    values = sign * column(code, year)
    known = ~np.isnan(values)
    better = (values[:, None] > values[None, known]).sum(axis=1)
    equal = (values[:, None] == values[None, known]).sum(axis=1) - 1
    return (better + equal / 2) / (known.sum() - 1)


def past(code, sign, year):
    """Every past yearly change up to `year`: province, position, net and raw improvement, spread."""
    cases = []
    for before in years:
        if before + 1 > year:
            continue
        change = sign * (column(code, before + 1) - column(code, before))
        if np.isnan(change).all():
            continue
        net = change - np.nanmedian(change)
        spread = np.std(column(code, before), ddof=1)
        for i, place in enumerate(positions(code, sign, before)):
            if not np.isnan(change[i]):
                cases.append((before * 100 + i, place, net[i], change[i], spread))
    return np.array(cases).reshape(-1, 5)


def nearest(cases, place):
    """A third of the cases, 60 at the least, and those as far away as the last."""
    if not len(cases):
        return cases
    distance = abs(cases[:, 1] - place)
    wanted = min(len(cases), max(60, -(-len(cases) // 3)))
    return cases[distance <= np.sort(distance)[wanted - 1] + 1e-12]


limits = {"mean": (1, 5), "share": (0, 1), "points": (0, 50), "days": (0, np.inf)}
units = {r["code"]: r["unit"] for r in csv.DictReader(open(data / "codebook.csv"))}
rows, together = [], []
for year in (2014, 2017, 2019):
    codes, sign, low, high, slope, x, score = setup(year)
    all_cases = [past(code, s, year) for code, s in zip(codes, sign)]
    for j, code in enumerate(codes):
        own = positions(code, sign[j], year)
        for i in range(0, 63, 3):
            near = nearest(all_cases[j], own[i])
            cases = len(near)
            if not cases:
                pool = [nearest(c, own[i]) for c in all_cases]
                near = np.vstack([p for p in pool if len(p)])
                near[:, 2:4] *= (np.std(x[:, j], ddof=1) / near[:, 4])[:, None]
            lowest, highest = limits[units[code]]
            room = sorted(sign[j] * (np.array([lowest, highest]) - x[i, j]))
            net, raw = np.clip(near[:, 2], *room), np.clip(near[:, 3], *room)
            rows.append([provinces[i], year, code, repr(float(own[i])), cases, len(near)]
                        + [repr(float(v)) for v in (np.median(net), np.quantile(net, 0.9),
                                                    np.median(raw), np.quantile(raw, 0.9))])
    for j, code in enumerate(codes):
        for k in range(j):
            a = {c[0]: sign[j] * c[2] for c in all_cases[j]}
            b = {c[0]: sign[k] * c[2] for c in all_cases[k]}
            both = sorted(set(a) & set(b))
            r = 0.0
            if len(both) >= 10:
                rho = spearmanr([a[t] for t in both], [b[t] for t in both]).statistic
                r = 2 * np.sin(np.pi * rho / 6)
            together.append([year, code, codes[k], len(both), repr(float(r))])
write("feasible.csv", ["province", "year", "indicator", "position", "cases", "sample", "median", "good",
                       "raw_median", "raw_good"], rows)
write("correlation.csv", ["year", "first", "second", "cases", "correlation"], together)

rows = []
for year, final in ((2014, 2015), (2017, 2018), (2017, 2020), (2019, 2021)):
    codes, sign, low, high, slope, x, score = setup(year)
    sd, fast = variation(year)
    so_far = [y for y in years if y <= year]
    reached = np.array([
        (np.nanmax if s > 0 else np.nanmin)([column(c, y) for y in so_far
                                             if not np.isnan(column(c, y)).all()])
        for c, s in zip(codes, sign)])
    reached = np.where(sign > 0, np.minimum(reached, high), np.maximum(reached, low))
    for i in range(0, 63, 7):
        others = np.delete(score, i)
        for goal in (1, 20, 40):
            now = rank(score[i], others)
            most = np.minimum(np.maximum(0, sign * (reached - x[i])), (final - year) * fast)
            need = np.sort(others)[::-1][goal - 1] - score[i]
            if now <= goal:
                rows.append([provinces[i], year, final, goal, "already reached", "0.0", now])
                continue
            best = linprog(1 / sd, A_ub=[-np.abs(slope)], b_ub=[-need],
                           bounds=list(zip(np.zeros(len(most)), most)), method="highs")
            if best.status == 0:
                got = score[i] + np.abs(slope) @ best.x
                rows.append([provinces[i], year, final, goal, "optimal",
                             repr(float(best.fun)), rank(got, others)])
            else:
                got = score[i] + np.abs(slope) @ most
                rows.append([provinces[i], year, final, goal, "infeasible",
                             repr(float((most / sd).sum())), rank(got, others)])
write("targets.csv", ["province", "year", "by", "goal", "certificate", "effort", "rank"], rows)
print(f"numpy {np.__version__}, scipy {scipy.__version__}, python {sys.version.split()[0]}")
