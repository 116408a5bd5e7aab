"""Profiles of three provinces a second time, from datasets/ alone, with the standard library.

    python3 profile.py    # writes profile.csv beside itself
"""

import csv
import pathlib
import statistics

here = pathlib.Path(__file__).resolve().parent
datasets = here.parents[2] / "datasets"


def rows(name):
    with open(datasets / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


value, follows = {}, {}
for row in rows("transparency/data.csv"):
    key = row["indicator"], int(row["year"]), row["province"]
    value[key] = float(row["value"])
    follows[key] = row["comparable"] == "yes"
region = {row["name_vi"]: row["region_en"] for row in rows("provinces.csv")}
lower_is_better = {row["code"] for row in rows("codebook.csv") if row["direction"] == "reversed"}
kinds = {row["code"]: row["kind"] for row in rows("codebook.csv")}


def column(code, year):
    return {p: v for (c, y, p), v in value.items() if (c, y) == (code, year)}


def best_first(code, values):
    return sorted(values, reverse=code not in lower_is_better)


def rank(code, own, values):
    return 1 + sum((v < own) if code in lower_is_better else (v > own) for v in values)


def near(province, year, places):
    order = sorted(column("transparency", year).items(), key=lambda pair: -pair[1])
    place = [name for name, _ in order].index(province)
    return {name for name, _ in order[max(0, place - places):place + places + 1]}


def trend(code, year, province):
    first = year
    while first > year - 5 and follows[code, first, province]:
        first -= 1
    return {y: value[code, y, province] for y in range(first, year + 1)}


fields = [
    "province", "year", "indicator", "value", "median", "best", "best_provinces", "rank", "ties",
    "tenth_best", "weight", "score", "contribution", "lost", "gain_at_best", "region_median",
    "region_rank", "peers_median", "peers_rank", "change", "median_change", "slope_per_year",
    "comparable_since",
]
with open(here / "profile.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, fields, lineterminator="\n", restval="")
    writer.writeheader()
    # Hà Nội: another territory since 2009, and told without a rule.
    for province, year, ruled in [
        ("Đắk Nông", 2017, True), ("Kon Tum", 2019, True), ("Hà Nội", 2011, False),
    ]:
        rules = rows(f"transparency/rules/{year}.csv") if ruled else []
        rule = {r["indicator"]: r for r in rules}
        codes = sorted({c for c, y, _ in value if y == year})
        for code in codes:
            if kinds[code] not in ("indicator", "subindex"):
                continue
            values = column(code, year)
            own = values[province]
            order = best_first(code, values.values())
            peers = {p: v for p, v in values.items() if p in near(province, year - 1, 5)}
            same = {p: v for p, v in values.items() if region[p] == region[province]}
            line = {
                "province": province, "year": year, "indicator": code, "value": repr(own),
                "median": repr(statistics.median(order)), "best": repr(order[0]),
                "best_provinces": "; ".join(sorted(p for p, v in values.items() if v == order[0])),
                "rank": rank(code, own, order), "ties": order.count(own) - 1,
                "tenth_best": repr(order[9]), "region_median": repr(statistics.median(same.values())),
                "region_rank": rank(code, own, same.values()),
                "peers_median": repr(statistics.median(peers.values())),
                "peers_rank": rank(code, own, peers.values()),
            }
            if code in rule:
                part = {k: float(rule[code][k]) for k in ("weight", "minimum", "maximum")}

                def score(x):
                    share = (x - part["minimum"]) / (part["maximum"] - part["minimum"])
                    return 1 + 9 * (1 - share if code in lower_is_better else share)

                line |= {
                    "weight": repr(part["weight"]), "score": repr(score(own)),
                    "contribution": repr(part["weight"] * score(own)),
                    "lost": repr(part["weight"] * (10 - score(own))),
                    "gain_at_best": repr(part["weight"] * (score(order[0]) - score(own))),
                }
            past = trend(code, year, province)
            line["comparable_since"] = min(past)
            if len(past) > 1:
                line["slope_per_year"] = repr(statistics.linear_regression(*zip(*past.items())).slope)
            if year - 1 in past:
                line["change"] = repr(own - past[year - 1])
            changes = [v - value[code, year - 1, p] for p, v in values.items() if follows[code, year, p]]
            if changes:
                line["median_change"] = repr(statistics.median(changes))
            writer.writerow(line)
