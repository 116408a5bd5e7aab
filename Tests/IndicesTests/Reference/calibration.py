"""Slopes and their classical standard errors a second time, in NumPy, from datasets/ alone.

    python3 calibration.py    # writes calibration.csv beside itself
"""

import csv
import pathlib

import numpy as np

here = pathlib.Path(__file__).resolve().parent
data = here.parents[2] / "datasets/transparency"
values = {}
for row in csv.DictReader(open(data / "data.csv")):
    if int(row["year"]) < 2013:  # no rule is known before
        continue
    values[row["province"], int(row["year"]), row["indicator"]] = float(row["value"])
provinces = sorted({province for province, _, _ in values})

with open(here / "calibration.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["year", "indicator", "slope", "standard_error", "largest_residual"])
    for year in sorted({year for _, year, _ in values}):
        codes = [row["indicator"] for row in csv.DictReader(open(data / f"rules/{year}.csv"))]
        x = np.array([[values[p, year, c] for c in codes] for p in provinces])
        y = np.array([values[p, year, "transparency"] for p in provinces])
        # Centred and scaled, so that the factor is as well conditioned as the data allow.
        spread = x.std(axis=0)
        z = (x - x.mean(axis=0)) / spread
        q, r = np.linalg.qr(z)
        slopes = np.linalg.solve(r, q.T @ (y - y.mean()))
        left = y - y.mean() - z @ slopes
        variance = left @ left / (len(y) - len(codes) - 1)
        errors = np.sqrt(variance * (np.linalg.inv(r) ** 2).sum(axis=1))
        for code, slope, error in zip(codes, slopes / spread, errors / spread):
            writer.writerow([year, code, repr(float(slope)), repr(float(error)),
                             repr(float(abs(left).max()))])
print(f"numpy {np.__version__}")
