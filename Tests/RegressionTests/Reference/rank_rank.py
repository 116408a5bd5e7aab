"""Rank-rank regressions computed a second time, in NumPy, from datasets/ alone.

    python3 rank_rank.py    # writes rank_rank.csv beside itself

After Chetverikov & Wilhelm (2023), arXiv:2310.15512, and not in the form of the Swift sources: each coefficient
from the residual of its column on the others, the terms of its influence from n × n tables of comparisons.
"""

import csv
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "datasets"
PAIRS = [(2013, 2014), (2014, 2015), (2015, 2016), (2017, 2018), (2018, 2019)]  # one rule in both years

values = {}
for row in csv.DictReader(open(data / "transparency/data.csv")):
    values[row["province"], int(row["year"]), row["indicator"]] = float(row["value"])
regions = {r["name_vi"]: r["region_en"] for r in csv.DictReader(open(data / "provinces.csv"))}


class Distribution:
    """Ranks within years, and what a row adds to sums of them, from the n × n table of comparisons."""

    def __init__(self, x, omega, year, weights):
        self.same = weights[:, None] * (year[:, None] == year[None, :])
        self.same /= self.same.sum(0)[None, :]
        below, tied = x[:, None] < x[None, :], x[:, None] == x[None, :]
        self.table = self.same * (below + omega * tied)  # row k counts as below row i
        self.ranks = self.table.sum(0)

    def moved(self, loads):
        return (self.table - self.same * self.ranks[None, :]) @ loads


def estimate(y, x, covariates, omega, form, year, groups, clusters, weights):
    n = len(y)
    of_y, of_x = Distribution(y, omega, year, weights), Distribution(x, omega, year, weights)
    ry = y if form == "level-rank" else of_y.ranks
    rx = x if form == "rank-level" else of_x.ranks
    estimates, influences = [], []
    for group in dict.fromkeys(groups):
        w = weights * (groups == group)
        root = np.sqrt(w)
        z = np.column_stack([np.ones(n), rx] + covariates)
        solve = lambda a, b: np.linalg.lstsq(root[:, None] * a, root * b, rcond=None)[0]
        beta = solve(z, ry)
        e = ry - z @ beta
        for column in range(z.shape[1]):
            others = [j for j in range(z.shape[1]) if j != column]
            gamma = solve(z[:, others], z[:, column])
            nu = z[:, column] - z[:, others] @ gamma
            terms = w * e * nu
            if form != "level-rank":
                terms = terms + of_y.moved(w * nu)
            if form != "rank-level":
                # The regressor's rank is this column, or one of those it is cleared of.
                share = 1.0 if column == 1 else -gamma[others.index(1)]
                terms = terms + of_x.moved(share * w * e - beta[1] * w * nu)
            estimates.append(beta[column])
            influences.append(terms / (w * nu**2).sum())
    psi = np.array(influences)
    sums = np.array([psi[:, clusters == c].sum(1) for c in dict.fromkeys(clusters)]).T
    return np.array(estimates), sums @ sums.T


def sample(code):
    rows = []
    for before, after in PAIRS:
        for province, region in regions.items():
            if (province, before, code) in values and (province, after, code) in values:
                rows.append((province, after, region, values[province, before, code], values[province, after, code]))
    return rows


cases = []
for code in ("transparency", "predictability", "website_score"):
    rows = sample(code)
    province, year, region = (np.array([r[k] for r in rows]) for k in range(3))
    x, y = (np.array([r[k] for r in rows]) for k in (3, 4))
    n = len(rows)
    one, each = np.zeros(n, int), np.arange(n)
    trend = (year - 2016.0) ** 2 + 7 * np.arange(n) % 11  # any covariate will do
    weights = 1 + np.arange(n) % 3 / 2.0
    for omega in (1.0, 0.5, 0.25):
        cases += [(code, "plain", omega, estimate(y, x, [], omega, "rank-rank", one, one, each, np.ones(n)))]
    cases += [
        (code, "clustered", 1.0, estimate(y, x, [], 1.0, "rank-rank", year, one, province, np.ones(n))),
        (code, "covariate", 0.5, estimate(y, x, [trend], 0.5, "rank-rank", year, one, province, np.ones(n))),
        (code, "regions", 1.0, estimate(y, x, [trend], 1.0, "rank-rank", year, region, province, np.ones(n))),
        (code, "weighted", 0.5, estimate(y, x, [trend], 0.5, "rank-rank", year, one, province, weights)),
        (code, "rank-level", 1.0, estimate(y, x, [trend], 1.0, "rank-level", year, one, province, np.ones(n))),
        (code, "level-rank", 1.0, estimate(y, x, [trend], 1.0, "level-rank", year, one, province, np.ones(n))),
    ]

with open(here / "rank_rank.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["indicator", "model", "tie_weight", "place", "estimate", "standard_error", "covariance_with_first"])
    for code, model, omega, (estimates, covariance) in cases:
        for place in range(len(estimates)):
            out.writerow([code, model, omega, place, repr(float(estimates[place])),
                          repr(float(np.sqrt(covariance[place, place]))), repr(float(covariance[place, 0]))])
