"""The rank of the last unit as a function of its own values, ranges taken anew at every point."""

import csv
import pathlib

import numpy as np


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


class RankOfLast:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        meta = rows(folder / "meta.csv")
        self.names = [row["indicator"] for row in meta]
        self.spans = np.array([9 * float(row["weight"]) * float(row["direction"]) for row in meta])
        table = rows(folder / "cross_63.csv")
        place = next((k for k, row in enumerate(table) if row["unit"] == "Cà Mau"), len(table) - 1)
        values = np.array([[float(row[name]) for name in self.names] for row in table])
        self.rivals = np.delete(values, place, axis=0)
        self.lowest, self.highest = self.rivals.min(0), self.rivals.max(0)
        ranges = rows(folder / "w7_ranges.csv")
        self.low = np.array([float(row["lo"]) for row in ranges])
        self.high = np.array([float(row["hi"]) for row in ranges])
        shares = np.fromfile(folder / "w7_base_16384x26.f64").reshape(-1, 26)
        self.first, self.second = shares[:, :13], shares[:, 13:]

    def values(self, shares):
        return self.low + shares * (self.high - self.low)

    def __call__(self, points):
        slopes = self.spans / (np.maximum(points, self.highest) - np.minimum(points, self.lowest))
        own = np.sum(slopes * points, axis=1)
        return 1.0 + np.sum(slopes @ self.rivals.T > own[:, None], axis=1)


def terms(a, b, exchanged):
    """Per point: what variances, first-order (Saltelli) and total (Jansen) indices are sums of."""
    middle = np.mean(np.column_stack([a, b, exchanged]))
    a, b, c = a - middle, b - middle, exchanged - middle
    return np.column_stack([a + b, a * a + b * b, b[:, None] * (c - a[:, None]), (a[:, None] - c) ** 2])


def indices(sums, points):
    """First and total indices from sums over points, one row per set of sums."""
    sums = np.atleast_2d(sums)
    variance = (sums[:, 1] / (2 * points) - (sums[:, 0] / (2 * points)) ** 2)[:, None]
    return sums[:, 2:15] / points / variance, sums[:, 15:] / (2 * points) / variance


def told(own, drawn, ranks):
    first, total = (part[0] for part in own)
    return {"s1_saltelli_centred": first, "st_jansen": total, "s1_boot_sd": drawn[0].std(0, ddof=1),
            "st_boot_sd": drawn[1].std(0, ddof=1), "y_sum": int(ranks)}
