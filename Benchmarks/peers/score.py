"""The peer of startup.py: scores and ranks of a year, with the standard library only."""

import csv
import pathlib
import sys

data = pathlib.Path(__file__).resolve().parents[2] / "datasets/transparency"
year = sys.argv[1]

with open(data / f"rules/{year}.csv", encoding="utf-8") as file:
    rule = {row["indicator"]: row for row in csv.DictReader(file)}
scores, published = {}, {}
with open(data / "data.csv", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["year"] != year:
            continue
        province, value = row["province"], float(row["value"])
        if row["indicator"] == "transparency":
            published[province] = value
            continue
        part = rule[row["indicator"]]
        low, high = float(part["minimum"]), float(part["maximum"])
        score = 9 * (value - low) / (high - low) + 1
        if part["direction"] == "reversed":
            score = 11 - score
        scores[province] = scores.get(province, 0) + float(part["weight"]) * score

out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["province", "year", "score", "rank", "published_score", "difference"])
for province, score in sorted(scores.items(), key=lambda item: -item[1]):
    rank = 1 + sum(other > score + 1e-6 for other in scores.values())
    out.writerow([province, year, score, rank, published[province], score - published[province]])
