"""What moves ranks in the country, and how past answers held, a second time: NumPy and SciPy, from datasets/ alone.

    python3 country.py    # writes country.csv and backtest.csv beside itself

Years before 2013 are left out, as in the tests. Written independently of the Swift sources.
"""

import csv
import itertools
import math
import pathlib

import numpy as np
from scipy.stats import spearmanr

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "datasets"
TIE = 1e-6  # scores closer than this share a rank
LIMITS = {"mean": (1, 5), "share": (0, 1), "points": (0, 50), "days": (0, np.inf)}

names = [r["name_vi"] for r in csv.DictReader(open(data / "provinces.csv")) if r["last_year"] != "2008"]
unit = {r["code"]: r["unit"] for r in csv.DictReader(open(data / "codebook.csv"))}
figures = {}
for r in csv.DictReader(open(data / "transparency/data.csv")):
    figures[r["province"], int(r["year"]), r["indicator"]] = float(r["value"])


def column(code, year):
    if year < 2013:
        return np.full(63, np.nan)
    return np.array([figures.get((n, year, code), np.nan) for n in names])


def rank(score, others):
    return 1 + int((others > score + TIE).sum())


class Year:
    """The answer of one year to every province."""

    def __init__(self, year):
        parts = list(csv.DictReader(open(data / f"transparency/rules/{year}.csv")))
        self.year, self.codes = year, [p["indicator"] for p in parts]
        self.sign = np.array([1 if p["direction"] == "positive" else -1 for p in parts])
        self.low, self.high, self.weight = (
            np.array([float(p[k]) for p in parts]) for k in ("minimum", "maximum", "weight"))
        self.slope = 9 * self.weight / (self.high - self.low)  # of an improvement
        self.x = np.column_stack([column(c, year) for c in self.codes])
        start = np.where(self.sign > 0, self.low, self.high)
        self.score = (self.sign * (self.x - start)) @ self.slope + 1
        self.rank = np.array([rank(s, np.delete(self.score, i)) for i, s in enumerate(self.score)])
        self.cases = [self.past(j) for j in range(len(self.codes))]

    def position(self, code, sign, year):
        v = sign * column(code, year)
        return np.array([((a > v).sum() + ((a == v).sum() - 1) / 2) / 62 for a in v])

    def past(self, j):
        found = []
        for a in range(2013, self.year):
            change = self.sign[j] * (column(self.codes[j], a + 1) - column(self.codes[j], a))
            if np.isnan(change).any():
                assert np.isnan(change).all()
                continue
            net = change - np.median(change)
            spread = column(self.codes[j], a).std(ddof=1)
            place = self.position(self.codes[j], self.sign[j], a)
            found += [(a, i, place[i], net[i], spread) for i in range(63)]
        return np.array(found).reshape(-1, 5)

    def answer(self):
        size = len(self.codes)
        self.good, self.half, self.sd = (np.zeros((63, size)) for _ in range(3))
        self.places, self.gain = np.zeros((63, size), int), np.zeros((63, size))
        where = [self.position(c, s, self.year) for c, s in zip(self.codes, self.sign)]
        for i, j in itertools.product(range(63), range(size)):
            def near(cases):
                if not len(cases):
                    return cases
                far = abs(cases[:, 2] - where[j][i])
                wanted = min(len(cases), max(60, math.ceil(len(cases) / 3)))
                return cases[far <= np.sort(far)[wanted - 1] + 1e-12]
            net = near(self.cases[j])[:, 3]
            if not len(net):
                pool = np.vstack([near(c) for c in self.cases if len(c)])
                net = pool[:, 3] / pool[:, 4] * self.x[:, j].std(ddof=1)
            room = sorted(self.sign[j] * (np.array(LIMITS[unit[self.codes[j]]]) - self.x[i, j]))
            net = np.clip(net, *room)
            self.good[i, j], self.half[i, j] = np.quantile(net, 0.9), np.median(net)
            self.sd[i, j] = net.std(ddof=1)
            best = self.high[j] if self.sign[j] > 0 else self.low[j]
            room = max(0, self.sign[j] * (best - self.x[i, j]))
            self.gain[i, j] = self.slope[j] * min(max(0, self.good[i, j]), room)
            others = np.delete(self.score, i)
            self.places[i, j] = self.rank[i] - rank(self.score[i] + self.gain[i, j], others)
        self.order = [sorted(range(size), key=lambda j: (-self.places[i, j], -self.gain[i, j], j))
                      for i in range(63)]
        return self

    def correlation(self):
        size = len(self.codes)
        matrix = np.eye(size)
        for j, k in itertools.combinations(range(size), 2):
            a, b = ({(int(c[0]), int(c[1])): c[3] for c in self.cases[t]} for t in (j, k))
            both = sorted(set(a) & set(b))
            if len(both) >= 10:
                rho = spearmanr([a[t] for t in both], [b[t] for t in both]).statistic
                matrix[j, k] = matrix[k, j] = 2 * np.sin(np.pi * rho / 6)
        assert np.linalg.eigvalsh(matrix)[0] > 1e-6
        return matrix


def shapley(slope, covariance):
    """Shapley effects of a normal sum, by every set of inputs."""
    size = len(slope)
    shared = covariance @ slope
    worth = np.zeros(1 << size)
    for known in range(1, 1 << size):
        s = [j for j in range(size) if known >> j & 1]
        worth[known] = shared[s] @ np.linalg.solve(covariance[np.ix_(s, s)], shared[s])
    effect = np.zeros(size)
    for known in range(1 << size):
        n = bin(known).count("1")
        for j in range(size):
            if not known >> j & 1:
                effect[j] += (worth[known | 1 << j] - worth[known]) / math.comb(size - 1, n) / size
    return effect / worth[-1]


def write(name, header, rows):
    with open(here / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([header] + rows)


answers = {year: Year(year).answer() for year in (2014, 2015, 2016, 2017, 2018, 2019)}

rows = []
for year in (2014, 2019):
    of = answers[year]
    matrix = of.correlation()
    share = np.mean([shapley(of.slope, matrix * np.outer(sd, sd)) for sd in of.sd], axis=0)
    for j, code in enumerate(of.codes):
        rows.append([year, code, repr(float(of.places[:, j].mean())), float(np.median(of.places[:, j])),
                     sum(o[0] == j for o in of.order), sum(j in o[:3] for o in of.order),
                     repr(float(share[j]))])
write("country.csv", ["year", "indicator", "places_mean", "places_median", "first", "first_three",
                      "variance_share"], rows)


def largest(sizes):
    """Who is among the three largest, ties sharing what is left."""
    bar = np.sort(sizes)[-3]
    return (sizes > bar) + (sizes == bar) * (3 - (sizes > bar).sum()) / (sizes == bar).sum()


found = {}
for a in (2014, 2015, 2017, 2018):
    now, then = answers[a], answers[a + 1]
    change = now.sign * (then.x - now.x)
    net = change - np.median(change, axis=0)
    best = np.array([now.x[:, j].max() if s > 0 else now.x[:, j].min() for j, s in enumerate(now.sign)])
    best = np.where(now.sign > 0, np.minimum(best, now.high), np.maximum(best, now.low))
    size = len(now.codes)
    for i in range(63):
        def add(question, answer, value, weight=1.0):
            if weight:
                found.setdefault((question, answer), []).append((value, weight))
        better = (now.good[i] > 0) & (net[i] >= now.good[i] / 2)
        ways = list(itertools.combinations(range(size), 3))
        chance = np.mean([sum(better[list(w)]) >= 2 for w in ways])
        gained = int(now.rank[i] - then.rank[i])
        for answer, weight in (("all", 1.0), ("random", chance),
                               ("named", float(better[now.order[i][:3]].sum() >= 2)),
                               ("last", float(better[now.order[i][-3:]].sum() >= 2))):
            add("moved_up", answer, float(gained > 0), weight)
            add("places_gained", answer, gained, weight)
        moved = now.slope * abs(net[i])
        last = np.array([next((c[3] for c in cases if c[0] == a - 1 and c[1] == i), 0.0)
                         for cases in now.cases])
        for answer, who in (
                ("named", np.isin(np.arange(size), now.order[i][:3])),
                ("variance", largest(now.slope * now.sd[i])), ("weight", largest(now.weight)),
                ("weight_gap", largest(now.slope * abs(best - now.x[i]))),
                ("last_movers", largest(now.slope * abs(last))), ("random", np.full(size, 3 / size)),
                ("hindsight", largest(moved))):
            add("movement_share", answer, float(who @ moved / moved.sum()))
        add("order_correlation", "named", spearmanr(np.argsort(now.order[i]), np.argsort(then.order[i])).statistic)
        add("first_three_kept", "named", len(set(now.order[i][:3]) & set(then.order[i][:3])) / 3)
        for j in range(size):
            add("good_year_exceeded", "named", float(net[i, j] > now.good[i, j]))
            add("median_exceeded", "named", float(net[i, j] > now.half[i, j]))
rows = []
for (question, answer), terms in found.items():
    value, weight = np.array(terms).T
    rows.append([question, answer, len(terms), repr(float(value @ weight / weight.sum()))])
write("backtest.csv", ["question", "answer_by", "cases", "value"], rows)
