"""The laws by which rivals move, a second time in NumPy, from datasets/ alone.

    python3 rivals.py    # writes rivals.csv beside itself

Means and standard deviations of figures one and three years after 2017 and 2019, and the coefficients and
standard errors of the panel regression. Written independently of the Swift sources.
"""

import csv
import functools
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "datasets"
book = [r for r in csv.DictReader(open(data / "codebook.csv"))
        if r["subindex"] == "transparency" and r["kind"] == "indicator"]
unit = {r["code"]: r["unit"] for r in book}
broken = {r["code"]: {int(y) for y in r["breaks"].split("|") if y} for r in book}
span = {r["code"]: (int(r["first_year"]), int(r["last_year"] or 9999)) for r in book}
places = list(csv.DictReader(open(data / "provinces.csv")))
names = [r["name_vi"] for r in places if r["name_vi"] and (not r["first_year"] or int(r["first_year"]) <= 2019)]
moved = {r["name_vi"]: {int(y) for y in r["breaks"].split("|") if y} for r in places}
figures = {}
for row in csv.DictReader(open(data / "transparency/data.csv")):
    if row["indicator"] in unit:
        figures.setdefault((row["indicator"], int(row["year"])), {})[row["province"]] = float(row["value"])
firms = {}
for year in range(2005, 2020):
    for row in csv.DictReader(open(data / f"respondents/estimates/{year}.csv")):
        firms[row["province"], year, row["indicator"]] = float(row["firms"])
law = {r["indicator"]: (r["law"], float(r["spread"] or 1)) for r in csv.DictReader(open(data / "sampling/data.csv")) if r["law"]}


def noise(code, year, value, name):
    kind, spread = law.get(code, ({"share": "share", "mean": "mean", "factor": "mean", "days": "median"}.get(unit[code], "exact"), 1.0))
    if kind == "exact":
        return 0.0
    n = firms.get((name, year, code))
    if n is None:
        return 0.0
    if kind == "mean":
        return spread**2 / n
    if kind == "median":
        return (value / np.log(2)) ** 2 / n
    yes = value * n + 0.5
    return yes * (n + 1 - yes) / ((n + 1) ** 2 * (n + 2))


@functools.cache
def year_of(code, year):
    """Mean, spread, positions and noise of a year, by province."""
    known = figures[code, year]
    mean, spread = np.mean(list(known.values())), np.std(list(known.values()), ddof=1)
    return mean, spread, {n: (v - mean) / spread for n, v in known.items()}, {n: noise(code, year, v, n) for n, v in known.items()}


@functools.cache
def runs(code, last):
    found = []
    for year in range(2005, last + 1):
        if (code, year) not in figures:
            continue
        joined = (found and found[-1][-1] == year - 1 and year not in broken[code]
                  and span[code][0] <= year - 1 and year <= span[code][1])
        if joined:
            found[-1].append(year)
        else:
            found.append([year])
    return found


def history(code, run, upto, name):
    """A province's positions up to a year of a run, back to a gap or to when it was another territory."""
    found = []
    for year in [y for y in run if y <= upto][::-1]:
        positions = year_of(code, year)[2]
        if name not in positions or any(year < b <= run[-1] for b in moved[name]):
            break
        found.insert(0, positions[name])
    return found


def reliability(code, year, name):
    _, spread, _, errors = year_of(code, year)
    return min(max(1 - errors[name] / spread**2, 0), 1)


def regressors(past, reliable):
    before = past[:-1]
    return [past[-1], past[-1] * reliable, np.mean(before) if before else 0.0, past[-1] if before else 0.0]


rows = [["year", "model", "province", "indicator", "horizon", "mean", "deviation"]]
for base in (2017, 2019):
    rule = [r["indicator"] for r in csv.DictReader(open(data / f"transparency/rules/{base}.csv"))]
    steps = []
    for code in unit:
        for run in runs(code, base):
            for year in run[:-1]:
                for name in names:
                    past = history(code, run, year, name)
                    after = year_of(code, year + 1)[2]
                    if past and name in after and not any(year < b <= run[-1] for b in moved[name] if b > year + 0 and b <= year + 1):
                        steps.append((code, name, regressors(past, reliability(code, year, name)), after[name]))
    X = np.array([s[2] for s in steps])
    y = np.array([s[3] for s in steps])
    beta = np.linalg.lstsq(X, y, rcond=None)[0]
    residuals = y - X @ beta
    for j, label in enumerate(["now", "reliable", "earlier", "settled"]):
        rows.append([base, "coefficient", "", label, len(y), repr(float(beta[j])), ""])
    pooled = np.mean(residuals**2)
    codes = np.array([s[0] for s in steps])
    for code in rule:
        run = runs(code, base)[-1]
        mean, spread, positions, errors = year_of(code, base)
        own = residuals[codes == code]
        total = (np.sum(own**2) + 60 * pooled) / (len(own) + 60)
        relative = {n: e / spread**2 for n, e in errors.items()}
        usual = np.mean([relative[n] for n in positions])
        for name in ("Đắk Nông", "Quảng Ngãi", "Hà Nội", "Bạc Liêu"):
            past = history(code, run, base, name)
            reliable = reliability(code, base, name)
            variance = max(total - usual, 0.1 * total) + relative[name]

            def path(shock):
                line = [0.0] * len(past) if shock is not None else list(past)
                for k in range(3):
                    line.append(float(beta @ regressors(line, reliable)) + (1.0 if k == shock else 0.0))
                return line[-3:]

            for horizon in (1, 3):
                responses = [path(s)[horizon - 1] for s in range(horizon)]
                deviation = spread * np.sqrt(variance * sum(r * r for r in responses))
                rows.append([base, "panel", name, code, horizon, repr(float(mean + spread * path(None)[horizon - 1])), repr(float(deviation))])
    # Trends: mean net changes, shrunk by how much of their spread chance explains.
    nets = {}
    for code in rule:
        run = runs(code, base)[-1]
        for before, after in zip(run, run[1:]):
            both = [n for n in figures[code, before] if n in figures[code, after]
                    and not any(before < b <= run[-1] for b in moved[n])]
            change = {n: figures[code, after][n] - figures[code, before][n] for n in both}
            middle = np.median(list(change.values()))
            for n in both:
                nets.setdefault((before, n), {})[code] = change[n] - middle
    weights = {r["indicator"]: float(r["weight"]) for r in csv.DictReader(open(data / f"transparency/rules/{base}.csv"))}
    nets = {k: v for k, v in nets.items() if sum(weights[c] for c in v) >= 0.5}
    variances, shrunk = {}, {}
    for code in rule:
        known = [(n, v[code]) for (_, n), v in nets.items() if code in v]
        if len(known) < 2:
            continue
        variance = np.var([c for _, c in known], ddof=1)
        own = {}
        for n, c in known:
            own.setdefault(n, []).append(c)
        means = {n: np.mean(c) for n, c in own.items()}
        chance = np.mean([variance / len(c) for c in own.values()])
        real = max(np.var(list(means.values()), ddof=1) - chance, 0)
        variances[code] = variance
        shrunk[code] = {n: means[n] * real / (real + variance / len(own[n])) if real > 0 else 0.0 for n in own}
    ratio = np.median([variances[c] / year_of(c, base)[1] ** 2 for c in variances])
    for code in rule:
        mean, spread, positions, errors = year_of(code, base)
        variance = variances.get(code, ratio * spread**2)
        walk = max(variance - 2 * np.mean(list(errors.values())), 0)
        for name in ("Đắk Nông", "Quảng Ngãi", "Hà Nội", "Bạc Liêu"):
            for horizon in (1, 3):
                rows.append([base, "drift", name, code, horizon,
                             repr(float(figures[code, base][name] + horizon * shrunk.get(code, {}).get(name, 0.0))),
                             repr(float(np.sqrt(walk * horizon + 2 * errors[name])))])

with open(here / "rivals.csv", "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows([[float(c) if isinstance(c, np.floating) else c for c in r] for r in rows])
