"""Makes the files of ranks.py in a folder, the same on every machine: 63 units by 13 indicators with errors.

    python3 ranks_data.py FOLDER

cross_63.csv has the values and w8_sd.csv their standard errors; meta.csv weights and directions; w9_x.csv
estimates, w9_sigma.csv their covariance: independent errors and a small shared one.
"""

import pathlib
import sys

import numpy as np

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(20260)
names = [f"x{k:02}" for k in range(1, 14)]
units = [f"unit {k:02}" for k in range(1, 64)]


def write(name, columns, rows):
    lines = [",".join(["unit", *columns])]
    lines += [",".join([unit, *(f"{number:.6f}" for number in row)]) for unit, row in zip(units, rows)]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


quality = random.standard_normal((63, 1))
values = 50 + 8 * (0.5 * quality + random.standard_normal((63, 13)))
write("cross_63.csv", names, values)
write("w8_sd.csv", names, random.uniform(1, 4, (63, 13)))
weights = random.uniform(0.5, 1.5, 13)
weights /= weights.sum()
meta = ["indicator,weight,direction"]
meta += [f"{name},{weight:.6f},{-1 if k % 4 == 3 else 1}" for k, (name, weight) in enumerate(zip(names, weights))]
(folder / "meta.csv").write_text("\n".join(meta) + "\n", encoding="utf-8")
errors = random.uniform(0.1, 0.3, 63)
write("w9_x.csv", ["x"], 6 + 0.6 * quality + 0.1 * random.standard_normal((63, 1)))
sigma = np.diag(errors**2) + 0.0004
np.savetxt(folder / "w9_sigma.csv", sigma, fmt="%.12f", delimiter=",")
(folder / "complete").touch()
