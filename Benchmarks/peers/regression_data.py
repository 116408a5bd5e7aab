"""Makes the files of regression.py, the same on every machine.

    python3 regression_data.py FOLDER

13 indicators and 18 years of 63, 6,300 and 63,000 units: an indicator is the sum of its unit's, its year's
and its own part, the response leans on some of them. With u in its name a panel lacks one row in twenty. Numbers come from
SplitMix64 of their place, so that neither NumPy's version nor the order matters.
"""

import pathlib
import sys

import numpy as np
import polars

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
years, indicators = 18, 13


def uniform(stream, *shape):
    """Numbers from 0 to 1, from the place of each."""
    with np.errstate(over="ignore"):
        bits = np.arange(1, np.prod(shape) + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        bits += np.uint64(stream) * np.uint64(0xD1B54A32D192ED03)
        for shift, factor in [(30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)]:
            bits = (bits ^ (bits >> np.uint64(shift))) * np.uint64(factor)
        bits ^= bits >> np.uint64(31)
    return ((bits >> np.uint64(11)) * 2.0**-53).reshape(shape)


def panel(units):
    """Unit, year, indicators and response, a row for each unit and year."""
    own = uniform(1, units, years, indicators)
    values = 30 + 25 * own + 20 * uniform(2, units, 1, indicators) + 5 * uniform(3, 1, years, indicators)
    # Neighbours have something in common, so that shares of R² are no mere squares.
    values[..., 1:] += 0.5 * values[..., :-1]
    slopes = np.array([0.3, 0, 0.1, -0.2, 0, 0.05, 0.15, 0, -0.1, 0, 0.02, 0, 0.2])
    errors = uniform(4, units, years) + 0.7 * uniform(5, units, 1) + uniform(6, 1, years)
    response = values @ slopes + 12 * errors
    columns = {
        "unit": np.repeat([f"unit {unit:05}" for unit in range(units)], years),
        "year": np.tile(np.arange(2006, 2006 + years), units),
    }
    columns |= {f"x{k + 1:02}": values[..., k].ravel() for k in range(indicators)}
    return polars.DataFrame(columns | {"y": response.ravel()})


def write(frame, name):
    unfinished = folder / f"{name}.tmp"
    frame.write_csv(unfinished, float_precision=4)
    unfinished.rename(folder / f"{name}.csv")


for name, units in [("1x", 63), ("100x", 6_300), ("1000x", 63_000)]:
    frame = panel(units)
    write(frame, f"panel_{name}")
    write(frame.filter(polars.Series(uniform(7, frame.height) >= 0.05)), f"panel_{name}u")

rows = 63 * years
drawn = (uniform(8, 20_000, 63) * 63).astype(int)
counts = np.stack([np.bincount(draw, minlength=63) for draw in drawn])
counts.astype(np.uint8).tofile(folder / "w4_counts_20000.u8")
signs = np.where(uniform(9, 20_000, 63) < 0.5, -1, 1)
signs.astype(np.int8).tofile(folder / "w4_rademacher_20000.i8")
(uniform(10, 1000, rows) * rows).astype("<i4").tofile(folder / "w5_rows_1000.i32")
for name, units in [("1x", 63), ("100x", 6_300)]:
    # Whole units are dealt to folds.
    folds = np.argsort(np.argsort(uniform(11, units))) % 10
    np.repeat(folds, years).astype(np.uint8).tofile(folder / f"w6_folds_{name}.u8")
(folder / "complete").touch()
