"""Makes the data files: from the repository's root, `python make_data.py GRUNFELD`, where GRUNFELD is the
Grunfeld panel (10 firms, 1935-1954) as plm prints it: firm, year, inv, value, capital."""

import sys
from pathlib import Path

import pandas

HERE = Path(__file__).parent
# Twelve rows that the unbalanced panel lacks: late starts, early ends and gaps. Firm 1 stays whole.
DROPPED = {2: [1935, 1936], 3: [1941], 4: [1953, 1954], 6: [1940, 1941, 1947], 7: [1935], 8: [1954], 9: [1944], 10: [1938]}


def weight(unit, year):
    """A weight between 1 and 3.5 that is exact in binary and goes with nothing."""
    return 1 + ((7 * unit + 3 * (year - 1934)) % 11) / 4


grunfeld = pandas.read_csv(sys.argv[1])
grunfeld["weight"] = weight(grunfeld.firm, grunfeld.year)
grunfeld.to_csv(HERE / "grunfeld.csv", index=False)
kept = [row.year not in DROPPED.get(row.firm, []) for row in grunfeld.itertuples()]
grunfeld[kept].to_csv(HERE / "grunfeld_unbalanced.csv", index=False)

panel = pandas.read_csv("datasets/transparency/data.csv")
regressors = ["planning_documents", "predictability", "business_associations", "website_score"]
for first, last in [(2013, 2016), (2017, 2019)]:
    years = panel[panel.year.between(first, last) & panel.indicator.isin(["transparency", *regressors])]
    wide = years.pivot(index=["province", "year"], columns="indicator", values="value")[["transparency", *regressors]]
    wide = wide.reset_index()
    wide["weight"] = weight(pandas.factorize(wide.province)[0] + 1, wide.year)
    wide.to_csv(HERE / f"transparency_{first}_{last}.csv", index=False)
