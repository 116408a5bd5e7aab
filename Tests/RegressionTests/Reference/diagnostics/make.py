"""Writes expected.csv: `python make.py R.csv`, in this folder, where R.csv is what `Rscript make.R R.csv` made.

Where programs agree there is one row: the value of the one nearest to the formula, the names of all."""

import re
import sys
import warnings

import numpy as np
import pandas

from formulas import PANELS, of
from tools import check_wild, python_rows

warnings.filterwarnings("ignore")
COLUMNS = ["dataset", "model", "effect", "weights", "statistic", "value", "tool", "formula_difference", "call"]
AGREE = 3e-6  # lme's optimum, on which plm's Baltagi-Li test rests, has no more digits
# Of the later transparency panel only what a small, short panel may break.
CORE = re.compile(r"coef|se_(classical|HC1|HC3|cluster\[[a-z+]*\]_(plain|fixest|stata|CR2)|driscoll_kraay_1_plain)|variance|theta|rsq|f_effects|lm_|hausman|cross|prediction")
# And what the first needs not repeat after Grunfeld.
REPEATED = re.compile(r"linearmodels|plm-|HC2|HC4|CR1|newey_west_[14]|_p$|prediction_(mean|new)")
# What only the formulas give, and is of use.
OWN = re.compile(r"condition|baltagi_li$|baltagi_li_p|_quasi_constant|_paper|CRV3|mundlak|wald|_CR3|_weighted|_consecutive|HC4|CR2|bootstrap|rsq|_fixest")


def main():
    r = pandas.read_csv(sys.argv[1]).to_dict("records")
    out, strays = [], []
    for dataset in PANELS:
        values = of(dataset)
        check_wild(dataset, values)
        groups = {}
        for row in [row for row in r if row["dataset"] == dataset] + python_rows(dataset):
            if np.isfinite(float(row["value"])):
                groups.setdefault((row["model"], row["effect"], row["weights"], row["statistic"]), []).append(row)
        for key, rows in groups.items():
            formula = values.get(key)
            for row in rows:
                row["value"] = float(row["value"])
                against = rows[0]["value"] if formula is None else formula
                row["difference"] = abs(row["value"] - against) / max(abs(against), 1e-300)
            rows.sort(key=lambda row: row["difference"])
            joined, apart = [x for x in rows if x["difference"] <= AGREE], [x for x in rows if x["difference"] > AGREE]
            for part in [joined] * bool(joined) + [[x] for x in apart]:
                largest = f"{max(x['difference'] for x in part):.0e}" if formula is not None else ""
                unique = lambda name: "; ".join(sorted({x[name] for x in part}))
                # Where no program is as near the formula as the formula is to 40 digits (check_digits.py), it is the formula's.
                exact = formula is not None and part is joined and part[0]["difference"] > 1e-12
                value = float(formula) if exact else part[0]["value"]
                out.append(dict(zip(COLUMNS, [dataset, *key, repr(value), unique("tool"), largest, unique("call")])))
            if apart:
                strays.append((dataset, *key, [(x["value"], x["tool"]) for x in rows], formula))
        for key, value in values.items():
            if np.isfinite(value) and key not in groups and OWN.search(key[3]):
                out.append(dict(zip(COLUMNS, [dataset, *key, repr(float(value)), f"numpy {np.__version__}", "", "formulas.py"])))
    table = pandas.DataFrame(out, columns=COLUMNS)
    short = table.dataset.str.startswith("transparency")
    table = table[~short | ((table.weights == "none") & np.where(table.dataset == "transparency_2013_2016", ~table.statistic.str.contains(REPEATED), table.statistic.str.contains(CORE)))]
    table.to_csv("expected.csv", index=False)
    for stray in strays:
        print(*stray[:5], " ".join(f"{tool}: {value!r}" for value, tool in stray[5]), "formula:", stray[6])
    print(len(table), "rows;", (table.formula_difference == "").sum(), "without a second computation;", len(strays), "on which programs and formulas part")


if __name__ == "__main__":
    main()
