"""Makes the small files of instructions.py in a folder, the same on every machine, with nothing but Python.

    python3 instructions_data.py FOLDER

The files are those of composite.py, regression.py, ranks.py, goals.py and long_table.py, with fewer rows. Every
number comes from SplitMix64 of its place, so that neither the version of Python nor the order matters.
"""

import array
import math
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
names = [f"x{k:02}" for k in range(1, 14)]
indicators, provinces, years = 13, 63, 18
weights = [12, 10, 9, 9, 8, 8, 8, 7, 7, 6, 6, 5, 5]
falling = {3, 6, 10, 12}


def uniform(stream, place):
    """A number from 0 to 1."""
    bits = ((place + 1) * 0x9E3779B97F4A7C15 + stream * 0xD1B54A32D192ED03) % 2**64
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB % 2**64
    return ((bits ^ bits >> 31) >> 11) * 2.0**-53


def normal(stream, place):
    """A sum of twelve numbers from 0 to 1: no logarithm, whose last digit depends on the C library."""
    return sum(uniform(stream, 12 * place + k) for k in range(12)) - 6


def write(name, head, rows):
    lines = [",".join(head)] + [",".join(row) for row in rows]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def numbers(name, kind, values):
    """A file of numbers, lowest byte first."""
    content = array.array(kind, values)
    if sys.byteorder != "little":
        content.byteswap()
    (folder / name).write_bytes(content.tobytes())


def panel(name, units, keep=lambda row: True):
    """Units, years, thirteen indicators that lean on one another, and a response; sorted by unit."""
    rows = []
    for unit in range(units):
        for year in range(years):
            row = unit * years + year
            if not keep(row):
                continue
            values = [30 + 25 * uniform(1, row * indicators + k) + 20 * uniform(2, unit * indicators + k)
                      + 5 * uniform(3, year * indicators + k) for k in range(indicators)]
            values = [value + 0.5 * before for value, before in zip(values, [0, *values])]
            errors = uniform(4, row) + 0.7 * uniform(5, unit) + uniform(6, year)
            response = 0.3 * values[0] + 0.1 * values[2] - 0.2 * values[3] + 0.2 * values[12] + 12 * errors
            rows.append([f"unit {unit:05}", str(2006 + year), *(f"{value:.4f}" for value in [*values, response])])
    write(f"panel_{name}.csv", ["unit", "year", *names, "y"], rows)


write("meta.csv", ["indicator", "weight", "direction"],
      [[name, str(weight / 100), "-1" if k in falling else "1"]
       for k, (name, weight) in enumerate(zip(names, weights), 1)])
panel("1x", provinces)
panel("10x", 10 * provinces)
panel("30x", 30 * provinces)
panel("30xu", 30 * provinces, keep=lambda row: uniform(7, row) >= 0.05)

# The draws of units, the signs of units, the samples of rows and the folds of units that regressions are repeated by.
draws = 1000
counts = [0] * (draws * provinces)
for place in range(draws * provinces):
    counts[place // provinces * provinces + int(uniform(8, place) * provinces)] += 1
numbers("w4_counts_1000.u8", "B", counts)
numbers("w4_rademacher_20000.i8", "b", [-1 if uniform(9, k) < 0.5 else 1 for k in range(draws * provinces)])
numbers("w5_rows_1000.i32", "i", [int(uniform(10, k) * provinces * years) for k in range(20 * provinces * years)])
order = sorted(range(provinces), key=lambda unit: uniform(11, unit))
folds = {unit: place % 10 for place, unit in enumerate(order)}
numbers("w6_folds_1x.u8", "B", [folds[row // years] for row in range(provinces * years)])

# One year with errors, estimates with their covariance, costs and futures.
units = [f"unit {k:02}" for k in range(1, provinces + 1)]
quality = [normal(12, unit) for unit in range(provinces)]
cross = [[50 + 8 * (0.5 * quality[unit] + normal(13, unit * indicators + k)) for k in range(indicators)]
         for unit in range(provinces)]
# The last unit, the one looked at alone, stands in the middle.
cross[-1] = [sorted(row[k] for row in cross)[provinces // 2] + 4 * normal(14, k) for k in range(indicators)]
write("cross_63.csv", ["unit", *names],
      [[unit, *(f"{value:.6f}" for value in row)] for unit, row in zip(units, cross)])
write("w8_sd.csv", ["unit", *names],
      [[unit, *(f"{1 + 3 * uniform(15, row * indicators + k):.6f}" for k in range(indicators))]
       for row, unit in enumerate(units)])
write("w7_ranges.csv", ["indicator", "lo", "hi"],
      [[name, f"{min(row[k] for row in cross) - 2:.6f}", f"{max(row[k] for row in cross) + 2:.6f}"]
       for k, name in enumerate(names)])
write("w9_x.csv", ["unit", "x"],
      [[unit, f"{6 + 0.6 * quality[k] + 0.1 * normal(16, k):.6f}"] for k, unit in enumerate(units)])
errors = [0.1 + 0.2 * uniform(17, unit) for unit in range(provinces)]
write("w9_sigma.csv", [f"{0.0004 + (errors[0] ** 2 if k == 0 else 0):.12f}" for k in range(provinces)],
      [[f"{0.0004 + (errors[unit] ** 2 if k == unit else 0):.12f}" for k in range(provinces)]
       for unit in range(1, provinces)])
write("w10_params.csv", ["indicator", "cost", "cap", "fixed"],
      [[name, f"{1 + 4 * uniform(18, k):.3f}", f"{1 + 3 * uniform(19, k):.3f}", f"{0.5 + 2.5 * uniform(20, k):.3f}"]
       for k, name in enumerate(names)])
futures = 300
numbers("w10_noise_10000.f64", "d", [0.12 * normal(21, k) for k in range(futures * provinces)])
spread = math.sqrt(math.log(1 + 0.35**2))
# Rounded, since the last digit of an exponential depends on the C library.
numbers("w10_eff_10000.f64", "d", [round(math.exp(spread * normal(22, k) - spread**2 / 2), 9)
                                   for k in range(futures * indicators)])
numbers("w12_u_10000.f64", "d", [uniform(23, k) for k in range(1000 * (indicators + 2))])

places = ["An Giang", "Bà Rịa - Vũng Tàu", "Đắk Nông", "Hà Nội", "TP. Hồ Chí Minh", "Yên Bái"]
rows = []
for year in range(years):
    for unit in range(200):
        for k, name in enumerate(names):
            place = (year * 200 + unit) * indicators + k
            value = "" if uniform(25, place) < 0.01 else f"{100 * uniform(24, place):.4f}"
            rows.append([f"{places[unit % len(places)]} {unit:05}", str(2006 + year), name, value])
write("long.csv", ["unit", "year", "indicator", "value"], rows)
(folder / "complete").touch()
