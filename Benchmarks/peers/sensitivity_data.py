"""Makes the files of sensitivity.py in a folder, the same on every machine: 63 units by 13 indicators, and points.

    python3 sensitivity_data.py FOLDER

cross_63.csv has the values, meta.csv weights and directions, w7_ranges.csv the range over which each value of
the last unit goes, w7_base_16384x26.f64 scrambled Sobol' points by SciPy.
"""

import pathlib
import sys

import numpy as np
from scipy.stats import qmc

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(20261)
names = [f"x{k:02}" for k in range(1, 14)]


def write(name, lines):
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


values = 50 + 8 * (0.5 * random.standard_normal((63, 1)) + random.standard_normal((63, 13)))
write("cross_63.csv", [",".join(["unit", *names])]
      + [",".join([f"unit {k:02}", *(f"{x:.6f}" for x in row)]) for k, row in enumerate(values, 1)])
weights = random.uniform(0.5, 1.5, 13)
weights /= weights.sum()
write("meta.csv", ["indicator,weight,direction"]
      + [f"{name},{weight:.6f},{-1 if k % 4 == 3 else 1}" for k, (name, weight) in enumerate(zip(names, weights))])
low, high = values.min(0) - 2, values.max(0) + 2
write("w7_ranges.csv", ["indicator,lo,hi"]
      + [f"{name},{a:.6f},{b:.6f}" for name, a, b in zip(names, low, high)])
qmc.Sobol(26, scramble=True, rng=7).random(2**14).astype("<f8").tofile(folder / "w7_base_16384x26.f64")
(folder / "complete").touch()
