"""Makes the files of goals.py in a folder, the same on every machine: 63 units by 13 indicators, costs, futures.

    python3 goals_data.py FOLDER

cross_63.csv has the values, meta.csv weights and directions, w10_params.csv the cost of a point of each
indicator, how far it can be changed and what any change costs; w10_noise_10000.f64 is added to the scores of
10,000 futures, w10_eff_10000.f64 tells how much a change is worth in each.
"""

import pathlib
import sys

import numpy as np

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(20268)
names = [f"x{k:02}" for k in range(1, 14)]


def write(name, lines):
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


quality = random.standard_normal((63, 1))
values = 50 + 8 * (0.5 * quality + random.standard_normal((63, 13)))
# The last unit, the one looked at alone, stands in the middle.
values[-1] = np.median(values, axis=0) + 4 * random.standard_normal(13)
write("cross_63.csv", [",".join(["unit", *names])]
      + [",".join([f"unit {k:02}", *(f"{x:.6f}" for x in row)]) for k, row in enumerate(values, 1)])
weights = random.uniform(0.5, 1.5, 13)
weights /= weights.sum()
write("meta.csv", ["indicator,weight,direction"]
      + [f"{name},{weight:.6f},{-1 if k % 4 == 3 else 1}" for k, (name, weight) in enumerate(zip(names, weights))])
cost, cap, fixed = random.uniform(1, 5, 13), random.uniform(1, 4, 13), random.uniform(0.5, 3, 13)
write("w10_params.csv", ["indicator,cost,cap,fixed"]
      + [f"{name},{a:.3f},{b:.3f},{c:.3f}" for name, a, b, c in zip(names, cost, cap, fixed)])
(0.12 * random.standard_normal((10_000, 63))).astype("<f8").tofile(folder / "w10_noise_10000.f64")
spread = np.log(1 + 0.35**2)
np.exp(random.standard_normal((10_000, 13)) * spread**0.5 - spread / 2).astype("<f8").tofile(
    folder / "w10_eff_10000.f64")
(folder / "complete").touch()
