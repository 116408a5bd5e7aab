"""How well "the same rank" foretells ranks, a second time in NumPy and SciPy, from datasets/ alone.

    python3 same_rank.py    # writes same_rank.csv beside itself

Of every year with a rule to 2019: a normal law around the rank of the year, cut off at the first and the last
rank, with the standard deviation that makes the changes known by then likeliest. Told for each number of years
ahead, as the mean logarithm of the probability of the published rank. Written independently of the Swift sources.
"""

import csv
import pathlib

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import logsumexp

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "datasets"
breaks = {int(y) for r in csv.DictReader(open(data / "codebook.csv"))
          if r["code"] == "transparency" for y in r["breaks"].split("|") if y}
scores, present = {}, {}
for name in ("transparency", "scores"):
    for row in csv.DictReader(open(data / name / "data.csv")):
        year = int(row["year"])
        if name == "transparency":
            present.setdefault(year, set()).add(row["province"])
        if row["indicator"] == "transparency" and year <= 2020:
            scores.setdefault(year, {})[row["province"]] = float(row["value"])
ranks = {}
for year, known in scores.items():
    if year in present and len(known) < len(present[year]):
        continue
    # Equal scores share the better rank.
    ranks[year] = {p: 1 + sum(o > s + 1e-9 for o in known.values()) for p, s in known.items()}


def compares(first, last):
    return all(y not in breaks for y in range(first + 1, last + 1))


def moves(first, last):
    return [(r, ranks[last][p]) for p, r in ranks[first].items() if p in ranks[last]]


def log_probabilities(pairs, spread, count):
    before, after = np.array(pairs).T
    before = np.clip(before, 1, count)
    total = logsumexp(-0.5 * ((np.arange(1, count + 1)[None, :] - before[:, None]) / spread) ** 2, axis=1)
    return -0.5 * ((after - before) / spread) ** 2 - total


found = {}
for origin in range(2005, 2020):
    for ahead in range(1, 6):
        last = origin + ahead
        if origin not in ranks or last not in ranks or not compares(origin, last):
            break
        known = [m for y in sorted(ranks) if y + ahead <= origin and y + ahead in ranks and compares(y, y + ahead)
                 for m in moves(y, y + ahead)]
        if not known:
            continue
        count = len(ranks[origin])
        best = minimize_scalar(lambda s: -log_probabilities(known, np.exp(s), count).sum(),
                               bounds=(0, np.log(10 * count)), method="bounded", options={"xatol": 1e-10})
        came = [m for m in moves(origin, last) if m[1] <= count]
        found.setdefault(ahead, []).extend(log_probabilities(came, np.exp(best.x), count))

with open(here / "same_rank.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["horizon", "cases", "log_score"])
    for ahead in sorted(found):
        writer.writerow([ahead, len(found[ahead]), repr(float(np.mean(found[ahead])))])
    everything = [x for values in found.values() for x in values]
    writer.writerow(["", len(everything), repr(float(np.mean(everything)))])
