"""The score of one definition a second time, in NumPy, from datasets/ alone.

    python3 constant_score.py    # writes constant_score.csv beside itself

Per span of years: the indicators that the codebook counts alike in all of them and that have figures in each,
the last year's weights brought to one, ranges of all the years together or the codebook's scale.
"""

import csv
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
datasets = here.parents[2] / "datasets"
values = {}
for row in csv.DictReader(open(datasets / "transparency/data.csv")):
    values.setdefault((row["indicator"], int(row["year"])), {})[row["province"]] = float(row["value"])
book = [row for row in csv.DictReader(open(datasets / "codebook.csv"))
        if row["subindex"] == "transparency" and row["kind"] == "indicator"]


def shared(row, first, last):
    start, end = int(row["first_year"]), int(row["last_year"] or 9999)
    breaks = {int(year) for year in row["breaks"].split("|") if year}
    return (start <= first and last <= end and not breaks & set(range(first + 1, last + 1))
            and all((row["code"], year) in values for year in range(first, last + 1)))


with open(here / "constant_score.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["first", "last", "year", "province", "score", "rank", "indicators"])
    for first, last in [(2013, 2019), (2006, 2019)]:
        codes = {row["code"]: row for row in book if shared(row, first, last)}
        rule = [row for row in csv.DictReader(open(datasets / f"transparency/rules/{last}.csv"))
                if row["indicator"] in codes]
        weights = np.array([float(row["weight"]) for row in rule])
        ends = []
        for row in rule:
            code = codes[row["indicator"]]
            seen = [v for year in range(first, last + 1) for v in values[row["indicator"], year].values()]
            ends.append((float(code["scale_minimum"]), float(code["scale_maximum"]))
                        if code["scale_minimum"] else (min(seen), max(seen)))
        low, high = np.array(ends).T
        falls = np.array([row["direction"] == "reversed" for row in rule])
        for year in range(first, last + 1):
            names = sorted(set.intersection(*(set(values[row["indicator"], year]) for row in rule)))
            x = np.array([[values[row["indicator"], year][name] for row in rule] for name in names])
            scores = 9 * (x - low) / (high - low) + 1
            totals = np.where(falls, 11 - scores, scores) @ (weights / weights.sum())
            for name in ["Đắk Nông", "Kon Tum", "Quảng Ngãi"]:
                total = totals[names.index(name)]
                writer.writerow([first, last, year, name, repr(float(total)),
                                 1 + int((totals > total + 1e-6).sum()), len(rule)])
print(f"numpy {np.__version__}")
