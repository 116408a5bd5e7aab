"""Sensitivity and targets computed a second time, in NumPy and SciPy, from datasets/ alone.

    python3 reference.py    # writes sensitivity.csv and targets.csv beside itself

The linear programs go to SciPy's HiGHS. Written independently of the Swift sources.
"""

import csv
import pathlib
import sys

import numpy as np
import scipy
from scipy.optimize import linprog

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
                need = x[i, j] + (above.min() - score[i]) / slope[j]
                if (end - need) * sign[j] >= 0:
                    next_value = repr(float(need))
                    next_places = now - rank(above.min(), others)
            rows.append([
                province, year, code, next_value, next_places, repr(float(sd[j])),
                now - rank(score[i] + slope[j] * (step - x[i, j]), others),
                now - rank(score[i] + slope[j] * (best - x[i, j]), others),
            ])
write("sensitivity.csv", [
    "province", "year", "indicator", "next_value", "next_places", "variation",
    "variation_places", "best_places"], rows)

rows = []
for year, final in ((2014, 2015), (2017, 2018), (2017, 2020), (2019, 2021)):
    codes, sign, low, high, slope, x, score = setup(year)
    sd, fast = variation(year)
    past = [y for y in years if y <= year]
    reached = np.array([
        (np.nanmax if s > 0 else np.nanmin)([column(c, y) for y in past
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
